using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Units;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Totals;

/// <summary>Counts a table together with what its dossier knows: the units that are to report, and what happened since.</summary>
public static class DossierCount
{
    /// <summary>Counts; nothing where a file of the dossier has a problem.</summary>
    /// <param name="source">What is counted; without a dossier, the table alone.</param>
    /// <param name="table">The protocols.</param>
    /// <param name="asOf">The moment; all if absent.</param>
    /// <param name="problems">Where problems go.</param>
    public static ProtocolCount? Of(ProtocolSource source, ProtocolTable table, Moment? asOf, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(problems);
        if (source.Dossier is not { } dossier)
        {
            return ProtocolCount.Of(table, asOf);
        }

        var unitsPath = Path.Combine(dossier.Folder, "units.csv");
        var correctionsPath = Path.Combine(dossier.Folder, "corrections.csv");
        UnitTree? tree = null;
        IReadOnlyList<CountEvent> events = [];
        if (File.Exists(unitsPath))
        {
            tree = UnitRegister.Read(unitsPath, problems)?.On(dossier.File.PollingDay);
            if (tree is null)
            {
                return null;
            }
        }

        if (File.Exists(correctionsPath))
        {
            tree ??= UnitTree.Of(Enumerable.Range(0, table.Count).Select(table.StationOf), table.Mapping.Levels);
            if (
                SourceText.Read(correctionsPath, problems) is not { } text
                || CorrectionFile.Read(text, table.Layout, tree, [.. dossier.File.Sources.Keys], problems)
                    is not { } read
            )
            {
                return null;
            }

            events = read;
        }

        return ProtocolCount.Of(table, asOf, tree, events);
    }
}
