using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Forms;

public class ProtocolFindingsTests
{
    private static readonly FormLayout Layout = Shipped.Form("kz/station-2021").For(["PPK", "NurOtan"]);

    private static Protocol Station(params (string Field, Count Value)[] changes)
    {
        var figures = new Dictionary<string, Count>(StringComparer.Ordinal)
        {
            ["registered"] = new(1200),
            ["received"] = new(1212),
            ["issued-station"] = new(900),
            ["issued-outside"] = new(20),
            ["cancelled"] = new(290),
            ["spoiled"] = new(2),
            ["in-fixed"] = new(899),
            ["in-mobile"] = new(20),
            ["invalid"] = new(9),
            ["votes:PPK"] = new(210),
            ["votes:NurOtan"] = new(700),
            ["members"] = new(7),
            ["signatures"] = new(7),
        };
        foreach (var (field, value) in changes)
        {
            figures[field] = value;
        }

        return new Protocol(
            Layout,
            UnitPath.Of("Almaty", "Bostandyk", "142"),
            CopyKind.Observer,
            [.. Layout.Columns.Select(c => figures[c.Name])]
        )
        {
            Lineage = new Lineage("stations.csv", 17, 4210),
        };
    }

    private static IReadOnlyList<Finding> Check(Protocol protocol) =>
        ProtocolFindings.Of(protocol, Layout.Check(protocol.Values, protocol.States));

    private static string RelationOf(Finding finding) =>
        finding.Figures.FirstOrDefault(f => f.Key == "relation").Value ?? "";

    [Fact]
    public void Of_SoundProtocol_FindsNothing() => Assert.Empty(Check(Station()));

    [Fact]
    public void Of_BrokenRelation_NamesBothSidesTheLineAndTheArticle()
    {
        var finding = Assert.Single(Check(Station(("in-fixed", new Count(890)))));
        Assert.Equal(ProtocolFindings.RelationBroken, finding.Code);
        Assert.Equal(
            ["relation=R2", "left=910", "right=919"],
            finding.Figures.Take(3).Select(f => $"{f.Key}={f.Value}")
        );
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(
            "Ballots found in the fixed boxes (8) plus ballots found in the mobile boxes (9) must equal invalid ballots (10) plus the sum of votes for the list (11); here 910 stands against 919, a difference of 9.",
            finding.Statement
        );
        Assert.Equal("kz-station-2021 R2: ce 43 (inferred)", finding.Basis);
        Assert.Equal("Almaty/Bostandyk/142", finding.Unit);
        Assert.Equal(new Location("stations.csv", 17), finding.Where);
        Assert.Contains(KeyValuePair.Create("votes:NurOtan", "700"), finding.Figures);
    }

    [Fact]
    public void Of_ExactHalfOfTheSignatures_IsNotAMajority()
    {
        var finding = Assert.Single(Check(Station(("members", new Count(8)), ("signatures", new Count(4)))));
        Assert.Equal("R6", RelationOf(finding));
        Assert.Empty(Check(Station(("members", new Count(7)), ("signatures", new Count(4)))));
    }

    [Fact]
    public void Of_IllegibleFigure_SaysWhichRelationsCannotBeTold()
    {
        var findings = Check(Station(("in-mobile", Count.Illegible)));
        Assert.All(findings, f => Assert.Equal((ProtocolFindings.RelationUntold, Severity.Info), (f.Code, f.Severity)));
        Assert.Equal(
            [
                "Whether R2 holds cannot be told: in-mobile is illegible.",
                "Whether R3 holds cannot be told: in-mobile is illegible.",
                "Whether R4 holds cannot be told: in-mobile is illegible.",
                "Whether R7 holds cannot be told: in-mobile is illegible.",
            ],
            findings.Select(f => f.Statement)
        );
    }

    [Fact]
    public void Of_FiguresNearTheLimitOfSixtyFourBits_AreComparedExactly()
    {
        var findings = Check(
            Station(
                ("received", new Count(long.MaxValue)),
                ("issued-station", new Count(long.MaxValue)),
                ("issued-outside", new Count(long.MaxValue)),
                ("registered", new Count(long.MaxValue)),
                ("in-mobile", Count.NotReported)
            )
        );
        var first = findings.First(f => RelationOf(f) == "R1");
        Assert.EndsWith("a difference of 9,223,372,036,854,776,099.", first.Statement, StringComparison.Ordinal);
        Assert.Contains(findings, f => RelationOf(f) == "R5");
    }
}
