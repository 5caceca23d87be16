using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Greece: the seats of the strongest list before the others, under three acts.</summary>
public class HellenicParliamentTests
{
    private static readonly ElectoralLaw Law = Laws.Read("gr/parliament");

    [Fact]
    public void Dossier_September2015_GivesTheDeclaredSeats()
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read("gr-parliament-2015-09"), "parliament"));
        Assert.Equal("ANEL:10 EK:9 KKE:15 ND:75 PASOK:17 POTAMI:11 SYRIZA:145 XA:18", result.Standing!.Line());
        Assert.True(result.Agrees);
    }

    /// <summary>
    /// The lists with seats (Wikipedia for 2019 and June 2023; Kathimerini of 26 May 2023). The votes of all lists below the
    /// threshold are computed back from the published percentage of the first, and put in parts below three per cent.
    /// </summary>
    [Theory]
    [InlineData(
        "2008",
        5649370,
        "ND 2251618 158, SYRIZA 1781057 86, KINAL 457623 22, KKE 299621 15, EL 209290 10, MeRA25 194576 9"
    )]
    [InlineData("2016", 5903064, "ND 2407860 146, SYRIZA 1184500 71, PASOK 676166 41, KKE 426741 26, EL 262529 16")]
    [InlineData(
        "2020",
        5215291,
        "ND 2115322 158, SYRIZA 930013 47, PASOK 617487 32, KKE 401224 21, Spartans 243922 12, EL 231491 12, NIKI 193124 10, PE 165523 8"
    )]
    public void Evaluate_2019To2023_GivesTheDeclaredSeats(string edition, long valid, string lists)
    {
        var rows = lists.Split(", ").Select(l => l.Split(' ')).ToList();
        var rest = valid - rows.Sum(r => long.Parse(r[1], null));
        var parts = (int)(rest / (valid / 50)) + 1;
        var standing = Law.Named(edition)!
            .Evaluate(
                "parliament",
                Laws.Votes([
                    .. rows.Select(r => (r[0], long.Parse(r[1], null))),
                    .. Enumerable.Range(0, parts).Select(i => ($"below-{i}", (rest + i) / parts)),
                ])
            );
        Assert.Equal(rows.ToDictionary(r => r[0], r => int.Parse(r[2], null)), standing.Seats());
    }

    /// <summary>A 400, B 300, C 300. Fifty before 250: a quota of 4 gives 100, 75, 75. Without: a quota of 10/3.</summary>
    [Theory]
    [InlineData("2008", "A:150 B:75 C:75")]
    [InlineData("2016", "A:120 B:90 C:90")]
    [InlineData("2020", "A:150 B:75 C:75")]
    public void Bonus_ByHand_GoesBeforeTheOthers(string edition, string expected) =>
        Assert.Equal(
            expected,
            Law.Named(edition)!.Evaluate("parliament", Laws.Votes(("A", 400), ("B", 300), ("C", 300))).Line()
        );

    [Theory]
    [InlineData(2499, 0)]
    [InlineData(2500, 20)]
    [InlineData(2549, 20)]
    [InlineData(2550, 21)]
    [InlineData(3999, 49)]
    [InlineData(4000, 50)]
    [InlineData(4600, 50)]
    public void Bonus_OfTenThousand_GrowsByHalvesOfAPercent(long first, int bonus)
    {
        var each = (10000 - first) / 5;
        var standing = Law.Named("2020")!
            .Evaluate(
                "parliament",
                Laws.Votes(
                    ("A", first),
                    ("B", each),
                    ("C", each - 3),
                    ("D", each - 8),
                    ("E", each + 5),
                    ("F", 10000 - first - (4 * each) + 6)
                )
            );
        Assert.Equal(bonus, standing.SeatsBy["bonus"][0]);
        Assert.Equal(300, standing.Seats.Sum());
    }

    [Fact]
    public void Bonus_TwoFirst_WaitsForALot()
    {
        var tally = Laws.Votes(("A", 400), ("B", 400), ("C", 200));
        var open = Law.Named("2008")!.Evaluate("parliament", tally);
        Assert.Equal(Outcome.Tied, open.Ended);
        var drawn = Law.Named("2008")!.Evaluate("parliament", tally, [new Lot("bonus", ["A", "B"], ["B"])]);
        Assert.Equal("A:100 B:150 C:50", drawn.Line());
    }
}
