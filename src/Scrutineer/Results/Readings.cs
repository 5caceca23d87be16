using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Results;

/// <summary>
/// Evaluates a contest under its other readings: each by itself, then two together, because a meaning of "took part" only
/// matters where another reading uses the words. Combinations are reported only where they say something new.
/// </summary>
internal static class Readings
{
    public static (IReadOnlyList<ReadingResult> Told, IReadOnlyList<ReadingResult> Untold) Of(
        ElectionDossier dossier,
        string contest,
        Standing applied
    )
    {
        var names = dossier.Edition.ReadingsOf(contest);
        var single = names.Select(n => Under(dossier, contest, applied, [n])).ToList();
        var pairs =
            from i in Enumerable.Range(0, names.Count)
            from j in Enumerable.Range(i + 1, names.Count - i - 1)
            select Under(dossier, contest, applied, [names[i], names[j]]);
        var told = new List<ReadingResult>(single);
        var untold = new List<ReadingResult>();
        foreach (var pair in pairs)
        {
            var parts = single.Where(s => pair.Name.Split(" + ").Contains(s.Name, StringComparer.Ordinal)).ToList();
            if (pair.Seats is null)
            {
                if (parts.TrueForAll(p => p.Seats is not null))
                {
                    untold.Add(pair);
                }
            }
            else if (pair.Changes == true && !told.Exists(t => t.Seats is { } seats && seats.SequenceEqual(pair.Seats)))
            {
                told.Add(pair);
            }
        }

        return (told, untold);
    }

    private static ReadingResult Under(ElectionDossier dossier, string contest, Standing applied, string[] names)
    {
        var (basis, because) = Describe(dossier.Edition, contest, names[^1]);
        var name = string.Join(" + ", names);
        var edition = dossier.Edition.With(names, [], new Problems())!;
        var standing = edition.Evaluate(contest, applied.Tally, dossier.Lots(contest), traced: false, applied.Earlier);
        if (standing.Ended is Outcome.Unknown)
        {
            return new ReadingResult(name, basis, because, null, null, standing.Because);
        }

        var seats = Enumerable
            .Range(0, standing.Seats.Length)
            .Select(i => KeyValuePair.Create(standing.Id(i), standing.Seats[i]))
            .ToList();
        return new ReadingResult(
            name,
            basis,
            because,
            seats,
            !standing.Seats.AsSpan().SequenceEqual(applied.Seats.AsSpan()),
            ""
        );
    }

    private static (Basis Basis, string Because) Describe(Edition edition, string contest, string name)
    {
        var reading =
            edition
                .Text.Contests[contest]
                .Rules.Select(r => r.Beside.Readings.GetValueOrDefault(name))
                .FirstOrDefault(r => r is not null)
            ?? edition.Text.Bases.Values.Select(b => b.Readings.GetValueOrDefault(name)).First(r => r is not null)!;
        return (reading.Basis, reading.Because);
    }
}
