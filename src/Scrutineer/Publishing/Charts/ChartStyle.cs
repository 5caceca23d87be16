namespace Scrutineer.Publishing.Charts;

/// <summary>
/// The one style sheet of all charts. The page that inlines charts carries <see cref="Css"/> once and sets <c>--ink</c>,
/// <c>--paper</c>, <c>--rule</c> and <c>--muted</c> for light, dark and print.
/// </summary>
/// <remarks>
/// List colours travel in <c>style</c> attributes as custom properties; a content security policy that forbids inline
/// styles has to allow <c>style-src-attr 'unsafe-inline'</c>.
/// </remarks>
public static class ChartStyle
{
    /// <summary>The rules, scoped to <c>.chart</c>; no rule uses red.</summary>
    public const string Css = """
        .chart{display:block;width:100%;height:auto;break-inside:avoid}
        .chart text{fill:var(--ink,currentColor);font-variant-numeric:tabular-nums}
        .chart .c-strong{font-weight:600}
        .chart .c-muted{fill:var(--muted,currentColor)}
        .chart .c-list{fill:var(--c-light)}
        .chart .c-cut{fill:none;stroke:var(--paper,Canvas)}
        .chart .c-hole{fill:var(--paper,Canvas)}
        .chart .c-rule{fill:none;stroke:var(--rule,currentColor)}
        .chart .c-line{fill:none;stroke:var(--ink,currentColor)}
        .chart .c-faint{fill:none;stroke:var(--muted,currentColor)}
        .chart .c-sign{fill:var(--paper,Canvas);stroke:var(--ink,currentColor)}
        .chart .c-ink{fill:var(--ink,currentColor)}
        .chart .c-shade{fill:var(--ink,currentColor);stroke:var(--rule,currentColor)}
        @media screen and (prefers-color-scheme:dark){.chart .c-list{fill:var(--c-dark)}}

        """;

    /// <summary>
    /// A chart as a file of its own: the style sheet and both papers are carried inside, so that any browser shows it
    /// as the page does.
    /// </summary>
    /// <param name="chart">What one of the charts returned.</param>
    public static string Standalone(string chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var end = chart.IndexOf("</desc>\n", StringComparison.Ordinal);
        return end < 0
            ? throw new ArgumentException("Only a chart made here can be made to stand alone.", nameof(chart))
            : chart.Insert(end + "</desc>\n".Length, $"<style>\n{Papers}{Css}</style>\n");
    }

    private static string Papers =>
        $$"""
            .chart{--ink:#1b1f24;--paper:{{Colour.LightPaper}};--rule:#8a929b;--muted:#4f5760;background:var(--paper)}
            @media screen and (prefers-color-scheme:dark){
            .chart{--ink:#e8eaed;--paper:{{Colour.DarkPaper}};--rule:#7d8690;--muted:#b3bac2}
            }

            """;
}
