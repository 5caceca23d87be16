using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Austria: whole quotas in regional constituencies and Länder, the rest by largest averages in the whole.</summary>
public class NationalratTests
{
    private static readonly Edition Edition = Laws.Read("at/nationalrat").Named("1992")!;

    [Fact]
    public void Dossier_2024_GivesTheDeclaredSeats()
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read("at-nationalrat-2024"), "nationalrat"));
        Assert.Equal("FPOE:57 GRUENE:16 NEOS:18 OEVP:51 SPOE:41", result.Standing!.Line());
        Assert.True(result.Agrees);
    }

    /// <summary>
    /// X has 8 seats and 1,600 votes, number 200: in x1 A 500, B 260 get 2 and 1, in x2 A 300, B 340 get 1 each; C (40 and
    /// 160) none. Y has 4 and 601, 150.25 raised to 151: A 210, B 390 get 1 and 2. In X as a whole A 800, B 600, C 200 earn
    /// 4, 3 and 1: one more each. In the whole A 1,010, B 990, C 201: 1010, 990, 505, 495, 336.7, 330, 252.5, 247.5, 202,
    /// 201, 198, 168.3 are twelve: 6, 5 and 1; A has 5 and gets one.
    /// </summary>
    [Fact]
    public void Tiers_ByHand_EachAddsWhatIsMissing()
    {
        var standing = Edition
            .WithSeats(12, "nationalrat")
            .Evaluate(
                "nationalrat",
                Whole(
                    Land("X", 8, ("x1", [500, 260, 40]), ("x2", [300, 340, 160])),
                    Land("Y", 4, ("y1", [210, 390, 1]))
                )
            );
        Assert.Equal([4, 4, 0], standing.SeatsBy["regional"]);
        Assert.Equal([1, 1, 1], standing.SeatsBy["land"]);
        Assert.Equal([1, 0, 0], standing.SeatsBy["federal"]);
        Assert.Equal("A:6 B:5 C:1", standing.Line());
    }

    /// <summary>601 votes and 4 seats: the number is 151 and not 150.25, of which B's 301 would hold two.</summary>
    [Fact]
    public void Divide_NumberOfTheLand_IsRaised()
    {
        var standing = Edition
            .WithSeats(4, "nationalrat")
            .Evaluate("nationalrat", Whole(Land("Y", 4, ("y1", [300, 301, 0]))));
        Assert.Equal([1, 1, 0], standing.SeatsBy["regional"]);
        Assert.Equal("A:2 B:2", standing.Line());
    }

    /// <summary>
    /// C has 380 of 9,980 votes, 3.8 %, all in Z, whose only seat costs 380. With it, it takes part; its share of ten is
    /// none, so it keeps the seat and leaves: nine for A 5,000 and B 4,600 are 5 and 4. With 379, C is out: ten are 5 and 5.
    /// </summary>
    [Theory]
    [InlineData(380, 0, "A:5 B:4 C:1")]
    [InlineData(379, 1, "A:5 B:5")]
    public void Admit_OneRegionalSeat_IsEnough(long c, long a, string expected)
    {
        var standing = Edition
            .WithSeats(10, "nationalrat")
            .Evaluate("nationalrat", Whole(Land("X", 9, ("x", [5000, 4600, 0])), Land("Z", 1, ("z", [a, 0, c]))));
        Assert.Equal(expected, standing.Line());
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(399, false)]
    public void Admit_ExactlyFourPerCentOfTenThousand_TakesPart(long votes, bool admitted)
    {
        var standing = Edition
            .WithSeats(10, "nationalrat")
            .Evaluate("nationalrat", Whole(Land("X", 10, ("x", [5000, 5000 - votes, votes]))));
        Assert.Equal(admitted, standing.Admitted[2]);
    }

    private static Tally Whole(params Tally[] lands) => new() { Contenders = Sum(lands), Parts = lands };

    private static Tally Land(string name, int seats, params (string Name, long[] Votes)[] regions)
    {
        List<Tally> parts =
        [
            .. regions.Select(r => new Tally
            {
                Unit = r.Name,
                Level = "regional-constituency",
                Contenders = [.. r.Votes.Select((v, i) => new Contender("ABC"[i].ToString(), new Count(v)))],
            }),
        ];
        return new Tally
        {
            Unit = name,
            Level = "land",
            Seats = new Count(seats),
            Contenders = Sum(parts),
            Parts = parts,
        };
    }

    private static List<Contender> Sum(IReadOnlyList<Tally> parts) =>
        [
            .. parts[0]
                .Contenders.Select(
                    (c, i) => new Contender(c.Id, new Count(parts.Sum(p => p.Contenders[i].Votes.Value!.Value)))
                ),
        ];
}
