using Graph.Core;

namespace Graph.SqliteStore;

internal sealed partial class Writer
{
    private static readonly string[] RoleNames = [.. Enum.GetValues<NameRole>().Select(Columns.Name)];

    private readonly Command _insertEntity;
    private readonly Command _insertName;
    private readonly Command _insertTerms;

    private void Write(Change.OfEntity change)
    {
        if (change is { Before: { } before, After: { } changed } && before.Key != changed.Key)
            throw new ArgumentException("An entity's key does not change.", nameof(change));
        if (change.After is not { } after)
        {
            DeleteNames(change.Before!.Key);
            Run("entity", "DELETE FROM entity WHERE key = ?1", change.Before.Key);
        }
        else if (change.Before is null)
        {
            _insertEntity.Bind(1, after.Key);
            _insertEntity.Bind(2, after.Kind);
            _insertEntity.Bind(3, SortKeys.Name(after, _ontology));
            _insertEntity.Bind(4, CanonicalJson.Of(after));
            _insertEntity.Run();
            InsertNames(after);
        }
        else
        {
            Run("entity", "UPDATE entity SET kind = ?2, by_name = ?3, body = ?4 WHERE key = ?1", after.Key, after.Kind, SortKeys.Name(after, _ontology), CanonicalJson.Of(after));
            DeleteNames(after.Key);
            InsertNames(after);
        }
    }

    private void InsertNames(Entity entity)
    {
        foreach (var name in entity.Names)
        {
            _insertName.Bind(1, entity.Key);
            _insertName.Bind(2, Folding.Fold(name.Text));
            _insertName.Bind(3, name.Text);
            _insertName.Bind(4, name.Language);
            _insertName.Bind(5, RoleNames[(int)name.Role]);
            _insertName.Bind(6, name.Linkable ? 1 : 0);
            _insertName.Run();
            _insertTerms.Bind(1, _connection.LastRow);
            _insertTerms.Bind(2, string.Join(' ', SearchTerms.Of(name.Text)));
            _insertTerms.Run();
        }
    }

    private void DeleteNames(string entity)
    {
        foreach (var sql in new[] { "DELETE FROM name_terms WHERE rowid IN (SELECT n FROM name WHERE entity = ?1)", "DELETE FROM name WHERE entity = ?1" })
        {
            using var delete = _connection.Prepare(sql);
            delete.Bind(1, entity);
            delete.Run();
        }
    }
}
