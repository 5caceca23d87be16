using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Units;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;

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

    /// <summary>
    /// Counts the protocols that a dossier names, as a part of its check: what the protocols say, and how they agree with
    /// what was published. Empty where it names none.
    /// </summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Where problems of the mapping, the form and the table go.</param>
    /// <param name="progress">Is told how far the reading has come.</param>
    public static IReadOnlyList<Finding> Check(
        ElectionDossier dossier,
        Problems problems,
        Action<ReadProgress>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        if (dossier.File.Protocols is not { } entry)
        {
            return [];
        }

        var path = Path.Combine(dossier.Folder, entry.File);
        if (!File.Exists(path))
        {
            return
            [
                new Finding(
                    "protocols-not-at-hand",
                    Severity.Notice,
                    $"The table of protocols that the dossier names ({entry.File}) is not at hand; the protocols are not checked.",
                    "election.yaml, protocols",
                    $"Fetch the table to {SourceText.Show(path)}."
                )
                {
                    Where = entry.At,
                },
            ];
        }

        if (
            ProtocolSource.Of(dossier, null, null, problems) is not { } source
            || TableReader.Read(source.Path, source.Mapping, source.Layout, problems, progress) is not { } table
            || Of(source, table, null, problems) is not { } count
        )
        {
            return [];
        }

        var seats =
            dossier.Edition.Text.Contests[entry.Contest].Constituency == "nation"
                ? CountedSeats.Of(
                    count,
                    dossier.Law,
                    dossier.Edition,
                    entry.Contest,
                    dossier.File.Contests.GetValueOrDefault(entry.Contest),
                    dossier.Lots(entry.Contest)
                )
                : null;
        return
        [
            .. CountComparison.Of(count, dossier, seats),
            .. count.Findings,
            new Finding(
                "protocols-counted",
                Severity.Info,
                $"{Shown.Of(count.Whole.Stations, "protocol was", "protocols were")} counted; control relations are broken {Shown.Of(count.Relations.Where(r => r.Severity == Severity.Error).Sum(r => r.Broken), "time", "times")}.",
                $"{table.File}, sha256 {table.Sha256}",
                $"scrutineer count {dossier.Folder}"
            ),
        ];
    }
}
