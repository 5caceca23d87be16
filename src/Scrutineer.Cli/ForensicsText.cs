using System.Globalization;
using System.Text;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Cli;

/// <summary>The text of <c>forensics</c>: test by test, the answer in a sentence first, then its figures and what it cannot see.</summary>
internal static class ForensicsText
{
    public static string Of(ForensicResult result)
    {
        var table = result.Table;
        var text = new StringBuilder();
        text.Append(Words.Wrap(table.Title, 0));
        text.Append(
            Words.Wrap(
                $"{Shown.Of(table.Count, "station", "stations")}; turnout is {table.TurnoutBase}; share is votes of {table.ListName}, of {table.ShareBase}.",
                0
            )
        );
        var fired = result.Reports.Count(r => r.Report.Fires);
        var silent = result.Reports.Count(r => r.Report.CannotSay is not null);
        text.Append(
            Words.Wrap(
                $"{Shown.Of(result.Reports.Count, "test was", "tests were")} run: {fired} {(fired == 1 ? "finds" : "find")} the table inconsistent with the model of the test, {silent} cannot say. No test tells what happened.",
                0
            )
        );
        foreach (var (test, report) in result.Reports)
        {
            text.Append('\n').Append(Of(test, report, [.. result.Rates.Where(r => r.Test == test.Name)]));
        }

        text.Append(Family(result));

        if (result.NotRun.Count > 0)
        {
            text.Append('\n').Append(Words.Wrap($"Stopped; not run: {string.Join(", ", result.NotRun)}.", 0));
        }

        return text.Append($"\nRead from {table.File}\nSHA-256 {table.Sha256}\n").ToString();
    }

    private static string Of(IForensicTest test, TestReport report, IReadOnlyList<FiringRate> rates)
    {
        var text = new StringBuilder();
        text.Append(Words.Wrap($"{test.Name}: {test.Asks}", 0));
        if (report.CannotSay is { } because)
        {
            text.Append(Words.Wrap("Cannot say. " + because, 2));
        }
        else
        {
            text.Append(Words.Wrap((report.Fires ? "INCONSISTENT. " : "") + report.Says, 2));
        }

        text.Append(
            Words.Wrap(
                $"Used {Shown.Whole(report.Stations)}"
                    + string.Concat(report.LeftOut.Select(l => $"; left out {Shown.Whole(l.Stations)}: {l.Because}"))
                    + ".",
                2
            )
        );
        text.Append(Figures(report));
        foreach (var table in report.Tables.Where(t => !t.IsForCharts && t.Rows.Count > 0))
        {
            text.Append(Of(table));
        }

        text.Append(Words.Wrap("What it cannot see: " + test.CannotSee, 2));
        return text.Append(Rates(rates)).ToString();
    }

    /// <summary>How often the test fires on elections of which the truth is known.</summary>
    private static string Rates(IReadOnlyList<FiringRate> rates)
    {
        var clean = rates.FirstOrDefault(r => r.On == FiringRate.Clean);
        if (clean is null)
        {
            return "";
        }

        var text = new StringBuilder(
            Words.Wrap($"On clean elections drawn like this one it fires {InWords(clean)}.", 2)
        );
        foreach (var rate in rates.Where(r => r.On != FiringRate.Clean))
        {
            text.Append(Words.Wrap($"With {rate.On} it fires {InWords(rate)}.", 2));
        }

        return text.ToString();
    }

    private static string InWords(FiringRate rate) =>
        rate.Of == 0
            ? "never: it can answer on none of them"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"in {rate.Fired} of {rate.Of} ({100 * rate.Interval.Low:0}–{100 * rate.Interval.High:0} %)"
            );

    private static string Family(ForensicResult result)
    {
        var family = result.Family;
        var text = new StringBuilder("\n");
        if (family.Count > 0)
        {
            text.Append(
                Words.Wrap(
                    $"{Shown.Of(family.Count, "test has a p-value", "tests have a p-value")}. Adjusted for all of them by Holm (the chance of one error) and by Benjamini and Hochberg (the share of errors):",
                    0
                )
            );
            text.Append(
                TextTable.Of(
                    ["test", ">p", ">Holm", ">Benjamini–Hochberg"],
                    [
                        .. family.Select(f =>
                            (IReadOnlyList<string>)
                                [
                                    f.Test,
                                    ForensicsJson.Text(f.P, 6),
                                    ForensicsJson.Text(f.Holm, 6),
                                    ForensicsJson.Text(f.BenjaminiHochberg, 6),
                                ]
                        ),
                    ]
                )
            );
        }

        return text.Append(
                Words.Wrap(
                    $"Registered before the data were read as sha256 {result.Registration.Sha256} (--register prints it).",
                    0
                )
            )
            .ToString();
    }

    private static string Figures(TestReport report)
    {
        var text = new StringBuilder();

        // Groups that hold the same figures make one table.
        var named = report.Figures.Where(g => g.Name.Length > 0).ToList();
        foreach (var same in named.GroupBy(g => string.Join(' ', g.Figures.Select(f => f.Name))))
        {
            text.Append(
                TextTable.Of(
                    ["", .. same.First().Figures.Select(f => ">" + f.Name)],
                    [.. same.Select(g => (IReadOnlyList<string>)[g.Name, .. g.Figures.Select(Shows)])]
                )
            );
        }

        foreach (var figure in report.Figures.Where(g => g.Name.Length == 0).SelectMany(g => g.Figures))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {figure.Name}: {Shows(figure)}\n");
        }

        return text.ToString();
    }

    private static string Of(FigureTable table)
    {
        var text = new StringBuilder(Words.Wrap(table.Caption, 2));
        text.Append(
            TextTable.Of(
                [.. table.RowsAre.Length > 0 ? [table.RowsAre] : (string[])[], .. table.Columns.Select(c => ">" + c)],
                [
                    .. table
                        .Rows.Take(table.Told)
                        .Select(r =>
                            (IReadOnlyList<string>)
                                [.. table.RowsAre.Length > 0 ? [r.Label] : (string[])[], .. r.Figures.Select(Shows)]
                        ),
                ]
            )
        );
        var more = table.Rows.Count - table.Told;
        return more > 0
            ? text.Append(CultureInfo.InvariantCulture, $"  and {more} more; --json has them all\n").ToString()
            : text.ToString();
    }

    private static string Shows(Figure figure) =>
        !double.IsFinite(figure.Value) ? "?"
        : figure.Decimals == 0 ? Shown.Whole(new System.Numerics.BigInteger(Math.Round(figure.Value)))
        : ForensicsJson
            .Text(figure.Value, figure.Decimals)
            .Replace('-', '−')
            .Replace("e−", "e-", StringComparison.Ordinal);
}
