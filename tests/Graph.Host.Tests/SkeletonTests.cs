namespace Graph.HostTests;

public class SkeletonTests { [Xunit.Fact] public void Runs() => Xunit.Assert.Equal(2, 1 + 1); }
