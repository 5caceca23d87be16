using Scrutineer.Counting;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Iceland: D'Hondt in six constituencies, levelling seats going on from there, each placed where it is most due.</summary>
public class AlthingTests
{
    private static readonly Edition Edition = Laws.Read("is/althingi").Named("2000")!;

    [Theory]
    [InlineData("is-althingi-2007", "B:7 D:25 F:4 S:18 V:9")]
    [InlineData("is-althingi-2013", "A:6 B:19 D:19 S:9 V:7 Þ:3")]
    [InlineData("is-althingi-2016", "A:4 B:8 C:7 D:21 P:10 S:3 V:10")]
    public void Dossier_GivesTheDeclaredTotals(string id, string seats)
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read(id), "althingi"));
        Assert.True(result.Agrees);
        Assert.Equal(seats, result.Standing!.Line());
        Assert.Equal(63, result.Standing!.Places.Sum(p => p.Seats.Sum()));
    }

    /// <summary>
    /// Of nine cases, the law and four other ways of placing the levelling seats. Three of those give the law's seats for
    /// 2013; "pure vote ratios" does not, and is no law. "Nordic everywhere" is this law with other divisors.
    /// </summary>
    [Fact]
    public void Cases_All_GiveSeatsInEveryConstituency()
    {
        var cases = Cases.Read("national-iceland.json");
        var byId = cases.ToDictionary(c => c.Id());
        foreach (var @case in cases)
        {
            var source = @case.GetProperty("input").TryGetProperty("votes_ref", out var reference)
                ? byId[reference.GetString()!]
                : @case;
            var nordic = @case.Id() == "is-2013-divider-nordic";
            var expected = @case.Expected("seats_by_district").Tables();
            var standing = (nordic ? Nordic() : Edition).Evaluate("althingi", Votes(source));
            var same = expected.All(p => standing.Places.Single(s => s.Place == p.Key).Line() == p.Value.Line());
            Assert.Equal((@case.Id(), @case.Id() != "is-2013-method-pure-vote-ratios"), (@case.Id(), same));
        }
    }

    /// <summary>
    /// Two constituencies of two seats and one levelling seat each. North: A 60, B 40 (60, 40: one each). South: A 70, B 30
    /// (70, 35: both A). Of six by D'Hondt, going on from A 3 and B 1: A 130 ÷ 4 = 32.5 against B 70 ÷ 2 = 35: B; then A
    /// 32.5 against B 23.3: A. B's seat is placed first, for its quotient is larger: in South its share is 0.3 ÷ 1, in
    /// North 0.4 ÷ 2 = 0.2. So A's goes North.
    /// </summary>
    [Fact]
    public void Place_TwoConstituenciesByHand_LargestShareForTheNextSeat()
    {
        var standing = Edition
            .WithSeats(6, "althingi")
            .Evaluate(
                "althingi",
                Cases.Tally(
                    "constituency",
                    new()
                    {
                        ["North"] = new() { ["A"] = 60, ["B"] = 40 },
                        ["South"] = new() { ["A"] = 70, ["B"] = 30 },
                    },
                    (_, part) => part with { Seats = new Count(2), LevellingSeats = new Count(1) }
                )
            );
        Assert.Equal("A:4 B:2", standing.Line());
        Assert.Equal(["A:2 B:1", "A:2 B:1"], standing.Places.Select(p => p.Line()));
    }

    private static Tally Votes(System.Text.Json.JsonElement @case)
    {
        var seats = @case.Input("district_seats").Numbers();
        var levelling = @case.Input("leveling_seats").Numbers();
        return Cases.Tally(
            "constituency",
            @case.Input("votes_by_district").Tables(),
            (unit, part) => part with { Seats = new Count(seats[unit]), LevellingSeats = new Count(levelling[unit]) }
        );
    }

    private static Edition Nordic()
    {
        var problems = new Problems();
        var edition = Edition.With(
            [],
            [
                .. new[] { "constituency-seats", "level", "place" }.Select(r =>
                    KeyValuePair.Create($"{r}.series", "sainte-lague 1.4")
                ),
            ],
            problems
        );
        Assert.False(problems.Any);
        return edition!;
    }
}
