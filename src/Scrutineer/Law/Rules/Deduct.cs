using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>Whose seats are deducted.</summary>
public enum HeldBy
{
    /// <summary>Those who do not stand in this contest, or whose list does not take part in its distribution.</summary>
    NotAdmitted,

    /// <summary>Those who do not stand in this contest.</summary>
    WithoutList,
}

/// <summary>Takes the seats that others won in an earlier contest off the seats of this one.</summary>
public sealed record Deduct : Rule
{
    /// <summary>Which seats.</summary>
    [Field("seats-of", "The earlier contest whose seats are meant.", Required = true)]
    public string SeatsOf { get; init; } = "";

    /// <summary>Whose.</summary>
    [Field("held-by", "Whose seats of that contest are deducted.", Required = true)]
    public HeldBy HeldBy { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => [SeatsOf];

    /// <inheritdoc/>
    public override bool IsBetweenTiers => true;

    /// <inheritdoc/>
    protected override string Words() =>
        $"Seats of '{SeatsOf}' won by those {(HeldBy == HeldBy.WithoutList ? "who have no list here" : "who have no list here, or whose list does not take part,")} are taken off the seats to be shared out.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (!standing.Earlier.TryGetValue(SeatsOf, out var table))
        {
            var unknown =
                $"How many seats are taken off cannot be told: the seats of '{SeatsOf}' are not in the dossier.";
            return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
        }

        var listed = standing
            .Tally.Contenders.Select((c, i) => (c.Id, i))
            .ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        var held = table
            .Totals.Where(t =>
                t.Value > 0
                && (!listed.TryGetValue(t.Key, out var i) || (HeldBy == HeldBy.NotAdmitted && !standing.Admitted[i]))
            )
            .ToList();
        var after = standing with { ContestSeats = standing.ContestSeats - held.Sum(h => h.Value) };
        return after.With(
            entry,
            () =>
                held.Count == 0
                    ? $"Nobody else holds a seat of '{SeatsOf}': {Shown.Seats(after.ContestSeats)} to share out."
                    : $"{Shown.Row(held.Select(h => $"{h.Key} {h.Value}"))}: {Shown.Seats(after.ContestSeats)} to share out."
        );
    }
}
