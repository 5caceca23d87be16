using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Tests.Counting.Forms;

namespace Scrutineer.Tests.Counting.Copies;

public class CopyComparisonTests
{
    private static readonly string[] Lists = ["PPK", "NurOtan", "Auyl", "AkZhol", "Adal"];
    private static readonly FormLayout Layout = Shipped.Form("kz/station-2021").For(Lists);

    private static Protocol Copy(string station, CopyKind kind, Count registered, params long[] votes) =>
        new(
            Layout,
            UnitPath.Of("Almaty", station),
            kind,
            [
                .. Layout.Columns.Select(c =>
                    c.List is { } list ? new Count(votes[list])
                    : c.Name == "registered" ? registered
                    : Count.NotReported
                ),
            ]
        )
        {
            Lineage = new Lineage(kind == CopyKind.Observer ? "observers.csv" : "official.csv", int.Parse(station), 0),
        };

    private static Protocol Official(string station, params long[] votes) =>
        Copy(station, CopyKind.PublishedTable, new Count(100), votes);

    private static Protocol Observed(string station, params long[] votes) =>
        Copy(station, CopyKind.Observer, new Count(100), votes);

    [Fact]
    public void Of_ObserversAgainstOfficial_GivesAmountsByStation()
    {
        var comparison = CopyComparison.Of(
            Layout,
            [Observed("1", 10, 20, 0, 5, 0), Observed("2", 1, 2, 3, 4, 5), Observed("9", 0, 0, 0, 0, 0)],
            [Official("1", 5, 45, 0, 5, 0), Official("2", 1, 2, 3, 4, 5), Official("3", 7, 7, 7, 7, 7)]
        );
        Assert.Equal(2, comparison.Compared);
        Assert.Equal(["Almaty/9"], comparison.OnlyLeft.Select(u => u.Text));
        Assert.Equal(["Almaty/3"], comparison.OnlyRight.Select(u => u.Text));
        var difference = Assert.Single(comparison.Differences);
        Assert.Equal([-5L, 25L], difference.Fields.Select(f => f.Amount!.Value));
        Assert.Equal(30, difference.Gross);
        Assert.Equal(20, comparison.Net.Aggregate((a, b) => a + b));
        Assert.Equal(30, comparison.Gross.Aggregate((a, b) => a + b));
        Assert.Equal(22, comparison.LeftTotals[Layout.IndexOf("votes", 1)].Sum);
        Assert.Equal(47, comparison.RightTotals[Layout.IndexOf("votes", 1)].Sum);
        var finding = Assert.Single(CopyFindings.Of(comparison));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(
            "The observer's copy and the published table differ in 2 fields: votes:PPK 10 against 5 (−5); votes:NurOtan 20 against 45 (+25).",
            finding.Statement
        );
        Assert.Equal("Read both: line 1 of observers.csv, and line 1 of official.csv.", finding.Verify);
    }

    [Fact]
    public void Of_BlankAgainstNumber_IsANoticeWithoutAnAmount()
    {
        var comparison = CopyComparison.Of(
            Layout,
            [Copy("1", CopyKind.Observer, Count.Blank, 1, 1, 1, 1, 1)],
            [Official("1", 1, 1, 1, 1, 1)]
        );
        Assert.Null(Assert.Single(Assert.Single(comparison.Differences).Fields).Amount);
        Assert.Equal(Severity.Notice, Assert.Single(CopyFindings.Of(comparison)).Severity);
    }

    [Fact]
    public void Of_UnitTwiceOnOneSide_IsLeftOutAndTold()
    {
        var comparison = CopyComparison.Of(
            Layout,
            [Observed("1", 1, 0, 0, 0, 0), Observed("1", 2, 0, 0, 0, 0)],
            [Official("1", 3, 0, 0, 0, 0)]
        );
        Assert.Equal(0, comparison.Compared);
        Assert.Empty(comparison.Differences);
        Assert.Equal(CopyFindings.UnitRepeated, Assert.Single(CopyFindings.Of(comparison)).Code);
    }

    [Fact]
    public void SeatEffect_ObserversCopiesOfThreeStations_MovesSeatsAndNamesTheDecisiveOne()
    {
        var law = ElectoralLaw.Read(Checkout.Path("laws/kz/mazhilis.yaml"), new Problems())!;
        var edition = law.Named("2020")!;
        // The national result of 2021 as one remaining unit, and three stations with copies beside it.
        Protocol[] whole =
        [
            Official("1", 0, 20_000, 0, 0, 0),
            Official("2", 0, 300, 0, 0, 0),
            Official("3", 0, 10, 0, 0, 0),
            Official("4", 659_019, 5_127_764, 383_023, 792_828, 258_618),
        ];
        var comparison = CopyComparison.Of(
            Layout,
            whole[..3],
            [Observed("1", 20_000, 0, 0, 0, 0), Observed("2", 300, 0, 0, 0, 0), Observed("3", 10, 0, 0, 0, 0)]
        );
        var before = comparison.Totals(whole);
        var effect = SeatEffect.Of(edition, "lists", Layout, before, comparison.Replaced(whole));
        Assert.Equal([10, 76, 0, 12, 0], effect.Lists.Select(l => l.Before));
        Assert.Equal(98, effect.Lists.Sum(l => l.After));
        Assert.Equal(effect.Changes, !effect.Before.Seats.SequenceEqual(effect.After.Seats));
        var decisive = SeatEffect.Decisive(edition, "lists", comparison, before);
        Assert.All(decisive, d => Assert.Equal("Almaty/1", d.Unit.Text));
        Assert.Equal(effect.Changes ? 1 : 0, decisive.Count);
    }

    [Fact]
    public void Of_OtherBallot_IsMisuse()
    {
        var other = Shipped.Form("kz/station-2021").For(["A"]);
        var protocol = new Protocol(other, UnitPath.Of("1"), CopyKind.Observer, new Count[other.Columns.Count]);
        Assert.Throws<ArgumentException>(() => CopyComparison.Of(Layout, [protocol], []));
    }
}
