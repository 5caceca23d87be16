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
            var bound = least.IsBound;
            text +=
                $"<p>{Html.Text($"The closest seat: {Shown.Whole(least.Votes)} votes moved from {contest.NameOf(least.From)} to {contest.NameOf(least.To)}{(least.Place is { } place ? $" in {place}" : "")} move a seat; with one vote fewer nothing changes. Valid votes and ballots stay as they are.{(bound && least.Place is null ? " The search put one candidate before everybody on ballots with another as first preference; other changes of fewer ballots may exist, so the numbers are upper bounds." : bound ? " The search tried lists that hold a seat or were admitted, within one constituency at a time, and a seat can move back through the tiers; a smaller transfer may exist, so the numbers are upper bounds." : "")}")}</p>\n";
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
                            .Select(t => new ChartTransfer(
                                t.Votes,
                                contest.NameOf(t.From),
                                contest.NameOf(t.To) + (t.Place is { } at ? $" ({at})" : "")
                            )),
                    ],
                    MarginScale.Linear
                ),
                $"The {Math.Min(8, sorted.Count)} smallest of {sorted.Count} transfers, in votes."
            );
            text += Html.Table(
                least.Place is not null
                    ? "For every constituency the smallest transfer found that moves a seat, in votes"
                    : "For every pair of lists the smallest transfer that moves a seat, in votes",
                [
                    .. least.Place is not null ? (string[])["Constituency"] : [],
                    "From",
                    "To",
                    ">Votes",
                    "Seats in the whole",
                ],
                [
                    .. sorted.Select(t =>
                        (IReadOnlyList<Cell>)
                            [
                                .. t.Place is { } at ? (Cell[])[at] : [],
                                contest.NameOf(t.From),
                                contest.NameOf(t.To),
                                Shown.Whole(t.Votes),
                                string.Join(
                                    ", ",
                                    t.Seats.Select(s =>
                                        s.Value == 0
                                            ? $"{contest.NameOf(s.Key)} in another place"
                                            : $"{contest.NameOf(s.Key)} {Shown.Signed(s.Value)}"
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
