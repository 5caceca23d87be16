using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Units;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Copies;

/// <summary>
/// Holds every table against what it is the sum of: a commission's table against those of the commissions below it and
/// against its stations, the national figure against everything.
/// </summary>
public static class TableCheck
{
    /// <summary>The code of a table that is not the sum of what lies within it.</summary>
    public const string TableDiffers = "table-differs-from-sum";

    /// <summary>The code of a table that cannot be held against a level, because units of it are missing.</summary>
    public const string TableUntold = "table-untold";

    /// <summary>The findings, from the top.</summary>
    /// <param name="tree">The units.</param>
    /// <param name="layout">The form and ballot.</param>
    /// <param name="protocols">
    /// One protocol a unit: those of the stations, and the tables of units above them. The table of the whole has the path
    /// <see cref="UnitPath.Whole"/>.
    /// </param>
    /// <exception cref="ArgumentException">A unit has two protocols, or one follows another form or ballot.</exception>
    public static IReadOnlyList<Finding> Of(UnitTree tree, FormLayout layout, IEnumerable<Protocol> protocols)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(protocols);
        var byUnit = new Dictionary<UnitPath, Protocol>();
        foreach (var protocol in protocols)
        {
            if (protocol.Layout.Columns.Count != layout.Columns.Count || !byUnit.TryAdd(protocol.Unit, protocol))
            {
                throw new ArgumentException(
                    $"{protocol.Unit} has two protocols, or one of another ballot.",
                    nameof(protocols)
                );
            }
        }

        var findings = new List<Finding>();
        foreach (var table in byUnit.Values.Where(p => !tree.IsStation(p.Unit)).OrderBy(p => p.Unit))
        {
            foreach (var level in LevelsBelow(tree, table.Unit))
            {
                var sums = new ColumnTotal[layout.Columns.Count];
                var missing = 0;
                foreach (var unit in level.Units)
                {
                    if (!byUnit.TryGetValue(unit.Path, out var protocol))
                    {
                        missing++;
                        continue;
                    }

                    for (var c = 0; c < sums.Length; c++)
                    {
                        sums[c] = sums[c].With(protocol.Values[c], protocol.States[c]);
                    }
                }

                // A level of which nothing is at hand was not reported at that level; it says nothing.
                if (missing < level.Units.Count)
                {
                    findings.AddRange(Compare(layout, table, level, sums, missing));
                }
            }
        }

        return findings;
    }

    /// <summary>The levels within a unit: those below it by depth, and its stations where these are not one of them.</summary>
    private static IEnumerable<Level> LevelsBelow(UnitTree tree, UnitPath unit)
    {
        var stations = tree.StationsWithin(unit).ToList();
        var level = tree.Children(unit);
        while (level.Count > 0)
        {
            if (level.Count == stations.Count && level.All(u => tree.IsStation(u.Path)))
            {
                break;
            }

            yield return new Level(level[0].Level.Length > 0 ? level[0].Level : "unit below", level);
            level = [.. level.SelectMany(u => tree.IsStation(u.Path) ? [u] : tree.Children(u.Path))];
        }

        yield return new Level("station", stations);
    }

    private static IEnumerable<Finding> Compare(
        FormLayout layout,
        Protocol table,
        Level level,
        ColumnTotal[] sums,
        int missing
    )
    {
        var told = new List<int>();
        var untold = new List<int>();
        foreach (var c in Enumerable.Range(0, sums.Length).Where(c => layout.Columns[c].Field.Unit != FieldUnit.Tick))
        {
            if (table[c].Value is not { } value || sums[c].Known == 0)
            {
                continue;
            }

            // Figures are never negative, so a part that exceeds the whole is wrong whatever is missing.
            if (sums[c].Sum > value || (sums[c].Sum < value && missing == 0 && Complete(layout, sums, c)))
            {
                told.Add(c);
            }
            else if (sums[c].Sum < value)
            {
                untold.Add(c);
            }
        }

        var atHand = level.Units.Count - missing;
        var of =
            level.Name == "station"
                ? Shown.Of(atHand, "station", "stations")
                : Shown.Of(atHand, "unit", "units") + $" of the level '{level.Name}'";
        var name = table.Unit == UnitPath.Whole ? "The table of the whole" : $"The table of {table.Unit}";
        if (told.Count > 0)
        {
            yield return Finding(
                layout,
                table,
                sums,
                TableDiffers,
                Severity.Error,
                $"{name} is not the sum of its {of}: {string.Join("; ", told.Select(c => Told(layout, table, sums, c)))}.",
                told
            );
        }

        if (untold.Count > 0)
        {
            yield return Finding(
                layout,
                table,
                sums,
                TableUntold,
                Severity.Info,
                $"{name} is above the sum of its {of}, and {(missing > 0 ? $"{Shown.Whole(missing)} of {Shown.Whole(level.Units.Count)} are not at hand" : "some of their figures are not known")}: {string.Join("; ", untold.Take(3).Select(c => Told(layout, table, sums, c)))}.",
                untold
            );
        }
    }

    private static bool Complete(FormLayout layout, ColumnTotal[] sums, int column) =>
        sums[column] is { Illegible: 0, NotReported: 0 } sum
        && (sum.Blank == 0 || layout.Columns[column].Field.Blank == BlankMeaning.Nought);

    private static string Told(FormLayout layout, Protocol table, ColumnTotal[] sums, int c) =>
        $"{layout.Columns[c].Name} {Shown.Whole(table[c])} against {Shown.Whole((System.Numerics.BigInteger)sums[c].Sum)} ({Shown.Signed((System.Numerics.BigInteger)(sums[c].Sum - table[c].Value!.Value))})";

    private static Finding Finding(
        FormLayout layout,
        Protocol table,
        ColumnTotal[] sums,
        string code,
        Severity severity,
        string statement,
        IReadOnlyList<int> columns
    ) =>
        new(code, severity, statement, "A table is the sum of what it is made of", "Add the protocols of the level up.")
        {
            Unit = table.Unit.Text,
            Where = table.Lineage.At,
            Figures =
            [
                .. columns.SelectMany(c =>
                    new[]
                    {
                        KeyValuePair.Create($"{layout.Columns[c].Name} table", table[c].ToString()),
                        KeyValuePair.Create($"{layout.Columns[c].Name} sum", sums[c].Sum.ToString()),
                    }
                ),
            ],
        };

    private sealed record Level(string Name, IReadOnlyList<Unit> Units);
}
