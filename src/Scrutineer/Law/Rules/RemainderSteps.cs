using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>The ways of giving seats left one after another.</summary>
internal static class RemainderSteps
{
    /// <summary>Each seat to the largest average; equal averages are a tie where the seats are fewer.</summary>
    public static Standing HighestAverage(Remainders rule, Standing standing, RuleEntry entry)
    {
        var after = standing;
        var given = new List<string>();
        while (after.SeatsLeft > 0 && after.Tie is null)
        {
            var current = after;
            Rational Average(int i) => new(current.Votes(i).Value!.Value, current.Seats[i] + 1);
            var competing = rule.Competing(current, entry).ToList();
            if (competing.Count == 0)
            {
                break;
            }

            var largest = competing.Max(Average);
            var first = competing.Where(i => Average(i) == largest).ToList();
            var choice = Choice.Of(current, entry.Id, first, _ => 0, current.SeatsLeft, rule.Tie);
            var seats = current.Seats.ToBuilder();
            foreach (var index in choice.Chosen)
            {
                seats[index]++;
                given.Add($"{current.Name(index)} ({Shown.Decimal(largest)})");
            }

            after = current with
            {
                Seats = seats.ToImmutable(),
                Tie = choice.Tie,
                Awards = current.Awards.AddRange(choice.Chosen.Select(i => new Award(i, entry.Id, largest))),
                LotsUsed = current.LotsUsed.AddRange(choice.LotsUsed),
            };
        }

        var final = after;
        return final.With(
            entry,
            () =>
                (given.Count == 0 ? "" : $"{Shown.Seats(given.Count)} by largest average: {Shown.Row(given)}.")
                + (
                    final.Tie is { } tie
                        ? $" {Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Names)}, whose averages are equal: {tie.Because}."
                    : final.SeatsLeft > 0
                        ? $" {Shown.Seats(final.SeatsLeft)} stay unassigned: no list can take a further one."
                    : ""
                ).TrimStart()
        );
    }

    /// <summary>One each in the order of votes, round after round.</summary>
    public static Standing InTurn(Remainders rule, Standing standing, RuleEntry entry)
    {
        var after = standing;
        while (after.SeatsLeft > 0 && after.Tie is null)
        {
            var current = after;
            var competing = rule.Competing(current, entry).ToList();
            if (competing.Count == 0)
            {
                break;
            }

            var choice = Choice.Of(
                current,
                entry.Id,
                competing,
                i => current.Votes(i).Value!.Value,
                current.SeatsLeft,
                rule.Tie
            );
            var seats = current.Seats.ToBuilder();
            foreach (var index in choice.Chosen)
            {
                seats[index]++;
            }

            after = current with
            {
                Seats = seats.ToImmutable(),
                Tie = choice.Tie,
                Awards = current.Awards.AddRange(
                    choice.Chosen.Select(i => new Award(i, entry.Id, current.Votes(i).Value!.Value))
                ),
                LotsUsed = current.LotsUsed.AddRange(choice.LotsUsed),
            };
        }

        var given = after.Seats.Select((s, i) => s - standing.Seats[i]).ToList();
        var final = after;
        return final.With(
            entry,
            () =>
                $"{Shown.Seats(given.Sum())} in turn: {SeatWords.Row(final, given)}."
                + (
                    final.Tie is { } tie
                        ? $" {Shown.Seats(tie.Seats)} stays open between {Shown.Row(tie.Names)}: {tie.Because}."
                        : ""
                )
        );
    }
}
