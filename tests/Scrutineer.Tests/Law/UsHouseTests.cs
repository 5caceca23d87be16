using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>The House of Representatives among the States, by equal proportions.</summary>
public class UsHouseTests
{
    private static readonly Edition Edition = Laws.Read("us/house").Named("1941")!;

    [Theory]
    [InlineData("us-house-2010")]
    [InlineData("us-house-2020")]
    public void Dossier_Census_GivesTheSeatsOfEveryState(string id)
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read(id), "states"));
        Assert.Equal(435, result.Standing!.Seats.Sum());
        Assert.True(result.Agrees);
    }

    /// <summary>
    /// In 2020 New York lacked 89 people for a 27th seat, which Minnesota's eighth took (Census Bureau, 26 April 2021).
    /// </summary>
    [Theory]
    [InlineData(88, 26, 8)]
    [InlineData(89, 27, 7)]
    public void Evaluate_NewYorkWith89More_HasOneMore(long more, int newYork, int minnesota)
    {
        var tally = Dossiers.Read("us-house-2020").TallyOf("states", "nation");
        tally = tally with
        {
            Contenders =
            [
                .. tally.Contenders.Select(c =>
                    c.Id == "NY" ? c with { Votes = new Scrutineer.Counting.Count(c.Votes.Value!.Value + more) } : c
                ),
            ],
        };
        var seats = Edition.Evaluate("states", tally).Seats();
        Assert.Equal((newYork, minnesota), (seats["NY"], seats["MN"]));
    }

    /// <summary>900 and 100: each has one; 900 ÷ √90 = 94.9 is above 100 ÷ √2 = 70.7, so the next nine are A's.</summary>
    [Fact]
    public void Divisor_ByHand_ComparesGeometricMeans()
    {
        var tally = Laws.Votes(("A", 900), ("B", 100));
        Assert.Equal("A:10 B:1", Edition.WithSeats(11, "states").Evaluate("states", tally).Line());
        // 900 ÷ √(12 × 13) = 72.1, then 900 ÷ √(13 × 14) = 66.7: B's second seat is the fifteenth.
        Assert.Equal("A:13 B:1", Edition.WithSeats(14, "states").Evaluate("states", tally).Line());
        Assert.Equal("A:13 B:2", Edition.WithSeats(15, "states").Evaluate("states", tally).Line());
    }

    [Fact]
    public void Divisor_FewerSeatsThanStates_HasNoDistribution() =>
        Assert.Equal(
            Outcome.NoDistribution,
            Edition.WithSeats(1, "states").Evaluate("states", Laws.Votes(("A", 900), ("B", 100))).Ended
        );

    [Fact]
    public void Divisor_EqualStates_StaysOpen() =>
        Assert.Equal(
            Outcome.Tied,
            Edition.WithSeats(3, "states").Evaluate("states", Laws.Votes(("A", 100), ("B", 100))).Ended
        );
}
