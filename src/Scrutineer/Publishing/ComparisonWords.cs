using Scrutineer.Numerics;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Publishing;

/// <summary>The indices of a comparison as rows, for the terminal and the report.</summary>
public static class ComparisonWords
{
    /// <summary>What the indices are shares of.</summary>
    public const string Base =
        "Indices in percentage points, 0 where every list holds its share; their base is the votes of all lists and the seats of all lists.";

    /// <summary>
    /// One row a list that holds a seat under any law: its name, its votes, its seats under each law; then one row for all
    /// the others.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Lists(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var seated = comparison.Lists.Index().ToLookup(l => comparison.Laws.Any(law => law.Seats?[l.Index] > 0));
        foreach (var (i, list) in seated[true])
        {
            yield return
            [
                list.Name,
                Shown.Whole(comparison.Votes[i]),
                .. comparison.Laws.Select(l => l.Seats is { } s ? Shown.Whole(s[i]) : "?"),
            ];
        }

        if (seated[false].Any())
        {
            yield return
            [
                Shown.Of(seated[false].Count(), "list without a seat", "lists without a seat"),
                Shown.Whole(seated[false].Sum(l => comparison.Votes[l.Index])),
                .. comparison.Laws.Select(l => l.Seats is null ? "?" : "0"),
            ];
        }
    }

    /// <summary>One row an index: its name, then its value under each law.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return
        [
            Row("Gallagher", i => Shown.Root(i.GallagherSquared * 10000, 2)),
            Row("Loosemore-Hanby", i => (i.LoosemoreHanby * 100).ToDecimal(2)),
            Row("Sainte-Laguë", i => i.SainteLague is { } s ? (s * 100).ToDecimal(2) : "no bound"),
            Row("effective parties by votes", i => i.PartiesByVotes.ToDecimal(2)),
            Row("effective parties by seats", i => i.PartiesBySeats.ToDecimal(2)),
        ];

        IReadOnlyList<string> Row(string name, Func<Disproportionality, string> value) =>
            [name, .. comparison.Laws.Select(l => l.Indices is { } i ? value(i) : "?")];
    }
}
