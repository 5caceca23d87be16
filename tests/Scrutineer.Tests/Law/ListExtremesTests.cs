using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Counting;
using Scrutineer.Law;
using Outcome = Scrutineer.Law.Evaluation.Outcome;

namespace Scrutineer.Tests.Law;

/// <summary>Votes that no legislator thought of, under the law on the Mazhilis.</summary>
public class ListExtremesTests
{
    private static readonly ElectoralLaw Mazhilis = Laws.Read("kz/mazhilis");

    [Fact]
    public void Threshold_NobodyPasses_NothingIsDistributed()
    {
        var tally = Laws.Votes([.. Enumerable.Range(1, 15).Select(i => ($"L{i}", 100L))]);
        var standing = Mazhilis.Under("2020").Evaluate("lists", tally);
        Assert.Equal(Outcome.NoDistribution, standing.Ended);
        Assert.Empty(standing.Seats());
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    public void Threshold_SevenInAHundredExactly_Passes(long second, int admitted)
    {
        var standing = Mazhilis.Under("2007").Evaluate("lists", Laws.Votes(("A", 100 - second), ("B", second)));
        Assert.Equal(admitted, standing.AdmittedCount);
    }

    [Fact]
    public void Threshold_NoVoteAtAll_AwardsNothingAndSaysWhy()
    {
        var standing = Mazhilis.Under("2020").Evaluate("lists", Laws.Votes(("A", 0), ("B", 0)));
        Assert.Empty(standing.Seats());
        Assert.Equal(Outcome.NoDistribution, standing.Ended);
        Assert.Contains("If no list takes part", standing.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Divide_MoreSeatsThanVotes_FillsEverySeat()
    {
        var standing = Mazhilis.Under("2020").Evaluate("lists", Laws.Votes(("A", 5), ("B", 3), ("C", 2)));
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["A"] = 49,
                ["B"] = 29,
                ["C"] = 20,
            },
            standing.Seats()
        );
    }

    [Theory]
    [InlineData("2007")]
    [InlineData("2020")]
    public void Lists_OneOnly_TakesAll(string edition)
    {
        var standing = Mazhilis.Under(edition).Evaluate("lists", Laws.Votes(("A", 7)));
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(new Dictionary<string, int> { ["A"] = 98 }, standing.Seats());
    }

    /// <summary>Ten seats, six for a list of four persons: two stay vacant, or go to the larger remainders.</summary>
    [Fact]
    public void Fill_ListShorterThanItsSeats_VacantOrToOthersByReading()
    {
        var known = Laws.Votes(("A", 600), ("B", 250), ("C", 150));
        var tally = known with
        {
            Contenders =
            [
                .. known.Contenders.Select(c => c.Id == "A" ? c with { Persons = 4 } : c with { Persons = 9 }),
            ],
        };
        var vacant = Mazhilis
            .Under("2020")
            .WithSeats(10)
            .Evaluate("lists", tally.Registered(("B", "2020-12-01"), ("C", "2020-12-02")));
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["A"] = 6,
                ["B"] = 3,
                ["C"] = 1,
            },
            vacant.Seats()
        );
        Assert.Equal(2, vacant.Persons.Single(p => p.List == "A").Vacant);
        var moved = Mazhilis
            .Under("2020", "lost-to-others")
            .WithSeats(10)
            .Evaluate("lists", tally.Registered(("B", "2020-12-01"), ("C", "2020-12-02")));
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["A"] = 4,
                ["B"] = 4,
                ["C"] = 2,
            },
            moved.Seats()
        );
        Assert.All(moved.Persons, p => Assert.Equal(0, p.Vacant));
    }

    [Fact]
    public void Fill_LengthNotKnown_SaysSo()
    {
        var standing = Mazhilis.Under("2020").Evaluate("lists", Laws.Votes(("A", 600), ("B", 400)));
        Assert.All(standing.Persons, p => Assert.Null(p.Vacant));
        Assert.Contains("length of the list not known", standing.Steps[^1].Result, StringComparison.Ordinal);
    }

    /// <summary>Whatever the votes, every seat is awarded, held by an open tie, or the outcome says why not.</summary>
    [Fact]
    public void Lists_AnyVotesEditionAndReading_EverySeatIsAccountedFor()
    {
        string[][] readings =
        [
            [],
            ["literal"],
            ["literal", "in-the-box"],
            ["lost-to-others"],
        ];
        var editions = Mazhilis
            .Editions.Where(e => e.Text.Contests.ContainsKey("lists"))
            .SelectMany(e => readings.Select(r => Mazhilis.Under(e.Name, r)))
            .ToList();
        var votes = Gen.Choose(0, 40).Select(n => (long)(n * n)).ListOf(9);
        Prop.ForAll(
                votes.ToArbitrary(),
                each =>
                    editions.TrueForAll(edition =>
                    {
                        var tally = Laws.Votes([.. each.Select((v, i) => ($"L{i}", v))]) with
                        {
                            AgainstAll = new Count(each[0]),
                            BallotsInBox = new Count(each.Sum() + each[0] + 3),
                            BallotsIssued = new Count(each.Sum() + each[0] + 8),
                        };
                        var standing = edition.Evaluate("lists", tally);
                        var given = standing.Seats.Sum() + (standing.Tie?.Seats ?? 0);
                        return standing.Ended switch
                        {
                            Outcome.Allocated => given == standing.ContestSeats && standing.Tie is null,
                            Outcome.Tied => standing.Tie is { } tie
                                && (given == standing.ContestSeats || tie.Rule == "second-party"),
                            Outcome.NoDistribution => given == 0 && standing.AdmittedCount == 0,
                            Outcome.Unknown => given == 0 && each.Sum() == 0,
                            _ => false,
                        };
                    })
            )
            .QuickCheckThrowOnFailure();
    }
}
