using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>A least number of seats for the lists that an earlier rule admitted.</summary>
public sealed record Guarantee : Rule
{
    /// <summary>To whom.</summary>
    [Field("to", "The earlier rule whose lists are meant.", Required = true)]
    public string To { get; init; } = "";

    /// <summary>The least number of seats.</summary>
    [Field("seats", "The number of seats, 'at least' so many.", Required = true)]
    public Bound Seats { get; init; } = null!;

    /// <inheritdoc/>
    public override string Sentence() =>
        $"The list admitted by the rule '{To}' gets {Seats} seats, from the seats left and, where they are not enough, from the list with most seats.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        var members = standing.ByRule.TryGetValue(To, out var found) ? found : [];
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
