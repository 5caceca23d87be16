using Scrutineer.Counting.Totals;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Audits.Drawing;

/// <summary>Every station with its protocol, in the order of the table: what is drawn from.</summary>
/// <param name="Units">The stations.</param>
/// <param name="File">The path of the table.</param>
/// <param name="Sha256">The SHA-256 of the table, to be made public before the seed.</param>
public sealed record StationManifest(IReadOnlyList<AuditedUnit> Units, string File, string Sha256)
{
    /// <summary>The ballots of all stations.</summary>
    public BallotCounts Total { get; } =
        new([
            .. Enumerable
                .Range(0, Units.Count == 0 ? 0 : Units[0].Counts.Classes.Length)
                .Select(c => Units.Sum(u => u.Counts.Classes[c])),
        ]);

    /// <summary>The stations of a count, with its corrections, or records why they cannot be drawn from.</summary>
    /// <param name="count">The count.</param>
    /// <param name="dossier">The election; its lists are those of the table.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="problems">Where problems go.</param>
    public static StationManifest? Of(ProtocolCount count, ElectionDossier dossier, string contest, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var table = count.Table;
        var lists = dossier.File.Contests[contest].Contenders.Keys.ToList();
        var named = table.Layout.Lists.ToList();
        if (!lists.ToHashSet(StringComparer.Ordinal).SetEquals(named))
        {
            problems.Add(
                new Location(table.File),
                $"The protocols are of the lists {string.Join(", ", named)}.",
                $"those of the contest: {string.Join(", ", lists)}",
                "Name the lists in the mapping as the dossier does."
            );
            return null;
        }

        int[] order = [.. lists.Select(l => named.IndexOf(l))];
        var units = new List<AuditedUnit>();
        foreach (var protocol in count.Counted)
        {
            var at = protocol.Lineage.At ?? new Location(table.File);
            var tally = table.Layout.TallyOf(protocol.Figures);
            tally = tally with { Contenders = [.. order.Select(i => tally.Contenders[i])] };
            if (Counts(tally, dossier, out var because) is { } counts)
            {
                units.Add(new AuditedUnit(protocol.Unit.Text, counts, at));
            }
            else
            {
                own.Add(
                    at,
                    $"The ballots of '{protocol.Unit.Text}' cannot be told: {because}.",
                    "figures that ballots can have",
                    "Settle it with a correction; a draw needs a bound for every station."
                );
            }
        }

        if (count.NotReported > 0)
        {
            own.Add(
                new Location(table.File),
                $"{Shown.Of(count.NotReported, "station has", "stations have")} no protocol.",
                "one of every station",
                "Draw when all have reported."
            );
        }

        if (!own.Any && units.Count < 2)
        {
            own.Add(
                new Location(table.File),
                units.Count == 0 ? "The table has no protocol." : "There is one station.",
                "at least two stations to draw from",
                "Count its ballots again instead."
            );
        }

        problems.AddAll(own);
        return own.Any ? null : new StationManifest(units, table.File, table.Sha256);
    }

    /// <summary>The stations of these names, and those below units of these names; a name without any is a problem.</summary>
    /// <param name="names">Stations, or units above stations, as the table has them.</param>
    /// <param name="problems">Where problems go.</param>
    public IReadOnlyList<AuditedUnit> Within(IEnumerable<string> names, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(problems);
        var found = new List<AuditedUnit>();
        foreach (var name in names)
        {
            var within = Units
                .Where(u => u.Unit == name || u.Unit.StartsWith(name + "/", StringComparison.Ordinal))
                .Except(found)
                .ToList();
            found.AddRange(within);
            if (within.Count == 0)
            {
                problems.Add(
                    new Location("--without"),
                    $"There is no station of '{name}', or it is named twice.",
                    "a station or a unit above stations, as the table has it",
                    Problems.Nearest(name, Units.Select(u => u.Unit.Split('/')[0]).Distinct())
                );
            }
        }

        return found;
    }

    /// <summary>The figures of the whole as the stations add up, beside what is published of register and lists.</summary>
    public Tally TallyOf(Tally published) => Total.TallyLike(published);

    /// <summary>A station without any ballot counts as one: nobody can have voted there, and nothing is drawn of it.</summary>
    private static BallotCounts? Counts(Tally tally, ElectionDossier dossier, out string because)
    {
        if (
            tally.VotesForLists.Value == 0
            && (tally.BallotsIssued.Value ?? tally.BallotsInBox.Value ?? tally.Invalid.Value) == 0
        )
        {
            because = "";
            return new BallotCounts([.. new long[tally.Contenders.Count + BallotCounts.Others]]);
        }

        return BallotCounts.Of(tally, dossier.Edition.Text.Ballot.AgainstAll, out because);
    }
}
