using Scrutineer.Counting.Copies;
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

    /// <summary>Counts the protocols that a dossier names, as a part of its check; nothing where it names none.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Where problems of the mapping, the form and the table go.</param>
    /// <param name="progress">Is told how far the reading has come.</param>
    public static CountedProtocols? Check(
        ElectionDossier dossier,
        Problems problems,
        Action<ReadProgress>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        if (dossier.File.Protocols is not { } entry)
        {
            return null;
        }

        if (NotAtHand(dossier, entry.File, entry.At) is { } missing)
        {
            return new CountedProtocols { Findings = [missing] };
        }

        return
            ProtocolSource.Of(dossier, null, null, problems) is { } source
            && TableReader.Read(source.Path, source.Mapping, source.Layout, problems, progress) is { } table
            && Of(source, table, null, problems) is { } count
            ? Check(source, count, problems)
            : null;
    }

    private static CountedProtocols Check(ProtocolSource source, ProtocolCount count, Problems problems)
    {
        var dossier = source.Dossier!;
        var entry = dossier.File.Protocols!;
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
        var (copies, differences) = Copies(source, count, problems);
        return new CountedProtocols
        {
            Count = count,
            Seats = seats,
            Copies = copies,
            Findings =
            [
                .. CountComparison.Of(count, dossier, seats),
                .. count.Findings,
                .. differences,
                new Finding(
                    "protocols-counted",
                    Severity.Info,
                    $"{Shown.Of(count.Whole.Stations, "protocol was", "protocols were")} counted; control relations are broken {Shown.Of(count.Relations.Where(r => r.Severity == Severity.Error).Sum(r => r.Broken), "time", "times")}.",
                    $"{count.Table.File}, sha256 {count.Table.Sha256}",
                    $"scrutineer count {SourceText.Show(dossier.Folder)}"
                ),
            ],
        };
    }

    /// <summary>Holds a count against every other copy that its dossier names.</summary>
    /// <param name="source">What was counted.</param>
    /// <param name="count">The count.</param>
    /// <param name="problems">Where problems of the copies go.</param>
    public static (IReadOnlyList<CountAgainst> Copies, IReadOnlyList<Finding> Findings) Copies(
        ProtocolSource source,
        ProtocolCount count,
        Problems problems
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(problems);
        var copies = new List<CountAgainst>();
        var findings = new List<Finding>();
        if (source.Dossier is not { } dossier || dossier.File.Protocols is not { } entry)
        {
            return (copies, findings);
        }

        foreach (var copy in entry.Copies)
        {
            if (NotAtHand(dossier, copy.File, copy.At) is { } missing)
            {
                findings.Add(missing);
                continue;
            }

            var path = Path.Combine(dossier.Folder, copy.File);
            if (
                source.Beside(path, copy.Map, dossier.Folder, problems) is not { } beside
                || TableReader.Read(beside.Path, beside.Mapping, beside.Layout, problems) is not { } table
            )
            {
                continue;
            }

            var other = ProtocolCount.Of(table);
            if (copy.Kind == CopyKind.TerritorialTable)
            {
                findings.AddRange(Tables(count, other));
                continue;
            }

            var against = CountAgainst.Of(
                count,
                other,
                copy.Kind,
                dossier.Edition.Text.Contests[entry.Contest].Constituency == "nation" ? dossier.Edition : null,
                entry.Contest
            );
            copies.Add(against);
            findings.AddRange(CopyFindings.Of(against.Comparison));
        }

        return (copies, findings);
    }

    /// <summary>Tables of commissions above the stations, each against the sum of its stations.</summary>
    private static IReadOnlyList<Finding> Tables(ProtocolCount count, ProtocolCount tables)
    {
        var counted = count.Counted.ToList();
        var tree = count.Tree ?? UnitTree.Of(counted.Select(p => p.Unit), count.Table.Mapping.Levels);
        var known = tables.Counted.Where(t => tree.Find(t.Unit) is not null && !tree.IsStation(t.Unit)).ToList();
        return
        [
            .. TableCheck.Of(
                tree,
                count.Table.Layout,
                counted.Where(p => tree.IsStation(p.Unit)).Concat(known.Select(t => t.As(CopyKind.TerritorialTable)))
            ),
            .. tables
                .Counted.Where(t => tree.Find(t.Unit) is null || tree.IsStation(t.Unit))
                .Select(t => new Finding(
                    TableCheck.TableUntold,
                    Severity.Warning,
                    $"The table has a row for '{t.Unit.Text}', which is no unit above the stations.",
                    $"{tables.Table.File}",
                    "Write the unit as the protocols do."
                )
                {
                    Unit = t.Unit.Text,
                    Where = t.Lineage.At,
                }),
        ];
    }

    private static Finding? NotAtHand(ElectionDossier dossier, string file, Location at)
    {
        var path = Path.Combine(dossier.Folder, file);
        return File.Exists(path)
            ? null
            : new Finding(
                "protocols-not-at-hand",
                Severity.Notice,
                $"The table of protocols that the dossier names ({file}) is not at hand; the protocols are not checked.",
                "election.yaml, protocols",
                $"Fetch the table to {SourceText.Show(path)}."
            )
            {
                Where = at,
            };
    }
}
