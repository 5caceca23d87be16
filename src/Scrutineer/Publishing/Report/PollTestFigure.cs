using Scrutineer.Observation;
using Scrutineer.Publishing.Charts;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Scrutiny.Polls;

namespace Scrutineer.Publishing.Report;

/// <summary>A poll against the result: the curve over how alike the voters of one station are.</summary>
internal static class PollTestFigure
{
    private const int Steps = 60;

    /// <summary>The figure; empty where the poll cannot be tested, or not over a curve.</summary>
    /// <param name="poll">The poll and its test; nothing where none was made.</param>
    /// <param name="number">Its number in the page, from 1.</param>
    public static string Of(PollAgainstResult? poll, int number)
    {
        if (poll is null)
        {
            return "";
        }

        if (poll.Test is not { } test)
        {
            return $"<p>{Html.Text($"Not tested against the result: {poll.Untold}.")}</p>\n";
        }

        if (test.Curve.Count == 0)
        {
            return "";
        }

        var name = PollFindings.Name(poll.Poll);
        var last = test.Curve[^1].Correlation;
        var curve = Enumerable.Range(0, Steps + 1).Select(i => Point(test.At(last * i / Steps))).ToList();
        var crossing = test.CriticalCorrelation is > 0 and { } at && at < last ? at : (double?)null;
        var claimed = poll.ClaimedEffect is { } effect
            ? $" The margin that it claims means a design effect of {EstimateWords.Number(effect, 1)}."
            : "";
        var chart = SensitivityCurve.Render(
            new ChartFrame(
                $"poll-curve-{number}",
                $"{name} against the result",
                $"How far the poll is from the result, by how alike the voters of one station are: {PollScrutiny.InWords(test.Verdict)}."
            ),
            "Intra-cluster correlation: 0 if voters of one station are as unlike as any",
            "X² over the design effect",
            test.Critical,
            $"above {EstimateWords.Number(test.Critical, 2)} it differs (5 %)",
            curve,
            [.. test.Curve.Where(p => p.Correlation is 0 or 0.02 or 0.05 or 0.10).Select(Point)],
            crossing
        );
        return Html.Figure(
            chart,
            $"Against the result: {PollScrutiny.InWords(test.Verdict)}. Among the stations of Georgia 2013 the correlation was 0.053.{claimed}"
        );
    }

    private static CurvePoint Point(SensitivityPoint point) => new(point.Correlation, point.Statistic);
}
