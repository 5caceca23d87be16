using Scrutineer.Counting.Import;
using Scrutineer.Counting.Units;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Totals;

/// <summary>Holds a table of protocols against the list of units that are to report.</summary>
public static class UnitFindings
{
    /// <summary>The code of a station that reports and is on no list.</summary>
    public const string NotListed = "station-not-listed";

    /// <summary>The code of a register that is another in the protocol than on the list of units.</summary>
    public const string OtherRegister = "register-differs";

    /// <summary>The code that names the stations that are no ordinary places: electronic, abroad, closed.</summary>
    public const string PseudoStations = "pseudo-stations";

    /// <summary>The findings, in order of the table.</summary>
    /// <param name="table">The protocols.</param>
    /// <param name="tree">The units.</param>
    public static IReadOnlyList<Finding> Of(ProtocolTable table, UnitTree tree)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(tree);
        var findings = new List<Finding>();
        var registered = table.Layout.ColumnsOf(FigureName.Registered);
        foreach (var row in Enumerable.Range(0, table.Count))
        {
            var path = table.StationOf(row);
            if (!tree.IsStation(path))
            {
                findings.Add(
                    new Finding(
                        NotListed,
                        Severity.Warning,
                        $"{path.Name} hands in a protocol and is no station of the list of units. Its figures are counted.",
                        "units.csv",
                        "Look for the station in the list under another name or unit."
                    )
                    {
                        Unit = path.Text,
                        Where = table.At(row),
                    }
                );
            }
            else if (
                registered is [var column]
                && tree.Find(path)!.Registered.Value is { } listed
                && table[row, column].Value is { } reported
                && reported != listed
            )
            {
                findings.Add(
                    new Finding(
                        OtherRegister,
                        Severity.Notice,
                        $"{path.Name} reports {Shown.Whole(reported)} registered voters; the list of units has {Shown.Whole(listed)}, a difference of {Shown.Signed(reported - listed)}.",
                        "units.csv",
                        "Voters can be added on polling day; ask how many were."
                    )
                    {
                        Unit = path.Text,
                        Where = table.At(row),
                    }
                );
            }
        }

        var pseudo = tree.Stations.Where(u => u.Kind != UnitKind.Ordinary).ToList();
        if (pseudo.Count > 0)
        {
            var kinds = pseudo
                .GroupBy(u => u.Kind)
                .OrderBy(g => g.Key)
                .Select(g => $"{Files.ScalarType.Word(g.Key)} {Shown.Whole(g.Count())}");
            findings.Add(
                new Finding(
                    PseudoStations,
                    Severity.Info,
                    $"{Shown.Of(pseudo.Count, "station is no ordinary place", "stations are no ordinary places")} ({string.Join(", ", kinds)}); they are counted like any other.",
                    "units.csv",
                    "See 'kind' in the list of units."
                )
            );
        }

        return findings;
    }
}
