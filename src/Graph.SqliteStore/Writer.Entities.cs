using Graph.Core;

namespace Graph.SqliteStore;

internal sealed partial class Writer
{
    private static readonly string[] RoleNames = [.. Enum.GetValues<NameRole>().Select(Columns.Name)];

    private readonly Command _insertEntity;
    private readonly Command _insertName;
    private readonly Command _insertTerms;

    private void Write(Change.OfEntity change, PreparedEntity? after)
    {
        if (change.Before is not null && after is not null && change.Before.Key != after.Entity.Key)
            throw new ArgumentException("An entity's key does not change.", nameof(change));
        if (after is null)
        {
            DeleteNames(change.Before!.Key);
            Run("entity", "DELETE FROM entity WHERE key = ?1", change.Before.Key);
        }
        else if (change.Before is null)
        {
            _insertEntity.Bind(1, after.Entity.Key);
            _insertEntity.Bind(2, after.Entity.Kind);
            _insertEntity.Bind(3, after.ByName);
            _insertEntity.Bind(4, after.Shown);
            _insertEntity.Bind(5, after.Body);
            _insertEntity.Run();
            InsertNames(after);
        }
        else
        {
            Run("entity", "UPDATE entity SET kind = ?2, by_name = ?3, names = ?4, body = ?5 WHERE key = ?1",
                after.Entity.Key, after.Entity.Kind, after.ByName, after.Shown, after.Body);
            DeleteNames(after.Entity.Key);
            InsertNames(after);
        }
    }

    private void InsertNames(PreparedEntity prepared)
    {
        foreach (var (name, folded, terms) in prepared.Names)
        {
            _insertName.Bind(1, prepared.Entity.Key);
            _insertName.Bind(2, folded);
            _insertName.Bind(3, name.Text);
            _insertName.Bind(4, name.Language);
            _insertName.Bind(5, RoleNames[(int)name.Role]);
            _insertName.Bind(6, name.Linkable ? 1 : 0);
            _insertName.Run();
            _insertTerms.Bind(1, _connection.LastRow);
            _insertTerms.Bind(2, terms);
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
