using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Israel: largest averages among agreements on surplus votes, and then within each of them.</summary>
public class KnessetTests
{
    private static readonly ElectoralLaw Law = Laws.Read("il/knesset");

    [Fact]
    public void Dossier_September2019_GivesTheDeclaredSeats()
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read("il-knesset-2019-09"), "knesset"));
        Assert.Equal("BW:33 DU:5 JOINT:13 LABOR:6 LIKUD:32 SHAS:9 UTJ:7 YAMINA:7 YB:8", result.Standing!.Line());
        Assert.True(result.Agrees);
    }

    /// <summary>
    /// The lists that passed the threshold, with their votes, seats and agreements (the letters), as in
    /// martinlackner/apportionment, examples/knesset.txt.
    /// </summary>
    [Theory]
    [InlineData(
        "2004",
        "Likud-Beitenu a 885163 31, Jewish-Home a 345985 12, Yesh-Atid b 543458 19, Labor b 432118 15, Shas c 331868 11, UTJ c 195892 7, Hatnua d 189167 6, Meretz d 172403 6, UAL . 138450 4, Hadash e 113439 4, Balad e 97030 3, Kadima . 78974 2"
    )]
    [InlineData(
        "2014",
        "Likud a 985408 30, Jewish-Home a 283910 8, Zionist-Camp b 786313 24, Meretz b 165529 5, Joint . 446583 13, Yesh-Atid . 371602 11, Kulanu c 315360 10, Beitenu c 214906 6, Shas d 241613 7, UTJ d 210143 6"
    )]
    [InlineData(
        "2014",
        "Likud a 1140370 35, United-Right a 159468 5, Blue-White . 1125881 35, Shas b 258275 8, UTJ b 249049 8, Hadash c 193442 6, Raam c 143666 4, Labor d 190870 6, Meretz d 156473 4, Beitenu . 173004 5, Kulanu . 152756 4"
    )]
    public void Evaluate_2013To2019_GivesTheDeclaredSeats(string edition, string lists)
    {
        var rows = lists.Split(", ").Select(l => l.Split(' ')).ToList();
        var tally = Laws.Votes([.. rows.Select(r => (r[0], long.Parse(r[2], null)))]);
        tally = tally with
        {
            Contenders =
            [
                .. tally.Contenders.Select((c, i) => c with { Alliance = rows[i][1] == "." ? null : rows[i][1] }),
            ],
        };
        var standing = Law.Named(edition)!.Evaluate("knesset", tally);
        Assert.Equal(rows.ToDictionary(r => r[0], r => int.Parse(r[3], null)), standing.Seats());
    }

    /// <summary>
    /// Ten seats; A 600 and B 300 have an agreement, C 500. Together 900 ÷ 1 … 7 = 128.6 against 500, 250, 166.7: seven and
    /// three. Within, 600, 300 and 300, 200, 150 and 150, 120: five and two. Alone, C's fourth (125) beats A's fifth (120).
    /// </summary>
    [Fact]
    public void Join_ByHand_MovesASeat()
    {
        var edition = Law.Named("2014")!.WithSeats(10, "knesset");
        Assert.Equal("A:5 B:2 C:3", edition.Evaluate("knesset", Allied(600, 300, 500)).Line());
        Assert.Equal("A:4 B:2 C:4", edition.Evaluate("knesset", Laws.Votes(("A", 600), ("B", 300), ("C", 500))).Line());
    }

    /// <summary>B has 15 of 1,115, less than 3.25 %: A stands alone. Nine seats: 600 … 120 five, 500 … 125 four.</summary>
    [Fact]
    public void Join_PartnerBelowTheThreshold_IsVoid()
    {
        var standing = Law.Named("2014")!.WithSeats(9, "knesset").Evaluate("knesset", Allied(600, 15, 500));
        Assert.Equal("A:5 C:4", standing.Line());
    }

    [Theory]
    [InlineData("2014", 130, true)]
    [InlineData("2014", 129, false)]
    [InlineData("2004", 80, true)]
    [InlineData("2004", 79, false)]
    public void Admit_ExactlyTheThresholdOf4000_TakesPart(string edition, long votes, bool admitted) =>
        Assert.Equal(admitted, Law.Named(edition)!.Evaluate("knesset", Allied(2500, votes, 1500 - votes)).Admitted[1]);

    /// <summary>Three seats for 300 and 300 within an alliance of two: 300, 300, then 150 and 150 are equal.</summary>
    [Fact]
    public void Within_EqualAverages_AsksForALot()
    {
        var edition = Law.Named("2014")!.WithSeats(4, "knesset");
        var open = edition.Evaluate("knesset", Allied(300, 300, 200));
        Assert.Equal(Outcome.Tied, open.Ended);
        Assert.Equal("A, B", string.Join(", ", open.Tie!.Among));
        var drawn = edition.Evaluate("knesset", Allied(300, 300, 200), [new Lot("lists", ["A", "B"], ["B"])]);
        Assert.Equal("A:1 B:2 C:1", drawn.Line());
    }

    private static Tally Allied(long a, long b, long c)
    {
        var tally = Laws.Votes(("A", a), ("B", b), ("C", c));
        return tally with
        {
            Contenders = [.. tally.Contenders.Select(l => l.Id == "C" ? l : l with { Alliance = "A and B" })],
        };
    }
}
