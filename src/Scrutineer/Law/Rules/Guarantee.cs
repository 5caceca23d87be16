using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>From where the seats of a guarantee come.</summary>
public enum GuaranteeFrom
{
    /// <summary>From the seats left and, where they are not enough, from the list with most seats.</summary>
    SeatsLeft,

    /// <summary>From the list that got the last seat given by itself.</summary>
    LastSeatGiven,

    /// <summary>The house grows.</summary>
    AdditionalSeats,
}

/// <summary>
/// A least number of seats for the lists that an earlier rule admitted, or more than half of the seats for a list with
/// more than half of the votes.
/// </summary>
public sealed record Guarantee : Rule
{
    /// <summary>To whom.</summary>
    [Field("to", "The earlier rule whose lists are meant; this or 'with'.")]
    public string? To { get; init; }

    /// <summary>The share of votes to which the guarantee is tied.</summary>
    [Field("with", "The share of votes that a list must have, such as 'more than 1/2'; this or 'to'.")]
    public Bound? With { get; init; }

    /// <summary>Of what.</summary>
    [Field("of", "The base of that share.")]
    public BaseName? Of { get; init; }

    /// <summary>From where.</summary>
    [Field("from", "From where the seats come.")]
    public GuaranteeFrom From { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How it is decided who gives up a seat, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <summary>The least number of seats.</summary>
    [Field("seats", "The number of seats, 'at least' so many; with 'with', a share of the seats.", Required = true)]
    public Bound Seats { get; init; } = null!;

    /// <inheritdoc/>
    protected override string Words() =>
        With is { } with
            ? MajorityGuarantee.Sentence(this, with)
            : $"The list admitted by the rule '{To}' gets {Seats} seats, from the seats left and, where they are not enough, from the list with most seats.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (With is { } with)
        {
            return MajorityGuarantee.Apply(this, with, standing, entry);
        }

        var members = standing.ByRule.TryGetValue(To!, out var found) ? found : [];
        var least = (int)Seats.LeastOf(1);
        var seats = standing.Seats.ToBuilder();
        var floors = standing.Least.ToBuilder();
        var given = 0;
        var taken = 0;
        foreach (var index in members)
        {
            floors[index] = least;
            var missing = Math.Min(least, standing.ContestSeats) - seats[index];
            if (missing > 0)
            {
                given += missing;
                seats[index] += missing;
            }
        }

        while (seats.Sum() > standing.ContestSeats)
        {
            var others = Enumerable.Range(0, seats.Count).Where(i => !members.Contains(i) && seats[i] > 0).ToList();
            if (others.Count == 0)
            {
                var cannot =
                    $"{Shown.Row(members.Select(standing.Name))} cannot all get {Seats} of {standing.ContestSeats} seats.";
                return standing.With(entry, () => cannot).End(Outcome.Invalid, cannot);
            }

            seats[others.MaxBy(i => seats[i])]--;
            taken++;
        }

        var after = standing with { Seats = seats.ToImmutable(), Least = floors.ToImmutable() };
        return after.With(
            entry,
            () =>
                given == 0
                    ? $"{Shown.Row(members.Select(after.Name))} has {Shown.Row(members.Select(i => Shown.Seats(after.Seats[i])))}: the guarantee adds none."
                    : $"{Shown.Row(members.Select(after.Name))} is raised by {Shown.Seats(given)} to {least}"
                        + (taken > 0 ? $"; {Shown.Seats(taken)} of them from the list with most seats." : ".")
        );
    }
}
