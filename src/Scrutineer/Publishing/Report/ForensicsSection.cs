using System.Globalization;
using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Publishing.Report;

/// <summary>The tests on the full table: what each asks, says and cannot see, and how often it fires on clean elections.</summary>
internal static class ForensicsSection
{
    public static string Of(ForensicResult? result)
    {
        if (result is null)
        {
            return "";
        }

        var table = result.Table;
        var fired = result.Reports.Count(r => r.Report.Fires);
        var text =
            $"<p>{Html.Text($"{Shown.Of(result.Reports.Count, "test", "tests")} on {Shown.Of(table.Count, "station", "stations")}: {fired} {(fired == 1 ? "finds" : "find")} the table inconsistent with the model of the test. Of several tests on a clean election some fire; no test says what happened. Turnout is {table.TurnoutBase}; share is votes of {table.ListName}, of {table.ShareBase}.")}</p>\n";
        text += Charts(result) + ForensicForests.Of(result);
        text += Html.Table(
            "Each test, what it says, and how often it fires on clean elections like this one",
            ["Test", ">Stations", "What it says", ">p by Holm", "Fires on clean"],
            [.. result.Reports.Select(r => Row(result, r.Test, r.Report))],
            "forensics"
        );
        text += Html.Table(
            "What each test cannot see, or takes for granted",
            ["Test", "What it cannot see"],
            [.. result.Reports.Select(r => (IReadOnlyList<Cell>)[r.Test.Name, r.Test.CannotSee])],
            "forensics-limits"
        );
        return text
            + Power(result)
            + (
                result.Rates.Count == 0
                    ? $"<p>{Html.Text($"No clean elections were drawn in passing for a table of this size: {result.Registration.Run.Verify} --placebo 20 does.")}</p>\n"
                    : ""
            )
            + $"<p class=\"small\">{Html.Text($"Seed {result.Registration.Run.Seed.ToString(CultureInfo.InvariantCulture)}; what was done has the SHA-256 {result.Registration.Sha256}. Defined in docs/methods/forensics.md.")}</p>\n";
    }

    private static IReadOnlyList<Cell> Row(ForensicResult result, IForensicTest test, TestReport report)
    {
        var holm = result
            .Family.Where(f => f.Test == test.Name)
            .Select(f => f.Holm.ToString("0.000", CultureInfo.InvariantCulture));
        var rate = result.Rates.FirstOrDefault(r => r.Test == test.Name && r.On == FiringRate.Clean);
        return
        [
            test.Name,
            Shown.Whole(report.Stations),
            report.CannotSay is { } because
                ? "Cannot say. " + because
                : (report.Fires ? "Inconsistent. " : "") + report.Says,
            holm.FirstOrDefault() ?? "–",
            !test.CanFire ? "describes only"
            : rate is null ? "–"
            : rate.Of == 0 ? "cannot answer"
            : $"{rate.Fired} of {rate.Of} ({Interval(rate)})",
        ];
    }

    /// <summary>How often each test sees what was put into elections like this one.</summary>
    private static string Power(ForensicResult result)
    {
        var frauds = result.Rates.Where(r => r.On != FiringRate.Clean).Select(r => r.On).Distinct().ToList();
        return frauds.Count == 0
            ? ""
            : Html.Table(
                "Power: how often each test fires on elections like this one into which something was put",
                ["Put into it", .. result.Rates.Select(r => r.Test).Distinct().Select(t => ">" + t)],
                [
                    .. frauds.Select(fraud =>
                        (IReadOnlyList<Cell>)
                            [
                                fraud,
                                .. result
                                    .Rates.Where(r => r.On == fraud)
                                    .Select(r => (Cell)(r.Of == 0 ? "cannot answer" : $"{r.Fired} of {r.Of}")),
                            ]
                    ),
                ],
                "forensics-power"
            );
    }

    private static string Interval(FiringRate rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * rate.Interval.Low:0}–{100 * rate.Interval.High:0} %");

    private static string Charts(ForensicResult result)
    {
        var text = "";
        if (Table(result, "integer", "histogram") is { Rows.Count: > 0 } histogram)
        {
            text += Html.Figure(
                PercentSpikes.Render(
                    Frame("turnout", "Stations by turnout"),
                    $"stations by turnout, per cent: {result.Table.TurnoutBase}",
                    Points(histogram, 1)
                )
                    + PercentSpikes.Render(
                        Frame("share", "Stations by share"),
                        $"stations by share of {result.Table.ListName}, per cent of {result.Table.ShareBase}",
                        Points(histogram, 2)
                    ),
                histogram.Caption
            );
        }

        if (Table(result, "shape", "fingerprint") is { Rows.Count: > 0 } cells)
        {
            text += Html.Figure(
                Fingerprint.Render(
                    Frame("fingerprint", "Stations by turnout and share"),
                    $"turnout, per cent: {result.Table.TurnoutBase}",
                    $"share of {result.Table.ListName}, per cent of {result.Table.ShareBase}",
                    [
                        .. cells.Rows.Select(r => new FingerprintCell(
                            r.Figures[0].Value,
                            r.Figures[1].Value,
                            r.Figures[3].Value
                        )),
                    ]
                ),
                "Registered voters by turnout and share of their stations, in fields of two per cent each way; darker is more."
            );
        }

        if (Profile(result) is { Count: > 1 } profile)
        {
            text += Html.Figure(
                PercentCurve(profile, result.Table.ListName),
                "The votes beyond what the share at an assumed clean turnout gives, over that assumption. It supposes that share does not depend on turnout where nothing was added; it is a profile and no estimate."
            );
        }

        return text;
    }

    private static string PercentCurve(List<CurvePoint> profile, string list)
    {
        var middle = profile[profile.Count / 2];
        return SensitivityCurve.Render(
            Frame("profile", "Votes beyond the clean share"),
            "assumed clean turnout, per cent of registered voters",
            $"votes of {list} beyond the share at that turnout",
            0,
            "none",
            profile,
            [profile[0], middle]
        );
    }

    private static List<CurvePoint> Profile(ForensicResult result) =>
        Table(result, "anomalous-votes", "profile") is { } table
            ?
            [
                .. table
                    .Rows.Select(r => new CurvePoint(r.Figures[0].Value, r.Figures[2].Value))
                    .Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y) && p.Y >= 0),
            ]
            : [];

    private static ChartFrame Frame(string id, string title) => new(Html.Id("forensics", id), title, title + ".", 640);

    private static List<CurvePoint> Points(FigureTable table, int column) =>
        [
            .. table
                .Rows.Where(r => r.Figures[column].Value > 0)
                .Select(r => new CurvePoint(r.Figures[0].Value, r.Figures[column].Value)),
        ];

    private static FigureTable? Table(ForensicResult result, string test, string name) =>
        result
            .Reports.Where(r => r.Test.Name == test)
            .SelectMany(r => r.Report.Tables)
            .FirstOrDefault(t => t.Name == name);
}
