using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Tests.Dossier;

namespace Scrutineer.Tests.Claims;

/// <summary>What is wrong with a file of claims is located, all of it.</summary>
public sealed class ClaimProblemsTests : IDisposable
{
    private const string Head = """
        scrutineer-claims: "1"
        sources:
          a: { title: A text, published: 2020-12-22 }
          b: { title: Another text, published: 2021-01-11, from: [a] }
        topics:
          parties: { question: How many parties take part? }
        claims:

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-claims-");

    public void Dispose() => folder.Delete(recursive: true);

    private IReadOnlyList<string> Problems(string claims, string head = Head)
    {
        var home = Checkout.Path("elections/kz-mazhilis-2021");
        foreach (var name in new[] { "election.yaml", "results.csv", "events.yaml" })
        {
            File.Copy(Path.Combine(home, name), Path.Combine(folder.FullName, name), overwrite: true);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "claims.yaml"), head + claims);
        var problems = new Problems();
        var facts = DossierFacts.Read(Dossiers.Read("kz-mazhilis-2021"), problems);
        var dossier = ElectionDossier.Read(folder.FullName, null, problems);
        ClaimLedger.Read(dossier!, facts!, default, null, problems);
        return [.. problems.InOrder().Select(p => p.ToString())];
    }

    [Theory]
    [InlineData("  - { about: parties, says: Six., sources: [a], number: 6 }\n", null)]
    [InlineData("  - { about: parties, says: Some., sources: [a], number: 6 % }\n", "has no base")]
    [InlineData("  - { about: party, says: Six., sources: [a], number: 6 }\n", "no question of this file")]
    [InlineData("  - { about: parties, says: Six., sources: [c], number: 6 }\n", "which is not listed")]
    [InlineData("  - { about: parties, says: Six., sources: [], number: 6 }\n", "has no source")]
    [InlineData("  - { about: parties, says: Six., sources: [a], number: 6, word: six }\n", "several forms")]
    [InlineData("  - { about: parties, says: Six., sources: [a], date: 2021-02-30 }\n", "stands '2021-02-30'")]
    [InlineData(
        "  - { about: parties, says: Six., sources: [a, b], relative: { years-before: 1 } }\n",
        "in several texts"
    )]
    [InlineData("  - { about: parties, says: Six., sources: [a], names: [Nobody At All] }\n", "no name, alias or id")]
    [InlineData("  - { about: parties, says: Six., sources: [a], speaker: Nobodyatall }\n", "not in the registry")]
    public void Read_AStatement_IsReadOrItsProblemLocated(string claim, string? problem)
    {
        var found = Problems(claim);
        if (problem is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(
                found,
                p =>
                    p.Contains(problem, StringComparison.Ordinal)
                    && p.Contains("claims.yaml:8:", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Read_TextsThatComeFromEachOther_AreAProblem()
    {
        var found = Problems(
            "  - { about: parties, says: Six., sources: [a], number: 6 }\n",
            Head.Replace("published: 2020-12-22", "published: 2020-12-22, from: [b]", StringComparison.Ordinal)
        );
        Assert.Equal(2, found.Count);
        Assert.All(found, p => Assert.Contains("comes from itself", p, StringComparison.Ordinal));
    }
}
