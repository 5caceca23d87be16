using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Results;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Planning;
using Scrutineer.Scrutiny.Materiality;

namespace Scrutineer.Publishing.Report;

/// <summary>How the result could be confirmed from the paper, and how many ballots it takes to change a seat.</summary>
internal static class AuditSection
{
    /// <summary>The risk limit of the report's plan.</summary>
    private const double RiskLimit = 0.05;

    /// <summary>Assertions beyond which a table would fill pages; then the hardest are shown.</summary>
    private const int Shows = 12;

    public static string Of(ElectionResult result)
    {
        var text = "";
        foreach (var contest in result.Contests.Where(c => c.Standing is not null))
        {
            if (
                SeatAssertions.Of(result.Dossier, contest.Name, contest.Standing!.Tally, out _) is
                { Assertions.Count: > 0 } seats
            )
            {
                text += Contest(contest, seats, result.Protocols?.Count?.Whole.Stations);
            }
        }

        return text.Length == 0 ? "" : text + $"<p class=\"small\">{Html.Text(AuditWords.Precondition)}</p>\n";
    }

    private static string Contest(ContestResult contest, SeatAssertions seats, long? stations)
    {
        var plan = AuditPlan.Of(seats, new AuditTerms(RiskLimit) { Stations = stations });
        var name = contest.Unit == "nation" ? contest.Name : $"{contest.Name}, {contest.Unit}";
        var hardest = plan.Assertions.OrderByDescending(a => a.MostOverstated).Take(Shows).ToList();
        var text =
            $"<p>{Html.Text(AuditWords.Summary(plan))} {Html.Text(MaterialityWords.Closest(SeatMateriality.Of(seats)))}</p>\n";
        text += Html.Figure(
            MarginPoints.Render(
                new ChartFrame(
                    Html.Id("audit-margins", contest.Name, contest.Unit),
                    "The margins of what the seats rest on",
                    $"The least is {hardest.Min(a => a.Margin).ToDecimal(5)}.",
                    640
                ),
                [.. hardest.Select(a => new MarginPoint(a.Assertion.Name, a.Margin))]
            ),
            $"{name}: at nought an assertion would be false. Twice the mean of its assorter, less one, over the ballots that decide it."
        );
        if (plan.ByPlace.Count > 1)
        {
            text += Html.Table(
                $"{name}: the sample of each place that confirms every assertion about its ballots, at a risk limit of 5 %",
                ["Place",
                    ">Ballots",
                    ">Assertions",
                    ">Margin",
                    ">Mean",
                    ">90 %",
                    ">Draws of stations",
                ],
                [.. plan.ByPlace.Select(p => (IReadOnlyList<Cell>)[.. AuditWords.Row(p).Select(c => (Cell)c)])],
                Html.Id("audit-places", contest.Name, contest.Unit)
            );
        }

        text += Html.Table(
            $"{name}: samples that confirm what the seats rest on, at a risk limit of 5 %, of {Shown.Whole(seats.Counts.Total)} ballots"
                + (
                    hardest.Count < plan.Assertions.Count
                        ? $"; the {hardest.Count} hardest of {plan.Assertions.Count}"
                        : ""
                ),
            ["Must be true", ">Margin", ">Ballots, mean", ">90 %", ">Draws of stations"],
            [
                .. hardest.Select(a =>
                    (IReadOnlyList<Cell>)
                        [.. AuditWords.Row(plan, a, 0).Skip(1).Take(4).Prepend(a.Assertion.Name).Select(c => (Cell)c)]
                ),
            ],
            Html.Id("audit", contest.Name, contest.Unit)
        );
        text += string.Concat(AuditWords.Whole(plan).Select(s => $"<p>{Html.Text(s)}</p>\n"));
        return text
            + string.Concat(
                seats.NotAsserted.Select(n =>
                    $"<p>{Html.Text($"No assertion for '{n.Rule}' [{n.Cite}]: {n.Because}")}</p>\n"
                )
            );
    }
}
