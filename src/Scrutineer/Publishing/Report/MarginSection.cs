using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Results;
using ChartTransfer = Scrutineer.Publishing.Charts.Transfer;

namespace Scrutineer.Publishing.Report;

/// <summary>The smallest transfers of votes that move a seat.</summary>
internal static class MarginSection
{
    public static string Of(ElectionResult result)
    {
        var text = "";
        foreach (var contest in result.Contests.Where(c => c.Transfers.Count > 0))
        {
            var sorted = contest.Transfers.OrderBy(t => t.Votes).ToList();
            var least = sorted[0];
            text +=
                $"<h3>{Html.Text(contest.Unit == "nation" ? contest.Name : $"{contest.Name}, {contest.Unit}")}</h3>\n";
            text +=
                $"<p>{Html.Text($"The closest seat: {Shown.Whole(least.Votes)} votes moved from {contest.NameOf(least.From)} to {contest.NameOf(least.To)} move a seat; with one vote fewer nothing changes. Valid votes and ballots stay as they are.")}</p>\n";
            text += Html.Figure(
                MarginStrip.Render(
                    new ChartFrame(
                        Html.Id("margin", contest.Name, contest.Unit),
                        "The smallest transfers of votes that move a seat",
                        $"The least is {Shown.Whole(least.Votes)} votes.",
                        640
                    ),
                    "votes",
                    [
                        .. sorted
                            .Take(8)
                            .Select(t => new ChartTransfer(t.Votes, contest.NameOf(t.From), contest.NameOf(t.To))),
                    ],
                    MarginScale.Linear
                ),
                $"The {Math.Min(8, sorted.Count)} smallest of {sorted.Count} transfers, in votes."
            );
            text += Html.Table(
                "For every pair of lists the smallest transfer that moves a seat, in votes",
                ["From", "To", ">Votes", "Seats"],
                [
                    .. sorted.Select(t =>
                        (IReadOnlyList<Cell>)
                            [
                                contest.NameOf(t.From),
                                contest.NameOf(t.To),
                                Shown.Whole(t.Votes),
                                string.Join(
                                    ", ",
                                    t.Seats.Select(s =>
                                        $"{contest.NameOf(s.Key)} {(s.Value > 0 ? "+" : "−")}{Math.Abs(s.Value)}"
                                    )
                                ),
                            ]
                    ),
                ],
                Html.Id(contest.Name, contest.Unit, "transfers")
            );
        }

        return text;
    }
}
