using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Tie = Scrutineer.Law.Evaluation.Tie;

namespace Scrutineer.Law.Rules;

/// <summary>What happens where a list already holds more seats than its share of the whole.</summary>
public enum Excess
{
    /// <summary>
    /// It keeps them and leaves the computation, as does who holds just its share; the rest is shared out again among the
    /// others, of whom none gets more than its first share. With divisors the second and third make no difference.
    /// </summary>
    DropsOut,

    /// <summary>It keeps them; the series goes on from the seats that each list holds.</summary>
    Continues,

    /// <summary>It keeps them and the house grows; nobody else loses a seat.</summary>
    HouseGrows,

    /// <summary>It gives back those that it won by the smallest quotients, and other lists get them in their places.</summary>
    GivenBack,
}

/// <summary>
/// Shares out all seats of the contest in the whole territory, counting the seats that the lists already hold; what a list
/// holds less than its share, it gets as levelling seats.
/// </summary>
public sealed record Level : Rule
{
    /// <summary>The series.</summary>
    [Field("series", "The divisor series; this or 'quota'.")]
    public Series? Series { get; init; }

    /// <summary>The quota.</summary>
    [Field("quota", "The quota, the seats left going by largest remainder; this or 'series'.")]
    public QuotaName? Quota { get; init; }

    /// <summary>What is counted.</summary>
    [Field("counting", "The earlier rules and contests whose seats count within the share of a list.", Required = true)]
    public IReadOnlyList<string> Counting { get; init; } = [];

    /// <summary>What happens to seats above the share.</summary>
    [Field("excess", "What happens where a list already holds more than its share.", Required = true)]
    public Excess Excess { get; init; }

    /// <summary>Where seats are given back.</summary>
    [Field("given-back-from", "The fewest seats of a place in which seats are given back; needs 'given-back'.")]
    public int? GivenBackFrom { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal claims are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => Counting;

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    /// <inheritdoc/>
    public override bool AwardsSeats => true;

    /// <inheritdoc/>
    protected override string Words() =>
        $"All seats, less those of lists that do not take part, are shared out among the lists that do, by {(Series is { } series ? $"the divisors {series.InWords()}" : $"the {QuotaNames.InWords(Quota ?? QuotaName.Hare)} quota and largest remainders")}, counting the seats by {Shown.Row(Counting.Select(c => $"'{c}'"))}; "
        + Excess switch
        {
            Excess.DropsOut =>
                "where a list already holds more than its share, those that have reached theirs keep what they hold and leave the computation; the rest is shared out again, nobody getting more than its first share",
            Excess.GivenBack =>
                $"what a list holds beyond its share it gives back where it won it by the smallest quotient{(GivenBackFrom is { } least ? $", in places of {least} seats or more" : "")}, to the list there with the next largest that has not reached its share",
            Excess.Continues => "each list keeps what it holds, and the series goes on from there",
            _ => "a list that already holds more than its share keeps them and the house grows",
        }
        + TieWords.After(Tie)
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if ((SeatWords.Unknown(standing, entry) ?? SeatWords.Waits(standing, entry)) is { } stopped)
        {
            return stopped;
        }

        IReadOnlyList<string> moved = [];
        if (Excess == Excess.GivenBack)
        {
            var (fewer, words, open) = ByGivingBack(standing, entry);
            if (open is not null)
            {
                var waits = $"Which seat is given back stays open between {Shown.Row(open.Names)}: {open.Because}.";
                return (fewer with { Tie = open }).With(entry, () => waits).End(Outcome.Tied, waits);
            }

            (standing, moved) = (fewer, words);
        }

        var held = Held(standing);
        var outside =
            Enumerable.Range(0, held.Length).Where(i => !standing.Admitted[i]).Sum(i => held[i]) + Strangers(standing);
        var total = standing.ContestSeats - outside;
        var (seats, choice, problem) = Share(standing, entry, held, total);
        if (problem is not null)
        {
            return standing.With(entry, () => problem).End(Outcome.NoDistribution, problem);
        }

        if (choice?.Tie is { } tie)
        {
            var open =
                $"{Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Names)}, who have equal claims: {tie.Because}.";
            return (standing with { Tie = tie }).With(entry, () => open).End(Outcome.Tied, open);
        }

        ImmutableArray<int> after = [.. seats.Select((s, i) => standing.Admitted[i] ? s : standing.Seats[i])];
        ImmutableArray<int> given = [.. after.Select((s, i) => standing.Admitted[i] ? s - held[i] : 0)];
        var house =
            after.Sum()
            + Strangers(standing)
            + Enumerable.Range(0, held.Length).Where(i => !standing.Admitted[i]).Sum(i => held[i] - standing.Seats[i]);
        var result = standing with
        {
            Seats = after,
            SeatsBy = standing.SeatsBy.SetItem(entry.Id, given),
            ContestSeats = Excess == Excess.HouseGrows ? Math.Max(house, standing.ContestSeats) : standing.ContestSeats,
            LotsUsed = standing.LotsUsed.AddRange(choice?.LotsUsed ?? []),
        };
        return result.With(
            entry,
            () =>
                $"{Shown.Seats(total)} to share out{(outside > 0 ? $" after {Shown.Seats(outside)} of lists that do not take part" : "")}; {Shown.Of(given.Sum(), "levelling seat", "levelling seats")}: {SeatWords.Row(result, given)}."
                + (moved.Count == 0 ? "" : $" Given back: {Shown.Row(moved)}.")
                + (result.ContestSeats > standing.ContestSeats ? $" The house grows to {result.ContestSeats}." : "")
                + (
                    choice is { Settled.Length: > 0 }
                        ? $" {char.ToUpperInvariant(choice.Settled[0])}{choice.Settled[1..]}."
                        : ""
                ),
            () =>
                new StepTable(
                    ["votes", "held", "levelling seats", "seats"],
                    [
                        .. result.AdmittedIndices.Select(i => new StepRow(
                            result.Id(i),
                            [
                                Shown.Whole(result.Votes(i)),
                                Shown.Whole(held[i]),
                                Shown.Whole(given[i]),
                                Shown.Whole(after[i]),
                            ]
                        )),
                    ]
                )
        );
    }

    /// <summary>The standing after seats above a share were given back; the counted rule then has the seats that are left.</summary>
    private (Standing Standing, IReadOnlyList<string> Moved, Tie? Open) ByGivingBack(Standing standing, RuleEntry entry)
    {
        var rule = standing.Rules.First(r => r.Id == Counting[0]);
        var (seats, _, problem) = Share(standing, entry, new int[standing.Seats.Length], standing.ContestSeats);
        if (problem is not null)
        {
            return (standing, [], null);
        }

        var (after, moved, tie) = GivenBack.Apply(standing, rule, [.. seats], GivenBackFrom ?? 0, entry);
        return (
            moved.Count == 0 ? after : after with { SeatsBy = after.SeatsBy.SetItem(rule.Id, after.Seats) },
            moved,
            tie
        );
    }

    private int[] Held(Standing standing)
    {
        var held = new int[standing.Seats.Length];
        foreach (var seats in Counting.Select(standing.SeatsFrom).Where(s => s is not null))
        {
            for (var i = 0; i < held.Length; i++)
            {
                held[i] += seats!.Value[i];
            }
        }

        return held;
    }

    /// <summary>Seats in the contests counted of those who do not stand in this one.</summary>
    private int Strangers(Standing standing)
    {
        var own = standing.Tally.Contenders.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return Counting
            .Where(standing.Earlier.ContainsKey)
            .Sum(c => standing.Earlier[c].Totals.Where(s => !own.Contains(s.Key)).Sum(s => s.Value));
    }

    private (int[] Seats, Choice? Choice, string? Problem) Share(
        Standing standing,
        RuleEntry entry,
        int[] held,
        int total
    )
    {
        var votes = SeatWords.VotesOfAdmitted(standing);
        var seats = new int[held.Length];
        int[] first = [];
        while (true)
        {
            var floors =
                Excess == Excess.Continues
                    ? SeatBounds.AtLeast([.. held.Select((h, i) => votes[i] > 0 ? h : 0)])
                    : null;
            var result = Series is { } series
                ? series.Method.Apportion(votes, Math.Max(0, total), floors)
                : new LargestRemainder(QuotaNames.Of(Quota ?? QuotaName.Hare)).Apportion(
                    votes,
                    Math.Max(0, total),
                    floors
                );
            if (!result.Succeeded)
            {
                return (seats, null, result.Problem.Message);
            }

            var share = result.Apportionment;
            int Most(int i) => share.Seats[i] + (share.Tie?.Among.Contains(i) == true ? 1 : 0);
            var active = Excess is Excess.DropsOut or Excess.GivenBack
                ? Enumerable.Range(0, votes.Length).Where(i => votes[i] > 0).ToList()
                : [];
            var leaving = active.FindAll(i => held[i] > Most(i));
            if (leaving.Count > 0 && first.Length == 0)
            {
                first = [.. votes.Select((_, i) => Most(i))];
                leaving = active.FindAll(i => held[i] >= first[i]);
            }
            else if (leaving.Count == 0 && first.Length > 0)
            {
                leaving = active.FindAll(i => share.Seats[i] > first[i]);
            }

            if (leaving.Count > 0)
            {
                foreach (var i in leaving)
                {
                    seats[i] = share.Seats[i] > first[i] ? first[i] : held[i];
                    total -= seats[i];
                    votes[i] = 0;
                }

                continue;
            }

            var choice = share.Tie is { } tie
                ? Choice.Settle(standing, entry.Id, [], [.. tie.Among], tie.Seats, Tie)
                : null;
            for (var i = 0; i < seats.Length; i++)
            {
                seats[i] = Math.Max(
                    Math.Max(seats[i], standing.Admitted[i] ? held[i] : 0),
                    votes[i] == 0 ? 0 : share.Seats[i] + (choice?.Chosen.Contains(i) == true ? 1 : 0)
                );
            }

            return (seats, choice, null);
        }
    }
}
