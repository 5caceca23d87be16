using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>In which order persons stand on a list.</summary>
public enum ListOrder
{
    /// <summary>By the alphabet, so that the voter cannot know who will sit.</summary>
    Alphabetical,

    /// <summary>As the party ranked them.</summary>
    AsListed,
}

/// <summary>What happens to seats that a list cannot fill because it names fewer persons.</summary>
public enum ExhaustedList
{
    /// <summary>They stay vacant.</summary>
    SeatVacant,

    /// <summary>They go to other lists in the order of remainders.</summary>
    NextLargestRemainder,
}

/// <summary>From seats to persons: who names them, from which list, and what happens where the list is too short.</summary>
public sealed record Fill : Rule
{
    /// <summary>The order.</summary>
    [Field("order", "The order of persons on the list.", Required = true)]
    public ListOrder Order { get; init; }

    /// <summary>Who chooses.</summary>
    [Field("chosen-by", "Who names the persons who take the seats.", Required = true)]
    public string ChosenBy { get; init; } = "";

    /// <summary>Within how many days of the result.</summary>
    [Field("within-days", "Within how many days of the result they are named.")]
    public int? WithinDays { get; init; }

    /// <summary>What happens to seats beyond the list.</summary>
    [Field("exhausted", "What happens to seats that the list is too short to fill.", Required = true)]
    public ExhaustedList Exhausted { get; init; }

    /// <summary>Vacancies.</summary>
    [Field("vacancy", "How a seat that falls free later is filled.", Required = true)]
    public string Vacancy { get; init; } = "";

    /// <inheritdoc/>
    protected override string Words() =>
        $"{(Order == ListOrder.Alphabetical ? "Lists are alphabetical" : "Lists are ranked")}; {ChosenBy} names who takes the seats"
        + (WithinDays is { } days ? $" within {days} days of the result" : "")
        + (
            Exhausted == ExhaustedList.SeatVacant
                ? "; seats that a list is too short to fill stay vacant"
                : "; seats that a list is too short to fill go to the other lists in the order of remainders"
        )
        + $"; a seat that falls free: {Vacancy}.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        var seats = standing.Seats.ToArray();
        var moved =
            Exhausted == ExhaustedList.NextLargestRemainder && !standing.Quotients.IsEmpty
                ? MoveExcess(standing, seats)
                : 0;
        var persons = Enumerable
            .Range(0, seats.Length)
            .Where(i => seats[i] > 0)
            .Select(i =>
            {
                var from = standing.Tally.Contenders[i].Persons;
                return new PersonsOfList(
                    standing.Id(i),
                    seats[i],
                    ChosenBy,
                    WithinDays,
                    from,
                    from is { } known ? Math.Max(0, seats[i] - known) : null,
                    ScalarType.Word(Order).Replace('-', ' '),
                    Vacancy
                );
            })
            .ToList();
        var after = standing with
        {
            Seats = [.. seats],
            Persons = [.. persons],
            ByRemainder = standing.ByRemainder && moved == 0,
        };
        return after.With(
            entry,
            () =>
                persons.Count == 0
                    ? "There is no seat to fill."
                    : $"To be named by {ChosenBy}: {Shown.Row(persons.Select(p => Words(p, after)))}."
                        + (moved > 0 ? $" {Shown.Seats(moved)} moved from lists that are too short." : "")
        );
    }

    private static string Words(PersonsOfList persons, Standing standing) =>
        $"{persons.Seats} of {standing.Tally.Contenders.First(c => c.Id == persons.List).Name}"
        + persons switch
        {
            { Vacant: > 0 } => $" (list of {persons.From}: {Shown.Seats(persons.Vacant.Value)} vacant)",
            { From: { } from } => $" (from a list of {from})",
            _ => " (length of the list not known)",
        };

    /// <summary>
    /// Takes seats beyond a list's length and gives them, one a list and round, to lists with room in the order of
    /// remainders. Lists of unknown length have room.
    /// </summary>
    private static int MoveExcess(Standing standing, int[] seats)
    {
        int Room(int i) => (standing.Tally.Contenders[i].Persons ?? int.MaxValue) - seats[i];
        var excess = 0;
        for (var i = 0; i < seats.Length; i++)
        {
            if (Room(i) < 0)
            {
                excess -= Room(i);
                seats[i] += Room(i);
            }
        }

        var order = standing
            .AdmittedIndices.OrderByDescending(i => standing.Quotients[i].Fraction())
            .ThenBy(i => i)
            .ToList();
        var moved = 0;
        while (moved < excess && order.Exists(i => Room(i) > 0))
        {
            foreach (var index in order.Where(i => Room(i) > 0))
            {
                if (moved < excess)
                {
                    seats[index]++;
                    moved++;
                }
            }
        }

        return moved;
    }
}
