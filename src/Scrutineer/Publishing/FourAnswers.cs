using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Results;

namespace Scrutineer.Publishing;

/// <summary>The four answers with which every screen begins.</summary>
/// <param name="Seats">Who holds how many seats.</param>
/// <param name="Stage">Whether that is preliminary, final or reconstructed, and under which law.</param>
/// <param name="Official">How it agrees with the official result.</param>
/// <param name="Closest">What would have changed it.</param>
public sealed record FourAnswers(string Seats, string Stage, string Official, string Closest)
{
    /// <summary>The answers for an election.</summary>
    public static FourAnswers Of(ElectionResult result) =>
        new(SeatsOf(result), StageOf(result), OfficialOf(result), ClosestOf(result));

    private static string SeatsOf(ElectionResult result)
    {
        var total = result.House;
        var held = result.Blocs.Sum(b => b.Seats);
        var blocs = result.Blocs.Where(b => b.Seats > 0).Select(b => $"{b.Name} {b.Seats}").ToList();
        if (blocs.Count == 0)
        {
            return $"of {total}: none can be told from these figures.";
        }

        var rest = total - held;
        return $"{held} of {total}: {string.Join(", ", blocs)}.{(rest > 0 ? $" {Shown.Of(rest, "seat is", "seats are")} not in these figures." : "")}";
    }

    private static string StageOf(ElectionResult result)
    {
        var dossier = result.Dossier;
        var stages = result
            .Contests.Where(c => c.Stage is not null)
            .Select(c => (c.Name, c.Stage!.Value, c.Entry?.Declared))
            .Distinct()
            .ToList();
        var figures =
            stages.Count == 0
                ? "no votes are in the dossier"
                : string.Join(
                    "; ",
                    stages
                        .GroupBy(s => (s.Value, s.Declared))
                        .Select(g =>
                            $"{ScalarType.Word(g.Key.Value).Replace('-', ' ')} ({string.Join(", ", g.Select(s => s.Name))}){(g.Key.Declared is { } day ? $", declared {Shown.Day(day)}" : "")}"
                        )
                );
        var why =
            dossier.EditionIsSet ? "set by hand"
            : dossier.Law.File.AppliesBy == Law.AppliesBy.DayOfCall && dossier.File.Called is { } called
                ? $"in force when called, {Shown.Day(called)}"
            : $"in force on {Shown.Day(dossier.File.PollingDay)}";
        return $"{figures}. Law: {dossier.Law.File.Id}, edition {dossier.Edition.Name} ({why}).";
    }

    private static string OfficialOf(ElectionResult result)
    {
        var compared = result.Contests.Where(c => c.Agrees is not null).ToList();
        var taken = result
            .Contests.Where(c => c.Standing is null && c.Official.Count > 0)
            .Sum(c => c.Official.Values.Sum());
        var uncomputed = taken > 0 ? $" {Shown.Of(taken, "seat was", "seats were")} taken as declared." : "";
        if (compared.Count == 0)
        {
            var undecided = result.Contests.FirstOrDefault(c => c.Outcome == Outcome.Unknown && c.Standing is not null);
            return (undecided is null ? "nothing to compare with." : undecided.Because) + uncomputed;
        }

        var wrong = compared.Where(c => c.Agrees == false).ToList();
        return wrong.Count == 0
            ? $"agrees in every seat ({string.Join(", ", compared.Select(c => $"{Shown.Seats(c.Seats)} of {c.Name}"))}).{uncomputed}"
            : $"DISAGREES in {string.Join(", ", wrong.Select(c => c.Name))}.{uncomputed}";
    }

    private static string ClosestOf(ElectionResult result)
    {
        var parts = new List<string>();
        foreach (var contest in result.Contests.Where(c => c.Margin is not null))
        {
            var margin = contest.Margin!;
            var where = parts.Count == 0 ? "" : $"in {contest.Name} ";
            parts.Add(
                $"{where}{Shown.Of(margin.Votes, "vote", "votes")} from {contest.NameOf(margin.From)} to {contest.NameOf(margin.To)}{(margin.Place is { } place ? $" in {place}" : "")} {(margin.Votes == 1 ? "moves" : "move")} a seat{(margin.IsBound ? ", and fewer may" : "")}"
            );
        }

        var readings = result
            .Contests.SelectMany(c => c.Readings.Where(r => r.Changes == true))
            .Select(r => $"'{r.Name}'")
            .Distinct()
            .ToList();
        parts.Add(
            readings.Count == 0
                ? "no reading of the law that can be told does"
                : $"{Shown.Of(readings.Count, "reading", "readings")} of the law would: {string.Join(", ", readings)}"
        );
        return string.Join("; ", parts) + ".";
    }
}
