using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>Each list against each threshold under each base whose size is known.</summary>
internal static class ThresholdSection
{
    public static string Of(ElectionResult result)
    {
        var marks = new Marks(result);
        var text = "";
        foreach (var contest in result.Contests.Where(c => c.Thresholds.Count > 0))
        {
            foreach (var rule in contest.Thresholds.GroupBy(t => t.Rule))
            {
                text += Rule(contest, [.. rule], marks);
            }
        }

        return text;
    }

    private static string Rule(ContestResult contest, List<Scrutiny.Margins.ThresholdDistance> distances, Marks marks)
    {
        var first = distances[0];
        var applied = distances.Find(d => d.Applied)?.Base ?? first.Base;
        // Without "against all" the votes for lists are the valid votes, and one column says both.
        var bases = distances.DistinctBy(d => d.BaseVotes).Select(d => d.Base).ToList();
        var text =
            $"<p>{Html.Text($"{Capital(first.Bound.ToString())} of the {applied.InWords()} is needed ({first.Cite}). The other bases are shown because the words of an act, a commission and a newspaper do not always mean the same one.")}</p>\n";
        var bars = distances
            .Where(d => d.Base == applied)
            .Select(d => new ThresholdBar(
                contest.NameOf(d.List),
                new Rational(d.Votes, d.BaseVotes),
                marks.Of(d.List),
                [
                    .. distances
                        .Where(o =>
                            o.List == d.List
                            && o.Base is BaseName.BallotsIssued or BaseName.BallotsInBox
                            && o.Base != applied
                        )
                        .Where(o => o.List == d.List)
                        .Select(o => new OtherShare(o.Base.InWords(), new Rational(o.Votes, o.BaseVotes))),
                ]
            ))
            .OrderByDescending(b => b.Share)
            .ToList();
        var passing = distances.Where(d => d.Base == applied && d.Passes).Select(d => contest.NameOf(d.List));
        text += Html.Figure(
            ThresholdBars.Render(
                new ChartFrame(
                    Html.Id("threshold", contest.Name, contest.Unit, first.Rule),
                    $"Lists against the threshold of {first.Bound.Written}",
                    $"{Shown.Row(passing)} pass.",
                    640
                ),
                $"share of the {applied.InWords()}",
                new ThresholdLine(first.Bound.Value, $"{first.Bound.Written}, {first.Cite}"),
                bars
            ),
            $"Shares of the {applied.InWords()}, with the threshold."
        );
        var rows = distances
            .GroupBy(d => d.List)
            .OrderByDescending(g => g.First().Votes)
            .Select(g =>
                (IReadOnlyList<Cell>)
                    [
                        contest.NameOf(g.Key),
                        Shown.Whole(g.First().Votes),
                        .. bases.SelectMany(b =>
                        {
                            var distance = g.First(d => d.Base == b);
                            return new Cell[]
                            {
                                Shown.PercentBeside(
                                    new Rational(distance.Votes, distance.BaseVotes),
                                    distance.Bound.Value
                                ),
                                Shown.Signed(distance.Distance),
                            };
                        }),
                    ]
            )
            .ToList();
        return text
            + Html.Table(
                $"Votes by which each list passes (+) or misses (−) {first.Bound}, the base staying as it is",
                [
                    "List",
                    ">Votes",
                    .. bases.SelectMany(b => new[] { $">Share of the {b.InWords()}", ">Votes to spare" }),
                ],
                rows,
                Html.Id(contest.Name, contest.Unit, "thresholds")
            );
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
