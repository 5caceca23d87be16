using Scrutineer.Allocation;
using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Results;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Publishing.Report;

/// <summary>What a sample of stations says beside the official figures: shares with their intervals, and seats by the law.</summary>
internal static class SampleSection
{
    /// <summary>Figures of statistics enter a chart with six decimals.</summary>
    private const int Million = 1_000_000;

    public static string Of(ElectionResult result)
    {
        if (result.Sample?.Count is not { } count)
        {
            return "";
        }

        var sample = result.Sample;
        var confidence = EstimateWords.Percent(count.Options.Confidence, 0);
        var contest = result.Dossier.File.Sample!.Contest;
        var lists = result.Dossier.File.Contests[contest].Contenders;
        var marks = new Marks(result);
        var text =
            $"<p>{Html.Text($"{(count.Sample.Table?.IsSynthetic == true ? "Synthetic, like the rest of this election. " : "")}{Shown.Of(count.Design.Stations, "station", "stations")}{(count.Sample.Frame.Stations is { } all ? $" of {Shown.Whole(all)}" : "")} in {Shown.Of(count.Design.Strata, "stratum", "strata")}; intervals have {confidence} confidence and count strata, clustering and the size of the whole.")}</p>\n";
        var shares = sample
            .Official.Where(o => lists.ContainsKey(o.Estimate.Quantity) && o.Estimate.Low is not null)
            .ToList();
        if (shares.Count > 0)
        {
            text += Html.Figure(
                IntervalBars.Render(
                    new ChartFrame(
                        "sample-shares",
                        "The sample beside the official shares",
                        "Each list's estimated share with its interval, and the official share."
                    ),
                    $"Shares of the {shares[0].Estimate.Base.Replace('-', ' ')}; bars are intervals of {confidence} confidence",
                    "official",
                    [
                        .. shares.Select(o => new Interval(
                            lists[o.Estimate.Quantity].Name,
                            Exact(o.Estimate.Value!.Value),
                            Exact(o.Estimate.Low!.Value),
                            Exact(o.Estimate.High!.Value),
                            o.Share,
                            marks.Of(o.Estimate.Quantity)
                        )),
                    ],
                    decimals: 2
                ),
                "A diamond on the bar: the official share lies within the interval of the sample."
            );
        }

        return text
            + Html.Table(
                $"Estimates of the sample beside the official figures, {confidence} confidence",
                ["Quantity", "Of", ">Sample", ">Low", ">High", ">Official", "Outside"],
                [
                    .. sample.Official.Select(o =>
                        (IReadOnlyList<Cell>)
                            [
                                o.Estimate.Quantity,
                                o.Estimate.Base.Replace('-', ' '),
                                Percent(o.Estimate.Value),
                                Percent(o.Estimate.Low),
                                Percent(o.Estimate.High),
                                o.Share is { } share ? Shown.Percent(share) : "not known",
                                o.IsOutsideJointly == true ? "even with all lists held together"
                                : o.IsOutside == true ? "by itself"
                                : "",
                            ]
                    ),
                ],
                "sample-estimates"
            )
            + Seats(sample);
    }

    private static string Seats(SampleEstimate sample) =>
        sample.Seats is not { } seats ? ""
        : seats.Untold is { } why ? $"<p>{Html.Text($"Seats cannot be told: {why}.")}</p>\n"
        : Html.Table(
            $"Seats by {seats.Law}, edition {seats.Edition}, of the sample drawn again from itself {Shown.Whole(seats.Replicates)} times",
            ["List", ">Seats", ">Low", ">High", ">Passes", ">Declared"],
            [
                .. seats.Lists.Select(l =>
                    (IReadOnlyList<Cell>)
                        [
                            l.List,
                            Shown.Whole(l.Seats),
                            Shown.Whole(l.Low),
                            Shown.Whole(l.High),
                            EstimateWords.Percent(l.Passes, 1),
                            sample.OfficialSeats.TryGetValue(l.List, out var declared)
                                ? Shown.Whole(declared)
                                : "not known",
                        ]
                ),
            ],
            "sample-seats"
        );

    private static string Percent(double? share) =>
        share is { } known ? EstimateWords.Percent(known) : "cannot be told";

    private static Rational Exact(double share) => new((long)Math.Round(share * Million), Million);
}
