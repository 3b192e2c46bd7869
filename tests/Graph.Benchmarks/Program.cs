using Graph.Benchmarks;

var rest = new Arguments(args.Length > 0 ? args[1..] : []);

// One command a table, each printing Markdown. More tables have a line here and a file of their own.
return args.FirstOrDefault() switch
{
    "store" => await StoreTable.Print(rest),
    StoreTable.Child => await StoreTable.MeasureHere(args[1..]),
    "http" => await HttpTable.Print(rest),
    HttpChildren.Ours => await HttpChildren.ServeOurs(),
    HttpChildren.Plain => await HttpChildren.ServePlain(),
    "abuse" => await AbuseTable.Print(rest),
    "neo4j" => await Neo4jTable.Print(rest),
    Neo4jTable.Child => await Neo4jTable.Serve(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        graph-benchmarks TABLE
          store [S] [M] [L] [--keep DIR]   the embedded store at each size (S and M when none is named); files in DIR are measured without loading, and stay
          http [S|M|L] [--keep DIR] [--seconds N] [--no-peers]   GraphQL on the embedded store, beside plain Kestrel, and graphql-yoga and mercurius from memory (M and 5 s a round when not said)
          abuse [--all] [--neo4j]   every hostile request of the tests to the service in a process of its own: time and growth of memory, the slowest and largest
          neo4j [S|M] [--seconds N] [--load-only]   GraphQL on the Neo4j of GRAPH_TEST_NEO4J, beside @neo4j/graphql and bare Cypher (M and 5 s a round when not said)
        """);
    return 2;
}
