using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Publishing;
using Scrutineer.Results;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Drawing;

namespace Scrutineer.Scrutiny.Materiality;

/// <summary>Whether a seat changes when the figures of a set of units are taken away, as if they were annulled.</summary>
public static class UnitDoubts
{
    /// <summary>What is to be said of the units; nothing where none is named.</summary>
    /// <param name="result">The result with its protocols.</param>
    /// <param name="names">Stations, or units above stations, as the table has them.</param>
    /// <param name="problems">Receives units that the table does not have, and a table that cannot answer.</param>
    public static Finding? Of(ElectionResult result, IReadOnlyList<string> names, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(problems);
        if (names.Count == 0)
        {
            return null;
        }

        var dossier = result.Dossier;
        if (dossier.File.Protocols?.Contest is not { } contest || result.Protocols?.Count is not { } count)
        {
            problems.Add(
                new Location("--without"),
                "The dossier names no table of protocols.",
                "a dossier with protocols of its stations",
                "Leave the option out."
            );
            return null;
        }

        if (
            result.Contests.FirstOrDefault(c => c.Name == contest)?.Standing is not { Tally.Parts.Count: 0 } standing
            || SeatAssertions.Of(dossier, contest, standing.Tally, out _) is not { } seats
        )
        {
            problems.Add(
                new Location("--without"),
                $"What stations change cannot be told for '{contest}'.",
                "a contest whose seats follow from the ballots of one place",
                "Leave the option out."
            );
            return null;
        }

        if (
            StationManifest.Of(count, dossier, contest, problems) is not { } manifest
            || manifest.Within(names, problems) is not { Count: > 0 } units
            || problems.Any
        )
        {
            return null;
        }

        var whole = manifest.TallyOf(standing.Tally);
        var after = SeatMateriality.Without(
            dossier.Edition,
            contest,
            whole,
            units.Select(u => u.Counts),
            dossier.Lots(contest)
        );
        var changes = after.Ended != Outcome.Allocated || !after.Seats.SequenceEqual(standing.Seats);
        var ballots = units.Sum(u => u.Counts.Total);
        return new Finding(
            changes ? "units-could-change-a-seat" : "units-cannot-change-a-seat",
            changes ? Severity.Notice : Severity.Info,
            MaterialityWords.Without(SeatMateriality.Of(seats), units.Count, ballots, after),
            "the law on the figures without these stations",
            $"scrutineer audit matter {SourceText.Show(dossier.Folder)} {string.Join(' ', names.Select(n => $"--without {n}"))}"
        )
        {
            Unit = contest,
            Figures =
            [
                KeyValuePair.Create("stations", units.Count.ToString(CultureInfo.InvariantCulture)),
                KeyValuePair.Create("ballots", ballots.ToString(CultureInfo.InvariantCulture)),
            ],
        };
    }
}
