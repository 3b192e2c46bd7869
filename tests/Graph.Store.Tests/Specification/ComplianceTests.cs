using Xunit;

namespace Graph.StoreTests;

/// <summary>No store may skip a part of the specification.</summary>
public class ComplianceTests
{
    private static Type[] Types => typeof(ComplianceTests).Assembly.GetTypes();

    [Fact]
    public void Every_specification_is_inherited_for_every_store()
    {
        var specifications = Types.Where(t => t is { IsAbstract: true, IsGenericTypeDefinition: true } && Bases(t).Any(IsRoot)).ToArray();
        Assert.True(specifications.Length >= 3, "The specifications are not found any more.");
        var missing = from fixture in Types.Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(StoreFixture)))
                      from specification in specifications
                      where !Types.Any(t => !t.IsAbstract && Bases(t).Contains(specification.MakeGenericType(fixture)))
                      select $"{specification.Name} for {fixture.Name}";
        Assert.Empty(missing);
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
    }

    private static bool IsRoot(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(StoreSpecification<>) || type.GetGenericTypeDefinition() == typeof(SampleSpecification<>));
}
