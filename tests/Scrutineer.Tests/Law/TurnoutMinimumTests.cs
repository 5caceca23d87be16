using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>
/// The turnout minimum that stood until 6 November 1998: more than half of the register, in every election by citizens.
/// The figures are made by hand.
/// </summary>
public class TurnoutMinimumTests
{
    public static TheoryData<string, string> Contests =>
        new()
        {
            { "kz/president", "president" },
            { "kz/mazhilis", "districts" },
            { "kz/maslikhat", "districts" },
            { "kz/maslikhat-lower", "districts" },
        };

    private static Tally Turnout(long issued) =>
        Laws.Votes(("A", 300), ("B", 100)) with
        {
            AgainstAll = new Count(10),
            Registered = new Count(1000),
            BallotsIssued = new Count(issued),
        };

    [Theory]
    [MemberData(nameof(Contests))]
    public void Require_BelowExactlyAndAboveHalf_OnlyAboveIsValid(string law, string contest)
    {
        var edition = Laws.Read(law).Under("1995");
        Assert.Equal(Outcome.RepeatElection, edition.Evaluate(contest, Turnout(499)).Ended);
        var exactly = edition.Evaluate(contest, Turnout(500));
        Assert.Equal(Outcome.RepeatElection, exactly.Ended);
        Assert.Contains("500 of 1,000 registered voters", exactly.Because, StringComparison.Ordinal);
        Assert.Empty(exactly.Seats());
        var above = edition.Evaluate(contest, Turnout(501));
        Assert.Equal(Outcome.Allocated, above.Ended);
        Assert.Equal(new Dictionary<string, int> { ["A"] = 1 }, above.Seats());
    }

    [Theory]
    [MemberData(nameof(Contests))]
    public void Require_SinceTheActOf1998_IsGone(string law, string contest)
    {
        var standing = Laws.Read(law).Under("1998").Evaluate(contest, Turnout(410));
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.DoesNotContain(standing.Steps, s => s.Kind == "require");
    }

    [Theory]
    [MemberData(nameof(Contests))]
    public void Require_RegisterNotReported_CannotBeTold(string law, string contest) =>
        Assert.Equal(
            Outcome.Unknown,
            Laws.Read(law).Under("1995").Evaluate(contest, Turnout(900) with { Registered = Count.NotReported }).Ended
        );
}
