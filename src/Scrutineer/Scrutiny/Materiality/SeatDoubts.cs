using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Results;
using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Materiality;

/// <summary>
/// Whether what is doubtful could change a seat: the upper bounds of incidents, ballots that nobody can account for, and the
/// votes that tests on the table find beyond their models, each against the fewest ballots that change a seat.
/// </summary>
public static class SeatDoubts
{
    /// <summary>What is to be said of every contest of a dossier that has something doubtful.</summary>
    /// <param name="result">The result, with the tests on its table where there is one.</param>
    /// <param name="record">What is recorded around the count.</param>
    public static IReadOnlyList<Finding> Of(ElectionResult result, PublicRecord record)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(record);
        var contest = result.Contests.FirstOrDefault(c => c.Standing is not null);
        if (
            contest?.Standing is not { } standing
            || SeatAssertions.Of(result.Dossier, contest.Name, standing.Tally, out _)
                is not { Assertions.Count: > 0 } seats
            || SeatMateriality.Of(seats).Closest is not { Least: { } least } closest
        )
        {
            return [];
        }

        var fewest =
            $"the fewest that change a seat of {contest.Name} are {Shown.Whole(least)} ('{closest.Assertion.Name}')";
        var findings = new List<Finding>();
        var incidents = record
            .Observation?.Incidents.Select(i => PublicRecord.MostVotes(result.Dossier, i))
            .OfType<(long Votes, string Of)>()
            .ToList();
        if (incidents is { Count: > 0 })
        {
            var above = incidents.Where(i => i.Votes >= least).ToList();
            var unplaced = above.Count(i => i.Of.StartsWith("the whole", StringComparison.Ordinal));
            findings.Add(
                Finding(
                    above.Count > 0 ? "incidents-could-change-a-seat" : "incidents-cannot-change-a-seat",
                    above.Count > 0 ? Severity.Notice : Severity.Info,
                    $"{Shown.Of(incidents.Count, "incident", "incidents")} can have touched votes; {fewest}. {(above.Count == 0 ? "None of them alone can have touched so many" : $"{Shown.Of(above.Count, "of them alone", "of them, each alone,")} can have touched so many, {unplaced} of these for want of figures of the places: nothing says that they did")}.",
                    [KeyValuePair.Create("incidents", incidents.Count), KeyValuePair.Create("above", above.Count)]
                )
            );
        }

        if (
            standing.Tally is { BallotsIssued.Value: { } issued, BallotsInBox.Value: { } found }
            && Math.Abs(issued - found) is > 0 and var open
        )
        {
            findings.Add(
                Finding(
                    open >= least ? "ballots-could-change-a-seat" : "ballots-cannot-change-a-seat",
                    open >= least ? Severity.Notice : Severity.Info,
                    $"{Shown.Whole(issued)} ballots were issued and {Shown.Whole(found)} found in the boxes: {Shown.Of(open, "ballot is", "ballots are")} not accounted for; {fewest}, so they {(open >= least ? "could" : "cannot")} change a seat.",
                    [KeyValuePair.Create("ballots", (int)Math.Min(int.MaxValue, open))]
                )
            );
        }

        foreach (
            var (test, report) in result.Forensics?.Reports.Where(r => r.Report is { Fires: true, Effect.Votes: > 0 })
                ?? []
        )
        {
            var votes = (long)Math.Ceiling((decimal)report.Effect.Votes!.Value);
            findings.Add(
                Finding(
                    votes >= least ? "anomaly-could-change-a-seat" : "anomaly-cannot-change-a-seat",
                    votes >= least ? Severity.Notice : Severity.Info,
                    $"The test '{test.Name}' is about {Shown.Whole(votes)} votes; {fewest}, so they {(votes >= least ? "could" : "cannot")} change a seat if none of them were real.",
                    [KeyValuePair.Create("votes", (int)Math.Min(int.MaxValue, votes))]
                )
            );
        }

        return findings;

        Finding Finding(string code, Severity severity, string statement, KeyValuePair<string, int>[] figures) =>
            new(
                code,
                severity,
                statement,
                "the conditions of every seat, each against the fewest ballots that break it",
                $"scrutineer audit matter {SourceText.Show(result.Dossier.Folder)}"
            )
            {
                Unit = contest.Name,
                Figures =
                [
                    KeyValuePair.Create("least", least.ToString(CultureInfo.InvariantCulture)),
                    .. figures.Select(f => KeyValuePair.Create(f.Key, f.Value.ToString(CultureInfo.InvariantCulture))),
                ],
            };
    }
}
