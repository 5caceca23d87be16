using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>The integer test in each unit of a level by itself, with the false-discovery rate over the units.</summary>
public static class IntegerDecomposition
{
    /// <summary>One row a unit, those with the greatest excess first; nothing where the table has no units.</summary>
    /// <param name="hits">The stations.</param>
    /// <param name="level">The level; the topmost if absent or unknown.</param>
    public static FigureTable? Of(IntegerHits hits, string? level = null)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var table = hits.Table;
        if (table.Levels.Count == 0)
        {
            return null;
        }

        var chosen =
            level is not null && table.Levels.Contains(level, StringComparer.Ordinal) ? level : table.Levels[0];
        var unitOf = table.UnitsAt(chosen);
        var units = Enumerable
            .Range(0, hits.Used.Count)
            .GroupBy(i => unitOf[hits.Used[i]])
            .Where(g => g.Key >= 0)
            .Select(g => Of(hits, g.Key, [.. g]))
            .ToList();
        var adjusted = MultipleTests.BenjaminiHochberg([.. units.Select(u => u.P)]);
        return new FigureTable(
            "by-unit",
            $"The union in each {chosen}, those with the greatest excess first; p is exact and one-sided, q is Benjamini and Hochberg's over the {units.Count} units.",
            ["stations", "observed", "expected", "excess", "sd", "z", "p", "q"],
            [
                .. units
                    .Zip(adjusted)
                    .OrderByDescending(u => u.First.Score.Excess)
                    .ThenBy(u => u.First.Unit)
                    .Select(u => new FigureRow(
                        table.Units[u.First.Unit].Path.Text,
                        [
                            new Figure("stations", u.First.Stations),
                            new Figure("observed", u.First.Score.Observed),
                            new Figure("expected", u.First.Score.Expected, 2),
                            new Figure("excess", u.First.Score.Excess, 2),
                            new Figure("sd", u.First.Score.Sd, 2),
                            new Figure("z", u.First.Score.Z, 2),
                            new Figure("p", u.First.P, 6),
                            new Figure("q", u.Second, 6),
                        ]
                    )),
            ]
        )
        {
            RowsAre = chosen,
        };
    }

    private static (int Unit, int Stations, IntegerScore Score, double P) Of(IntegerHits hits, int unit, int[] stations)
    {
        var chances = new double[stations.Length];
        var observed = 0;
        double expected = 0;
        double variance = 0;
        for (var i = 0; i < stations.Length; i++)
        {
            var p = hits.Chance(IntegerStatistic.Union, stations[i]);
            chances[i] = p;
            observed += hits.IsHit(IntegerStatistic.Union, stations[i]) ? 1 : 0;
            expected += p;
            variance += p * (1 - p);
        }

        return (
            unit,
            stations.Length,
            new IntegerScore(observed, expected, Math.Sqrt(variance)),
            PoissonBinomial.AtLeast(chances, observed)
        );
    }
}
