using System.Text;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;

namespace Scrutineer.Tests.Dossier;

/// <summary>A constituency that a dossier lists and has no figure of is unknown, not absent.</summary>
public sealed class UnitTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-");

    public void Dispose() => folder.Delete(true);

    /// <summary>Norway 2021 without its rows of Oslo: the seats of the other counties alone are not those of the Storting.</summary>
    [Fact]
    public void TallyOf_ConstituencyWithoutRows_LeavesTheSeatsOpen()
    {
        var dossier = Without("Oslo");
        var tally = dossier.TallyOf("storting");
        Assert.Equal(19, tally.Parts.Count);
        Assert.All(tally.Contenders, c => Assert.False(c.Votes.IsKnown));
        var result = Assert.Single(ElectionResult.OfContest(dossier, "storting"));
        Assert.Equal(Outcome.Unknown, result.Standing!.Ended);
    }

    /// <summary>A unit that holds only another contest is no part of this one.</summary>
    [Fact]
    public void TallyOf_ConstituencyOfAnotherContest_IsNoPart()
    {
        var dossier = Without("Oslo", head => head.Replace("  Oslo: {}", "  Oslo: { contests: [council] }"));
        Assert.Equal(18, dossier.TallyOf("storting").Parts.Count);
    }

    private ElectionDossier Without(string unit, Func<string, string>? edit = null)
    {
        var head = File.ReadAllText(Checkout.Path("elections/no-storting-2021/election.yaml"), Encoding.UTF8);
        if (edit is not null)
        {
            // A second contest, for a unit can only name one that the dossier has.
            head = edit(head).Replace("\ncontests:\n", "\ncontests:\n  council: {}\n", StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "election.yaml"), head);
        File.WriteAllLines(
            Path.Combine(folder.FullName, "results.csv"),
            File.ReadLines(Checkout.Path("elections/no-storting-2021/results.csv"))
                .Where(l => !l.Contains($",{unit},", StringComparison.Ordinal))
        );
        var problems = new Problems();
        var dossier = ElectionDossier.Read(folder.FullName, edition: edit is null ? null : "2005", problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return dossier!;
    }
}
