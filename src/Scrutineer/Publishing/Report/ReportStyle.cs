using Scrutineer.Publishing.Charts;

namespace Scrutineer.Publishing.Report;

/// <summary>The style of the report: system fonts, one accent, light and dark by the reader's preference, A4 and Letter.</summary>
public static class ReportStyle
{
    /// <summary>The sheet, with that of the charts.</summary>
    public static string Css => Page + ChartStyle.Css;

    private const string Page = """
        :root{color-scheme:light dark;--paper:#ffffff;--ink:#1b1f24;--muted:#4f5760;--rule:#c4cad1;--soft:#f3f5f7;--accent:#0b5a8a;--error:#b3001b}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e8eaed;--muted:#b3bac2;--rule:#454c54;--soft:#1d2227;--accent:#7cc4f0;--error:#ff8a8a}}
        *{box-sizing:border-box}
        html{font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;background:var(--paper);color:var(--ink)}
        body{margin:0 auto;max-width:60rem;padding:1.5rem 1.25rem 4rem}
        p,li,dd{max-width:70ch}
        h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0 .3rem}
        h2{font-size:1.3rem;line-height:1.25;margin:3rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--rule)}
        h3{font-size:1.05rem;margin:1.8rem 0 .4rem}
        a{color:var(--accent);text-underline-offset:.15em}
        a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
        .kicker,.small,figcaption,footer{color:var(--muted);font-size:.88rem}
        .answers{display:grid;grid-template-columns:8.5rem 1fr;gap:.35rem 1rem;margin:1.2rem 0;padding:1rem 1.1rem;background:var(--soft);border-radius:.4rem}
        .answers dt{font-weight:600}
        .answers dd{margin:0}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}
        figure{margin:1rem 0}
        nav ul{columns:2;padding-left:1.1rem;margin:.6rem 0}
        .scroll{overflow-x:auto}
        figure.table{break-inside:auto}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;min-width:100%}
        figcaption{padding:.2rem 0 .4rem;max-width:70ch}
        th,td{padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
        thead th{font-size:.86rem;color:var(--muted);font-weight:600;vertical-align:bottom}
        tbody th{font-weight:500}
        .n{text-align:right;white-space:nowrap}
        thead .n{white-space:normal}
        tr:target{background:var(--soft)}
        ol.steps{padding-left:1.3rem}
        ol.steps>li{margin:0 0 1.4rem;max-width:none}
        .law{margin:.1rem 0;color:var(--muted)}
        .cite{white-space:nowrap;font-size:.84rem;border:1px solid var(--rule);border-radius:.3rem;padding:.02rem .35rem}
        .debt{border-style:dashed}
        .finding{border-left:4px solid var(--rule);padding:.1rem 0 .1rem .9rem;margin:0 0 1.1rem}
        .finding.warning{border-left-color:var(--ink)}
        .finding.error{border-left-color:var(--error)}
        .finding.error .severity{color:var(--error)}
        .severity{font-weight:600}
        .finding p{margin:.15rem 0}
        code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.86em;overflow-wrap:anywhere}
        details{margin:.6rem 0}
        @media (max-width:40rem){
        html{font-size:16px}
        .pair{grid-template-columns:1fr}
        nav ul{columns:1}
        .answers{grid-template-columns:1fr;gap:.1rem}
        .answers dd{margin-bottom:.5rem}
        }
        @media print{
        html{font-size:10.5pt}
        body{max-width:none;padding:0}
        nav,.skip,.csv{display:none}
        h2,h3{break-after:avoid}
        figure,tr,.finding{break-inside:avoid}
        .scroll{overflow:visible}
        th,td{font-size:8.5pt;padding-right:.5rem}
        .n{white-space:normal}
        td:not(.n){min-width:4.5rem}
        a{color:inherit;text-decoration:none}
        details>*{display:block}
        }
        @page{margin:16mm}

        """;
}
