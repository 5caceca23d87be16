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

    /// <summary>The constituencies that a change touches: the unit that it names and those within it, or all.</summary>
    public static IEnumerable<Tally> Leaves(Tally tally, string? unit) =>
        unit is not null && tally.Unit != unit ? tally.Parts.SelectMany(p => Leaves(p, unit))
        : tally.Parts.Count == 0 ? [tally]
        : tally.Parts.SelectMany(p => Leaves(p, null));

    /// <summary>The whole and its parts after one change; what a part gains or loses, the whole does.</summary>
    /// <param name="tally">The whole.</param>
    /// <param name="change">The change.</param>
    /// <param name="votes">How many votes, of the figures of a constituency.</param>
    public static Tally After(Tally tally, ChangeEntry change, Func<Tally, long> votes) =>
        Within(tally, change, change.In, votes);

    private static Tally Within(Tally tally, ChangeEntry change, string? unit, Func<Tally, long> votes)
    {
        var inside = unit is null || tally.Unit == unit;
        if (tally.Parts.Count == 0)
        {
            return inside ? Leaf(tally, change, votes(tally)) : Standing(tally, change);
        }

        var parts = tally.Parts.Select(p => Within(p, change, inside ? null : unit, votes)).ToList();
        Count Sum(Func<Tally, Count> of) =>
            tally.Parts.Zip(parts).Aggregate(of(tally), (sum, p) => Plus(sum, of(p.Second).Value - of(p.First).Value));
        return Standing(tally, change) with
        {
            Parts = parts,
            Contenders =
            [
                .. parts[0]
                    .Contenders.Select(c =>
                        (tally.Contenders.FirstOrDefault(o => o.Id == c.Id) ?? c with { Votes = new Count(0) }) with
                        {
                            Votes = Sum(t => t.Contenders.FirstOrDefault(o => o.Id == c.Id)?.Votes ?? new Count(0)),
                        }
                    ),
            ],
            BallotsIssued = Sum(t => t.BallotsIssued),
            BallotsInBox = Sum(t => t.BallotsInBox),
            Invalid = Sum(t => t.Invalid),
            AgainstAll = Sum(t => t.AgainstAll),
        };
    }

    /// <summary>A list that stands, or stands no more, does so in every constituency.</summary>
    private static Tally Standing(Tally tally, ChangeEntry change) =>
        change.Do == ChangeKind.Add ? Added(tally, change) : tally;

    private static Tally Leaf(Tally tally, ChangeEntry change, long votes) =>
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

    private static Count Plus(Count count, long? more) =>
        (count.Value, more) is ({ } known, { } added) ? new Count(known + added) : count;

    private static Count Times(Count count, Rational share) =>
        count.Value is { } known ? new Count((long)(share * known).Floor()) : count;
}
