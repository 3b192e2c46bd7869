using Graph.Benchmarks;

// One command a table, each printing Markdown. More tables have a line here and a file of their own.
return args.FirstOrDefault() switch
{
    "store" => await StoreTable.Print(args[1..]),
    StoreTable.Child => await StoreTable.MeasureHere(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        graph-benchmarks TABLE
          store [S] [M] [L] [--keep DIR]   the embedded store at each size (S and M when none is named); files in DIR are measured without loading, and stay
        """);
    return 2;
}
