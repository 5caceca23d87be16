using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Results.Scenarios;

/// <summary>The figures of a contest after changes. Votes stay whole: shares are rounded down, list by list.</summary>
internal static class ScenarioVotes
{
    /// <summary>The number from which the votes of a change are taken; nothing where it is not known.</summary>
    public static long? Base(Tally tally, ChangeEntry change) =>
        change.Do == ChangeKind.Turnout ? tally.BallotsIssued.Value
        : change.From == ChangeEntry.AtHome
            ? tally.Registered.Value is { } registered && tally.BallotsIssued.Value is { } issued ? registered - issued
                : null
        : tally.Contenders.FirstOrDefault(c => c.Id == (change.From ?? change.List))?.Votes.Value;

    /// <summary>The figures after one change of a number of votes.</summary>
    public static Tally After(Tally tally, ChangeEntry change, long votes) =>
        change.Do switch
        {
            ChangeKind.Move => Moved(tally, change.From!, change.To!, votes),
            ChangeKind.Add => Moved(Added(tally, change), change.From!, change.List!, votes),
            ChangeKind.Remove => Removed(
                Moved(tally, change.List!, change.To ?? ChangeEntry.AtHome, votes),
                change.List!
            ),
            _ => Scaled(tally, new Rational(votes, tally.BallotsIssued.Value!.Value)),
        };

    private static Tally Moved(Tally tally, string from, string to, long votes)
    {
        var ballots =
            from == ChangeEntry.AtHome ? votes
            : to == ChangeEntry.AtHome ? -votes
            : 0;
        return tally with
        {
            Contenders =
            [
                .. tally.Contenders.Select(c =>
                    c.Id == from ? c with { Votes = new Count(c.Votes.Value!.Value - votes) }
                    : c.Id == to ? c with { Votes = new Count(c.Votes.Value!.Value + votes) }
                    : c
                ),
            ],
            BallotsIssued = Plus(tally.BallotsIssued, ballots),
            BallotsInBox = Plus(tally.BallotsInBox, ballots),
        };
    }

    private static Tally Added(Tally tally, ChangeEntry change) =>
        tally with
        {
            Contenders =
            [
                .. tally.Contenders,
                new Contender(change.List!, new Count(0)) { Name = change.Name ?? change.List! },
            ],
        };

    private static Tally Removed(Tally tally, string list) =>
        tally with
        {
            Contenders = [.. tally.Contenders.Where(c => c.Id != list)],
        };

    private static Tally Scaled(Tally tally, Rational share) =>
        tally with
        {
            Contenders = [.. tally.Contenders.Select(c => c with { Votes = Times(c.Votes, share) })],
            BallotsIssued = Times(tally.BallotsIssued, share),
            BallotsInBox = Times(tally.BallotsInBox, share),
            Invalid = Times(tally.Invalid, share),
            AgainstAll = Times(tally.AgainstAll, share),
        };

    private static Count Plus(Count count, long more) => count.Value is { } known ? new Count(known + more) : count;

    private static Count Times(Count count, Rational share) =>
        count.Value is { } known ? new Count((long)(share * known).Floor()) : count;
}
