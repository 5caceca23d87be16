using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Drawing;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>What recounts confirm, by hand: three stations of 100 ballots, 60 to 40 in each.</summary>
public class AuditEvaluationTests
{
    private static readonly BallotCounts Reported = new([60, 40, 0, 0, 0]);

    [Fact]
    public void Weights_EqualStations_AreEqualAndTogetherSix()
    {
        // Each can overstate 20 + 100 of the 60 votes by which A leads: 2 margins, together 6.
        var audit = Audit();
        Assert.Single(audit.Weights.Distinct());
        Assert.Equal(6, audit.MostOverstated);
        // (5/6)ⁿ ≤ 1/20 from n = 17.
        Assert.Equal(18, audit.PlannedDraws(0.05));
    }

    [Fact]
    public void Of_OneVoteMoved_TaintIsTwoOfTheBound()
    {
        var audit = Audit();
        var recounts = new Dictionary<int, BallotCounts> { [0] = new([59, 41, 0, 0, 0]), [1] = Reported };
        var evaluation = AuditEvaluation.Of(audit, 0.05, [0, 1, 1], recounts);
        var p = Math.Pow(5.0 / 6, 3) / (1 - (2.0 / 120));
        Assert.Equal(p, evaluation.P, 1e-12);
        Assert.False(evaluation.Confirmed);
        // p · (5/6)ⁿ ≤ 1/20.
        Assert.Equal((int)Math.Ceiling(Math.Log(p / 0.05) / Math.Log(1.2)), evaluation.FurtherDraws);
        var findings = evaluation.Findings("verify");
        Assert.Equal(["recount-differs", "audit-goes-on"], findings.Select(f => f.Code));
        Assert.Contains("A 59 instead of 60 and B 41 instead of 40", findings[0].Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AllStationsCounted_LeavesNothingToChance()
    {
        var right = Enumerable.Range(0, 3).ToDictionary(i => i, _ => new BallotCounts([51, 49, 0, 0, 0]));
        Assert.Equal(0, AuditEvaluation.Of(Audit(), 0.05, [0, 1, 2], right).P);
        var wrong = Enumerable.Range(0, 3).ToDictionary(i => i, _ => new BallotCounts([50, 50, 0, 0, 0]));
        var evaluation = AuditEvaluation.Of(Audit(), 0.05, [0, 1, 2], wrong);
        Assert.Equal((1.0, null), (evaluation.P, evaluation.FurtherDraws));
    }

    [Fact]
    public void Of_MoreBallotsThanTheProtocol_ConfirmsNothing()
    {
        var recounts = new Dictionary<int, BallotCounts> { [0] = new([60, 41, 0, 0, 0]) };
        var evaluation = AuditEvaluation.Of(Audit(), 0.05, [.. Enumerable.Repeat(0, 30)], recounts);
        Assert.Equal(1, evaluation.P);
        Assert.Equal(Severity.Error, evaluation.Findings("v")[0].Severity);
    }

    [Fact]
    public void Of_EverythingOverstated_NoSampleCanConfirm()
    {
        var recounts = new Dictionary<int, BallotCounts> { [0] = new([0, 100, 0, 0, 0]) };
        var evaluation = AuditEvaluation.Of(Audit(), 0.05, [0, 0], recounts);
        Assert.Equal((1.0, null), (evaluation.P, evaluation.FurtherDraws));
        Assert.Contains("all ballots", evaluation.Findings("v")[^1].Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void DifferentStations_TwoDraws_IsTheMeanByHand() =>
        // 3 · (1 − (2/3)²).
        Assert.Equal(5.0 / 3, Audit().DifferentStations(2), 1e-12);

    [Fact]
    public void Read_BadRows_AreProblemsEachInItsPlace()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(
            path,
            "unit,A,B,invalid,ballots-issued\nS0,60,-1,0,100\nS0,60,40,0,100\nS9,1,1,1,3\nS2,60,40,0,100\nS1,60,41,0,100\n"
        );
        var problems = new Problems();
        var found = RecountFile.Read(
            SourceText.Read(path, problems)!,
            Audit().Manifest,
            [0, 1],
            ["A", "B"],
            againstAll: false,
            problems
        );
        File.Delete(path);
        Assert.Empty(found);
        Assert.Equal(
            [
                "'-1' is no number of ballots.",
                "'S0' stands in line 2 already.",
                "There is no station 'S9'.",
                "'S2' was not drawn.",
                "101 ballots were found and 100 issued.",
            ],
            problems.InOrder().Select(p => p.Found)
        );
    }

    [Fact]
    public void Read_MissingStation_IsAProblem()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "unit,A,B,invalid,ballots-issued\nS0,60,40,0,100\n");
        var problems = new Problems();
        RecountFile.Read(SourceText.Read(path, problems)!, Audit().Manifest, [0, 1], ["A", "B"], false, problems);
        File.Delete(path);
        Assert.Equal("The recount of 'S1' is missing.", Assert.Single(problems.InOrder()).Found);
    }

    private static StationAudit Audit()
    {
        var edition = LawText.Of("- divisor: { series: dhondt, cited }");
        var manifest = new StationManifest(
            [.. Enumerable.Range(0, 3).Select(i => new AuditedUnit($"S{i}", Reported, new Location("t", i + 2)))],
            "t",
            ""
        );
        var more = Assertion.Of("A has more votes than B", AssertionKind.MoreVotes, "", "", [1, -1, 0, 0, 0], 0, 1);
        return StationAudit.Of(
            new SeatAssertions(edition.Evaluate("lists", LawText.Votes(180, 120)), manifest.Total, [more], []),
            manifest
        );
    }
}
