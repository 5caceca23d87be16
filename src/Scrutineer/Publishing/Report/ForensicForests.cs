using System.Globalization;
using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Scrutiny.Forensics;

namespace Scrutineer.Publishing.Report;

/// <summary>The effects that the tests on the full table tell, with their intervals: contrasts, choices of a test, neighbours.</summary>
internal static class ForensicForests
{
    /// <summary>Half the width of a 95 % interval, in standard errors.</summary>
    private const double Half = 1.959963984540054;

    private const int MostStations = 10;

    private const int MostChoices = 10;

    private static readonly string[] Rates = ["share", "turnout"];

    public static string Of(ForensicResult result) =>
        Contrast(result) + Choices(result) + CleanTurnouts(result) + Resamples(result) + Neighbours(result);

    /// <summary>Marked stations against the others, such as observed against unobserved ones.</summary>
    private static string Contrast(ForensicResult result)
    {
        if (Report(result, "contrast") is not { Figures.Count: > 0 } report)
        {
            return "";
        }

        var rows = Rates
            .Select(name => (Name: name, Group: report[name]))
            .Where(g => double.IsFinite(g.Group["error"]))
            .Select(g =>
                Row(
                    $"{g.Name}, {(g.Name == "share" ? result.Table.ShareBase : result.Table.TurnoutBase)}",
                    100 * g.Group["difference"],
                    100 * g.Group["error"]
                )
            )
            .ToList();
        return rows.Count == 0
            ? ""
            : Html.Figure(
                ForestPlot.Render(
                    Frame("contrast", "Marked stations against the others"),
                    "Marked less unmarked stations at equal territory and size, in percentage points, 95 %",
                    "no difference",
                    rows
                ),
                "Only where the marks were drawn by lot is this an effect of the mark."
            );
    }

    /// <summary>How the answer of the integer test moves with each choice that its rule makes.</summary>
    private static string Choices(ForensicResult result)
    {
        var rows = Report(result, "integer")
            ?.Tables.FirstOrDefault(t => t.Name == "sensitivity")
            ?.Rows.Select(r => (r.Label, Excess: Value(r, "excess"), Sd: Value(r, "sd")))
            .Where(r => double.IsFinite(r.Excess) && r.Sd > 0)
            .Select(r => Row(r.Label, r.Excess, r.Sd))
            .ToList();
        return rows is not { Count: > 0 }
            ? ""
            : Html.Figure(
                ForestPlot.Render(
                    Frame("choices", "Whole percentages beyond chance, by each choice of the rule"),
                    "Stations with a whole percentage beyond what chance gives, with 95 % of what chance alone does",
                    "what chance gives",
                    rows,
                    0
                ),
                "The answer under every choice that the rule makes: half-width, period, smallest station."
            );
    }

    /// <summary>How the anomalous votes move with the turnout that is assumed to be clean.</summary>
    private static string CleanTurnouts(ForensicResult result)
    {
        var profile = Report(result, "anomalous-votes")
            ?.Tables.FirstOrDefault(t => t.Name == "profile")
            ?.Rows.Select(r =>
                (
                    Clean: Value(r, "clean-turnout"),
                    Votes: Value(r, "anomalous-votes"),
                    Low: Value(r, "low"),
                    High: Value(r, "high")
                )
            )
            .Where(r => double.IsFinite(r.Votes) && double.IsFinite(r.Low) && double.IsFinite(r.High))
            .ToList();
        if (profile is not { Count: > 0 })
        {
            return "";
        }

        var every = (profile.Count + MostChoices - 1) / MostChoices;
        return Html.Figure(
            ForestPlot.Render(
                Frame("clean-turnouts", "Votes beyond the clean share, by the turnout assumed to be clean"),
                $"Votes of {result.Table.ListName} beyond its share at the assumed turnout, 95 % over territories drawn again",
                "no such votes",
                [
                    // Territories drawn again need not have the figure of all within their 95 %; the bar then reaches to it.
                    .. profile
                        .Where((_, i) => i % every == 0)
                        .Select(r => new EffectRow(
                            string.Create(CultureInfo.InvariantCulture, $"clean at a turnout of {r.Clean:0} %"),
                            r.Votes,
                            Math.Min(r.Low, r.Votes),
                            Math.Max(r.High, r.Votes)
                        )),
                ],
                0
            ),
            $"The answer under {(every == 1 ? "every assumption" : "assumptions spread evenly over those")} that the test tries. Where it moves this much, none of them is an estimate."
        );
    }

    /// <summary>How the spikes' estimate moves with the number of resamples; it has no interval, so it is a table.</summary>
    private static string Resamples(ForensicResult result) =>
        Report(result, "spikes")?.Tables.FirstOrDefault(t => t.Name == "by-resamples") is { Rows.Count: > 1 } table
            ? Html.Table(
                "Spikes: the density above the greatest resample, in per cent of all, by the number of resamples",
                [">Resamples", ">Share", ">Turnout"],
                [
                    .. table.Rows.Select(r =>
                        (IReadOnlyList<Cell>)
                            [
                                Shown.Whole((long)Value(r, "resamples")),
                                Value(r, "share").ToString("0.0000", CultureInfo.InvariantCulture),
                                Value(r, "turnout").ToString("0.0000", CultureInfo.InvariantCulture),
                            ]
                    ),
                ],
                "forensics-resamples"
            )
            : "";

    /// <summary>The stations farthest above their neighbours.</summary>
    private static string Neighbours(ForensicResult result)
    {
        var rows = Report(result, "neighbours")
            ?.Tables.FirstOrDefault(t => t.Name == "farthest")
            ?.Rows.Take(MostStations)
            .Select(r => (r.Label, Apart: Value(r, "share") - Value(r, "others-share"), Z: Value(r, "z-share")))
            .Where(r => r.Z > 0 && r.Apart > 0)
            .Select(r => Row(Station(r.Label), r.Apart, r.Apart / r.Z))
            .ToList();
        return rows is not { Count: > 0 }
            ? ""
            : Html.Figure(
                ForestPlot.Render(
                    Frame("neighbours", "The stations farthest above their neighbours"),
                    $"Share of {result.Table.ListName} less that of the territory's other stations, in percentage points, 95 % by their own spread",
                    "the other stations' share",
                    rows,
                    1
                ),
                "Sorted by standard deviations. A barracks or a hospital is far from its neighbours by right."
            );
    }

    /// <summary>The last two names of a station's path, by which neighbours are told from each other.</summary>
    private static string Station(string path) => string.Join('/', path.Split('/').TakeLast(2));

    private static EffectRow Row(string label, double effect, double error) =>
        new(label, effect, effect - (Half * error), effect + (Half * error));

    private static double Value(FigureRow row, string name) =>
        row.Figures.Where(f => f.Name == name).Select(f => f.Value).DefaultIfEmpty(double.NaN).First();

    private static ChartFrame Frame(string id, string title) =>
        new(Html.Id("forest", id), title, title + ".", ChartFrame.PhoneWidth);

    private static TestReport? Report(ForensicResult result, string test) =>
        result
            .Reports.Where(r => r.Test.Name == test && r.Report.CannotSay is null)
            .Select(r => r.Report)
            .FirstOrDefault();
}
