using Graph.Core;

namespace Graph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    /// <inheritdoc/>
    /// <remarks>
    /// Where languages, units or the ancestors of kinds differ from those that the nodes were made of, all are read, and those that differ are written anew, in transactions of at most 1,000: about a
    /// minute for 500,000 statements. Readers beside it may see either. What was made of which ontology is kept last: an interrupted renewal goes on when an ontology is adopted the next time,
    /// whichever, and until then nothing can be written. Of two that renew at once the one that began first ends with <see cref="ConflictException"/>.
    /// </remarks>
    public async ValueTask Adopt(Ontology ontology, CancellationToken cancellation)
    {
        await Schema.Ensure(_connection, ontology, _time, cancellation);
        var next = Derivation.Of(ontology);
        var renewing = Guid.NewGuid().ToString("N");
        var made = await WriteAlone(async (transaction, meta) =>
        {
            var made = Derivation.Read(meta.Value(3));
            if (next.Agrees(made))
                await transaction.Run(ChangeCypher.Adopt, Adopted(ontology, next), cancellation);
            else
                await transaction.Run(ChangeCypher.Renew, new Parameters { ["renewing"] = renewing }, cancellation);
            return made;
        }, cancellation);
        if (!next.Agrees(made))
            await Renew(new Renewal(ontology), renewing, next, made, cancellation);
        _ontology = ontology;
    }

    private async ValueTask Renew(Renewal renewal, string renewing, Derivation next, Derivation? made, CancellationToken cancellation)
    {
        await RenewAll(AllNodes.Entities(), renewal.OfEntity, renewing, cancellation);
        if (!next.HasWordsOf(made))
        {
            await RenewAll(AllNodes.Articles, renewal.OfArticle, renewing, cancellation);
            await RenewAll(AllNodes.Statements, renewal.OfStatement, renewing, cancellation);
        }
        await WriteAlone(async (transaction, meta) =>
        {
            StillAlone(meta, renewing);
            return await transaction.Run(ChangeCypher.Adopt, Adopted(renewal.Ontology, next), cancellation);
        }, cancellation);
    }

    private async ValueTask RenewAll(string cypher, Func<Row, (Work, object)?> renew, string renewing, CancellationToken cancellation)
    {
        for (string? after = ""; after is not null;)
        {
            var from = after;
            after = await WriteAlone(async (transaction, meta) =>
            {
                StillAlone(meta, renewing);
                var rows = await transaction.Run(cypher, AllNodes.After(from), cancellation);
                foreach (var work in rows.All.Select(renew).OfType<(Work Work, object Row)>().ToLookup(r => r.Work, r => r.Row))
                    await transaction.Run(ChangeCypher.Of(work.Key), new Parameters { ["rows"] = work.ToArray() }, cancellation);
                return rows.Count < AllNodes.Page ? null : rows[rows.Count - 1].Text(0);
            }, cancellation);
        }
    }

    // The lock is held for a page only, so that another process may begin in between: the last that began goes on.
    private static void StillAlone(Row meta, string renewing)
    {
        if (meta.TextOrNull(4) != renewing)
            throw new ConflictException("Another process began to adopt an ontology beside this one.", "Start all processes with the same ontology.");
    }

    private static Parameters Adopted(Ontology ontology, Derivation made) => new() { ["ontology"] = ontology.SourceText, ["made"] = made };
}
