using static Scrutineer.Tests.Scrutiny.Audits.SharedFacts;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>No fact of the shared file goes without a test that names it.</summary>
public class FactCoverageTests
{
    [Fact]
    public void Facts_EveryOne_IsNamedByATest()
    {
        var folder = Checkout.Path("tests/Scrutineer.Tests/Scrutiny/Audits");
        var text = string.Concat(Directory.GetFiles(folder, "*FactTests.cs").Select(File.ReadAllText));
        string[] byTheory = [.. PollingFactTests.Exact.Select(r => r.Data)];
        var facts = All().Select(f => (string)f!["id"]!).ToList();
        Assert.Equal(92, facts.Count);
        Assert.Equal(
            [],
            facts.Where(id =>
                !text.Contains($"\"{id}\"", StringComparison.Ordinal)
                && !byTheory.Contains(id)
                && !id.StartsWith("hamilton-hesse2016-", StringComparison.Ordinal)
                && !text.Contains($"\"{id["kazakhstan-2021-".Length..]}\"", StringComparison.Ordinal)
            )
        );
    }
}
