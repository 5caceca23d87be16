using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>
/// The nine seats that the Assembly of People filled until 2022. The votes are those of 11 January 2021 with one of them
/// changed by hand.
/// </summary>
public class AssemblyTests
{
    private static readonly Edition Edition = Laws.Read("kz/mazhilis").Under("2020");

    private static readonly (string Id, long Votes)[] Votes2021 =
    [
        ("Abdrakhmanov", 298),
        ("Amirkhanyan", 270),
        ("Bularov", 274),
        ("Dementyeva", 292),
        ("Li", 282),
        ("Nabiev", 285),
        ("Osin", 271),
        ("Tokhtasunov", 277),
        ("Khamedov", 290),
    ];

    private static Tally With(long amirkhanyan, params (string Id, long Votes)[] further) =>
        Laws.Votes([.. Votes2021.Select(v => v.Id == "Amirkhanyan" ? (v.Id, amirkhanyan) : v), .. further]) with
        {
            BallotsIssued = new Count(351),
        };

    [Theory]
    [InlineData(175, 8)]
    [InlineData(176, 9)]
    public void Elect_Of351_176IsEnough(long votes, int elected) =>
        Assert.Equal(elected, Edition.Evaluate("assembly", With(votes)).Seats().Count);

    [Fact]
    public void RepeatVote_OneMissesAndNoFigures_IsNeeded()
    {
        var standing = Edition.Evaluate("assembly", With(175));
        Assert.Equal(Outcome.RepeatVote, standing.Ended);
        Assert.Contains("1 seat is needed between Amirkhanyan", standing.Because, StringComparison.Ordinal);
        Assert.Equal(1, standing.SeatsLeft);
    }

    [Fact]
    public void RepeatVote_FiguresGiven_FillTheSeatByMostVotes()
    {
        var repeat = Laws.Votes(("Amirkhanyan", 120), ("Tenth", 130)) with { BallotsIssued = new Count(351) };
        var standing = Edition.Evaluate("assembly", With(175, ("Tenth", 100)) with { RepeatVote = repeat });
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(9, standing.Seats().Values.Sum());
        Assert.Contains("Tenth", standing.Seats());
        Assert.DoesNotContain("Amirkhanyan", standing.Seats());
    }

    [Fact]
    public void RepeatVote_FiguresForAnElectedOne_AreRefused()
    {
        var repeat = Laws.Votes(("Amirkhanyan", 120), ("Li", 130));
        Assert.Equal(Outcome.Invalid, Edition.Evaluate("assembly", With(175) with { RepeatVote = repeat }).Ended);
    }

    /// <summary>Ten reach the majority, and two of them have equal votes for the ninth seat.</summary>
    [Fact]
    public void Elect_EqualVotesForTheLastSeat_IsATieWithoutRule()
    {
        var standing = Edition.Evaluate("assembly", With(270, ("Tenth", 270)));
        Assert.Equal(Outcome.Tied, standing.Ended);
        Assert.Equal(["Amirkhanyan", "Tenth"], standing.Tie!.Among);
        Assert.Equal((1, "the law states no rule for it"), (standing.Tie.Seats, standing.Tie.Because));
        Assert.Equal(8, standing.Seats().Values.Sum());
    }
}
