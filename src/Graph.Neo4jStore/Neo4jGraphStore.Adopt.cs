using Graph.Core;

namespace Graph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    /// <inheritdoc/>
    /// <remarks>
    /// Where languages, units or the ancestors of kinds differ from those that the nodes were made of, all are read, and those that differ are written anew, in transactions of at most 1,000: about a
    /// minute for 500,000 statements. Readers beside it may see either. What was made of which ontology is kept last: an interrupted renewal goes on when an ontology is adopted the next time,
    /// whichever, and until then nothing can be written.
    /// </remarks>
    public async ValueTask Adopt(Ontology ontology, CancellationToken cancellation)
    {
        await Schema.Ensure(_connection, ontology, cancellation);
        var next = Derivation.Of(ontology);
        var made = await WriteAlone(async (transaction, meta) =>
        {
            var made = Derivation.Read(meta.Value(3));
            if (next.Agrees(made))
                await transaction.Run(ChangeCypher.Adopt, Adopted(ontology, next), cancellation);
            else
                await transaction.Run(ChangeCypher.Renew, Parameters.None, cancellation);
            return made;
        }, cancellation);
        if (!next.Agrees(made))
            await Renew(new Renewal(ontology), next, made, cancellation);
        _ontology = ontology;
    }

    private async ValueTask Renew(Renewal renewal, Derivation next, Derivation? made, CancellationToken cancellation)
    {
        await RenewAll(AllNodes.Entities(), renewal.OfEntity, cancellation);
        if (!next.HasWordsOf(made))
        {
            await RenewAll(AllNodes.Articles, renewal.OfArticle, cancellation);
            await RenewAll(AllNodes.Statements, renewal.OfStatement, cancellation);
        }
        await WriteAlone(async (transaction, _) => await transaction.Run(ChangeCypher.Adopt, Adopted(renewal.Ontology, next), cancellation), cancellation);
    }

    private async ValueTask RenewAll(string cypher, Func<Row, (Work, object)?> renew, CancellationToken cancellation)
    {
        for (string? after = ""; after is not null;)
        {
            var from = after;
            after = await WriteAlone(async (transaction, _) =>
            {
                var rows = await transaction.Run(cypher, AllNodes.After(from), cancellation);
                foreach (var work in rows.All.Select(renew).OfType<(Work Work, object Row)>().ToLookup(r => r.Work, r => r.Row))
                    await transaction.Run(ChangeCypher.Of(work.Key), new Parameters { ["rows"] = work.ToArray() }, cancellation);
                return rows.Count < AllNodes.Page ? null : rows[rows.Count - 1].Text(0);
            }, cancellation);
        }
    }

    private static Parameters Adopted(Ontology ontology, Derivation made) => new() { ["ontology"] = ontology.SourceText, ["made"] = made };
}
