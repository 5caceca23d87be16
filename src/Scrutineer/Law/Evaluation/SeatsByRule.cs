using System.Collections.Immutable;

namespace Scrutineer.Law.Evaluation;

/// <summary>
/// What each contender got by each rule that shared out seats, in ballot order; immutable. A contest has few rules, so they
/// are kept in a row, which also needs no code to be compiled at the start of the tool.
/// </summary>
public sealed class SeatsByRule
{
    private readonly string[] rules;
    private readonly ImmutableArray<int>[] seats;

    private SeatsByRule(string[] rules, ImmutableArray<int>[] seats)
    {
        this.rules = rules;
        this.seats = seats;
    }

    /// <summary>No rule has shared out seats yet.</summary>
    public static SeatsByRule None { get; } = new([], []);

    /// <summary>The seats by a rule.</summary>
    /// <param name="rule">The id of the rule.</param>
    /// <exception cref="KeyNotFoundException">The rule has shared out none.</exception>
    public ImmutableArray<int> this[string rule] =>
        IndexOf(rule) is >= 0 and var at ? seats[at] : throw new KeyNotFoundException($"No seats by rule '{rule}'.");

    /// <summary>Whether a rule has shared out seats.</summary>
    public bool ContainsKey(string rule) => IndexOf(rule) >= 0;

    /// <summary>The seats by a rule; nothing where it has shared out none.</summary>
    public ImmutableArray<int>? Of(string rule) => IndexOf(rule) is >= 0 and var at ? seats[at] : null;

    /// <summary>The same with the seats of one rule set.</summary>
    public SeatsByRule SetItem(string rule, ImmutableArray<int> given)
    {
        if (IndexOf(rule) is >= 0 and var at)
        {
            var changed = seats.ToArray();
            changed[at] = given;
            return new SeatsByRule(rules, changed);
        }

        return new SeatsByRule([.. rules, rule], [.. seats, given]);
    }

    private int IndexOf(string rule) => Array.FindIndex(rules, r => r == rule);
}
