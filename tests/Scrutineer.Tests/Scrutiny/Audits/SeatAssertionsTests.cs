using FsCheck.Fluent;
using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law;
using Outcome = Scrutineer.Law.Evaluation.Outcome;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>
/// Assertions imply the seats: on random votes, whenever every assertion of one result is true of another, the law gives the
/// same seats; and each assertion is needed, for there are votes for which it alone fails and the seats are others.
/// </summary>
public class SeatAssertionsTests
{
    private static readonly int Elections =
        Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 3_000 : 1_000;

    private const string Kazakhstan = "kz-mazhilis-2021";
    private const int Invalid = 125;

    [Fact]
    public void Of_Kazakhstan_NamesWhatItAsserts()
    {
        var seats = Of(Dossiers.Read(Kazakhstan).Edition, Dossiers.Read(Kazakhstan).TallyOf("lists", "nation"));
        Assert.True(seats.ImplyEverySeat);
        Assert.Equal(
            "PPK has at least 7 % of the valid votes|NurOtan has at least 7 % of the valid votes".Split('|'),
            seats
                .Assertions.Take(2)
                .Select(a =>
                    a.Name.Replace("People's Party of Kazakhstan", "PPK", StringComparison.Ordinal)
                        .Replace("Nur Otan", "NurOtan", StringComparison.Ordinal)
                )
        );
        Assert.All(seats.Assertions, a => Assert.True(a.Holds(seats.Counts)));
    }

    public static TheoryData<string> Rules =>
        [
            "divide: { quota: hare, of: votes-of-admitted",
            "divide: { quota: hare, of: valid-votes",
            "divide: { quota: hagenbach-bischoff, of: valid-votes",
            "divisor: { series: dhondt",
            "divisor: { series: sainte-lague",
            "divisor: { series: sainte-lague 1.4",
            "divisor: { series: danish",
            "divisor: { series: adams",
            "divisor: { series: imperiali-divisor",
            "divisor: { series: huntington-hill",
            "divisor: { series: dean",
            "divide: { quota: hare-rounded, of: valid-votes",
            "divide: { quota: hare-rounded-up, of: votes-of-admitted",
            "divide: { quota: droop, of: valid-votes",
            "divide: { quota: hagenbach-bischoff-rounded, over-award: take-from-smallest-remainder, of: votes-of-admitted",
        ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Of_AnyVotes_AssertionsImplyTheSeats(string rule)
    {
        var found = Implication.Of(
            Edition(rule),
            Gen.Choose(1, 400).ArrayOf(5),
            Gen.Choose(-25, 25).ArrayOf(5),
            [1],
            (votes, reported) => Tally(votes, reported.Sum() + Invalid),
            Elections
        );
        var witnessed = found.Wrong.SelectMany(w => w).Select(a => a.Kind).ToHashSet();
        Assert.True(found.Implied > 30, $"{found.Implied}");
        Assert.Contains(AssertionKind.ReachesShare, witnessed);
        Assert.Contains(AssertionKind.StaysBelowShare, witnessed);
        Assert.Contains(
            rule.StartsWith("divisor", StringComparison.Ordinal)
                ? AssertionKind.HigherQuotient
                : AssertionKind.LargerRemainder,
            witnessed
        );
    }

    /// <summary>Votes are moved within what the assertion speaks of until it fails: then the seats are others.</summary>
    [Fact]
    public void Of_Kazakhstan_EveryAssertionThatFailsChangesTheSeats()
    {
        var dossier = Dossiers.Read(Kazakhstan);
        var tally = dossier.TallyOf("lists", "nation");
        var seats = Of(dossier.Edition, tally);
        foreach (var assertion in seats.Assertions)
        {
            var best = assertion.Weights.Take(5).Index().MaxBy(w => w.Item).Index;
            var worst = assertion.Weights.Take(5).Index().MinBy(w => w.Item).Index;
            var step = assertion.Weights[best] - assertion.Weights[worst];
            var votes = (long)(assertion.Sum(seats.Counts) / step) + 1;
            var giver =
                tally.Contenders[best].Votes.Value >= votes
                    ? best
                    : Enumerable.Range(0, 5).MaxBy(i => i == worst ? -1 : tally.Contenders[i].Votes.Value);
            var moved = tally.Contenders.ToArray();
            for (var more = votes; ; more += votes)
            {
                moved[giver] = tally.Contenders[giver] with
                {
                    Votes = new Count(tally.Contenders[giver].Votes.Value!.Value - more),
                };
                moved[worst] = tally.Contenders[worst] with
                {
                    Votes = new Count(tally.Contenders[worst].Votes.Value!.Value + more),
                };
                var counts = BallotCounts.Of(tally with { Contenders = moved }, AgainstAll.Absent, out _)!;
                if (!assertion.Holds(counts))
                {
                    break;
                }
            }

            var after = dossier.Edition.Evaluate("lists", tally with { Contenders = moved }, [], traced: false);
            Assert.False(
                after.Ended == Outcome.Allocated && after.Seats.SequenceEqual(seats.Standing.Seats),
                assertion.Name
            );
        }
    }

    /// <summary>Without a threshold a list with no vote matters to a series that owes every list a seat.</summary>
    [Theory]
    [InlineData("adams")]
    [InlineData("dean")]
    [InlineData("huntington-hill")]
    public void Of_FirstDivisorNought_AssertsWhoHasVotes(string series)
    {
        var edition = LawText.Of($"- divisor: {{ series: {series}, cited }}");
        var seats = Of(edition, Tally([400, 300, 20, 0]));
        Assert.True(seats.ImplyEverySeat);
        Assert.Contains(seats.Assertions, a => a.Name == "D has no vote");
        Assert.All(seats.Assertions, a => Assert.True(a.Holds(seats.Counts)));
        foreach (var votes in new[] { [400, 300, 20, 1], new[] { 420, 300, 0, 0 } })
        {
            var counts = BallotCounts.Of(Tally(votes), AgainstAll.Absent, out _)!;
            Assert.Contains(seats.Assertions, a => a.Kind == AssertionKind.HasVotes && !a.Holds(counts));
        }
    }

    /// <summary>The fraction that stands for a square root lies above it, and by less than any two states differ.</summary>
    [Fact]
    public void Of_UnitedStates_AssertsEverySeat()
    {
        var dossier = Dossiers.Read("us-house-2020");
        var seats = SeatAssertions.Of(dossier.Edition, "states", dossier.TallyOf("states", "nation"), [], out _)!;
        Assert.True(seats.ImplyEverySeat);
        // Every state with more than one of the 435 seats against the 49 others.
        var several = seats.Standing.Seats.Count(s => s > 1);
        Assert.Equal(several * 49, seats.Assertions.Count(a => a.Kind == AssertionKind.HigherQuotient));
    }

    [Fact]
    public void Of_RuleWithoutAssertion_IsNamed()
    {
        var seats = SeatAssertions.Of(
            LawText.Of(
                "- divide: { quota: hare, of: valid-votes, cited }",
                "- remainders: { by: highest-average, cited }"
            ),
            "lists",
            Tally([400, 300, 200, 150, 5]),
            [],
            out _
        )!;
        Assert.False(seats.ImplyEverySeat);
        Assert.Contains(seats.NotAsserted, n => n.Because.Contains("another measure", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gb-aberdeen-ward11-2022", "several marks")]
    public void Of_OtherBallots_SaysThatItCannot(string id, string why)
    {
        var dossier = Dossiers.Read(id);
        var contest = dossier.Edition.Text.Contests.Keys.First();
        Assert.Null(SeatAssertions.Of(dossier.Edition, contest, dossier.TallyOf(contest), [], out var because));
        Assert.Contains(why, because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 0, "no ballots")]
    [InlineData(100, 90, 0, "ballots")]
    [InlineData(100, 120, 110, "issued")]
    public void Of_FiguresThatContradictEachOther_SaysThatItCannot(long votes, long inBox, long issued, string why)
    {
        var tally = Tally([(int)votes]) with
        {
            BallotsInBox = inBox > 0 ? new Count(inBox) : default,
            BallotsIssued = issued > 0 ? new Count(issued) : default,
            Invalid = default,
        };
        Assert.Null(BallotCounts.Of(tally, AgainstAll.Absent, out var because));
        Assert.Contains(why, because, StringComparison.Ordinal);
    }

    private static SeatAssertions Of(Edition edition, Tally tally) =>
        SeatAssertions.Of(edition, "lists", tally, [], out _)!;

    /// <summary>Votes of lists, the other ballots being invalid: how many there are in all, no recount changes.</summary>
    private static Tally Tally(int[] votes, long? ballots = null) =>
        new()
        {
            Contenders = [.. votes.Select((v, i) => new Contender(((char)('A' + i)).ToString(), new Count(v)))],
            Invalid = new Count((ballots ?? (votes.Sum() + Invalid)) - votes.Sum()),
        };

    private static Edition Edition(string rule) =>
        LawText.Of([
            "- admit: { share: at least 7 %, of: valid-votes, cited }",
            $"- {rule}, cited }}",
            .. rule.StartsWith("divide", StringComparison.Ordinal)
                ? new[] { "- remainders: { by: largest-remainder, cited }" }
                : [],
        ]);
}
