using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Cantons that elect biproportionally: Zürich, Aargau, Grisons.</summary>
public class CantonTests
{
    private static readonly Edition Zurich = Laws.Read("ch/zh-council").Named("2007")!;

    [Fact]
    public void Dossier_Zurich2019_GivesTheDeclaredSeatsInEveryDistrict()
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read("ch-zh-council-2019"), "council"));
        Assert.Equal(180, result.Standing!.Seats.Sum());
        Assert.True(result.Agrees);
        Assert.Equal(18, result.OfficialByPlace.Count);
        Assert.Empty(result.DisagreeingPlaces);
    }

    /// <summary>
    /// The official results of three cantons, in every cell. Those of Aargau come as voter numbers with two decimals; times
    /// a hundred and the seats of the district they are votes again.
    /// </summary>
    [Theory]
    [InlineData("proporz-real-111", "ch/gr-council", "constituency")]
    [InlineData("proporz-real-112", "ch/ag-council", "district")]
    [InlineData("proporz-real-113", "ch/zh-council", "district")]
    public void Cases_ThreeCantons_GiveTheSeatsInEveryCell(string id, string law, string level)
    {
        var @case = Cases.Read("biproportional.json").Single(c => c.Id() == id);
        var seats = @case.Input("district_seats").Numbers();
        var numbers = id == "proporz-real-112";
        var votes = @case
            .Input("votes_by_district")
            .EnumerateObject()
            .ToDictionary(
                d => d.Name,
                d =>
                    d.Value.EnumerateObject()
                        .ToDictionary(l => l.Name, l => numbers ? Hundred(l.Value) * seats[d.Name] : l.Value.GetInt64())
            );
        var tally = Cases.Tally(level, votes, (place, part) => part with { Seats = new Count(seats[place]) });
        var standing = Laws.Read(law).Editions[^1].Evaluate("council", tally);
        Assert.Equal(Outcome.Allocated, standing.Ended);
        foreach (var (place, expected) in @case.Expected("seats_by_district").Tables())
        {
            Assert.Equal((place, expected.Line()), (place, standing.Places.Single(p => p.Place == place).Line()));
        }
    }

    /// <summary>
    /// North has two seats, South one. Voter numbers A 60 ÷ 2 + 18 = 48, B 40 ÷ 2 + 30 = 50: of three seats B has 50 and
    /// 16.67, A 48 before 16: A 1, B 2. Placed, A's seat is in North (60 against 40) and B has one in each.
    /// </summary>
    [Fact]
    public void Biproportion_ByHand_BothSidesHaveTheirSeats()
    {
        var standing = Small(2, [60, 40], 1, [18, 30]);
        Assert.Equal("48, 50", string.Join(", ", standing.Weighed));
        Assert.Equal("A:1 B:2", standing.Line());
        Assert.Equal(["A:1 B:1", "B:1"], standing.Places.Select(p => p.Line()));
    }

    /// <summary>5 ÷ 2 = 2.5 is 3 voters in Zürich and 2.5 in Aargau.</summary>
    [Theory]
    [InlineData("ch/zh-council", "3, 2")]
    [InlineData("ch/ag-council", "5/2, 2")]
    public void Weigh_AHalf_IsRoundedWhereTheActSaysSo(string law, string expected) =>
        Assert.Equal(
            expected,
            string.Join(", ", Laws.Read(law).Editions[^1].Evaluate("council", District(2, [5, 4], 0, [0, 0])).Weighed)
        );

    /// <summary>
    /// A stands in North alone, B in South alone, two seats each. Voter numbers 300 and 50: 300, 100, 60 and 50 give A three,
    /// of which North can take two.
    /// </summary>
    [Fact]
    public void Biproportion_NoPlacing_SaysWhichListsAndPlaces()
    {
        var standing = Small(2, [600, 0], 2, [0, 100]);
        Assert.Equal(Outcome.NoDistribution, standing.Ended);
        Assert.Contains("A", standing.Because, StringComparison.Ordinal);
        Assert.Contains("North", standing.Because, StringComparison.Ordinal);
    }

    /// <summary>B has exactly five per cent in South alone, and takes part everywhere; with one vote less nowhere.</summary>
    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public void Admit_FivePerCentInOneDistrict_IsEnough(long votes, bool admitted) =>
        Assert.Equal(admitted, Small(2, [1000, 10], 1, [100 - votes, votes]).Admitted[1]);

    /// <summary>Grisons: B leads in South and must have its only seat, though A earns all by its quotients.</summary>
    [Fact]
    public void Biproportion_StrongestOfAPlace_HasOneInGrisons()
    {
        var grisons = Laws.Read("ch/gr-council").Editions[^1].WithSeats(3, "council");
        var tally = District(2, [100, 90], 1, [48, 52], "constituency");
        var standing = grisons.Evaluate("council", tally);
        Assert.Equal("B:1", standing.Places[1].Line());
    }

    private static long Hundred(JsonElement number) => (long)(number.GetDecimal() * 100);

    private static Standing Small(int north, long[] northVotes, int south, long[] southVotes) =>
        Zurich.WithSeats(north + south, "council").Evaluate("council", District(north, northVotes, south, southVotes));

    private static Tally District(
        int north,
        long[] northVotes,
        int south,
        long[] southVotes,
        string level = "district"
    ) =>
        Cases.Tally(
            level,
            new()
            {
                ["North"] = new() { ["A"] = northVotes[0], ["B"] = northVotes[1] },
                ["South"] = new() { ["A"] = southVotes[0], ["B"] = southVotes[1] },
            },
            (place, part) => part with { Seats = new Count(place == "North" ? north : south) }
        );
}
