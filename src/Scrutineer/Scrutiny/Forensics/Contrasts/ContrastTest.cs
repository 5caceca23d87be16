using System.Globalization;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Contrasts;

/// <summary>Marked stations (observed, counted by machine) against the others of their territories.</summary>
public sealed record ContrastTest : IForensicTest
{
    /// <summary>The chance, under the model, below which the test fires: half of 0.001 for each of share and turnout.</summary>
    public const double Level = 0.0005;

    /// <inheritdoc/>
    public string Name => "contrast";

    /// <inheritdoc/>
    public string Asks =>
        "Do marked stations, such as observed or machine-counted ones, differ from the others of their territory and size?";

    /// <inheritdoc/>
    public string CannotSee =>
        "Only where marks were drawn by lot is the difference an effect of the mark: observers go where they can and expect trouble, machines to towns, and what is driven from an observed station may be done at the next.";

    /// <inheritdoc/>
    public bool CanFire => true;

    /// <inheritdoc/>
    public string Specification =>
        "share and turnout on the mark and ln V within territories that have both kinds, each station once, errors by territory; assignment: the mark on ln V within territories; fires where either has p <= 0.0005 and ten territories have both kinds";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table)
            .WithTurnout()
            .WithShare()
            .Without("it has no territory", s => table.Territory[s] < 0)
            .Choose();
        if (table.Marked.IsEmpty)
        {
            return choice.Refuse(Name, "No stations are marked; --marked names them.");
        }

        if (choice.Refuse(Name, 4) is { } refusal)
        {
            return refusal;
        }

        var used = choice.Used;
        int[] territory = [.. used.Select(s => table.Territory[s])];
        bool[] mark = [.. used.Select(s => table.Marked[s])];
        long[] registered = [.. used.Select(s => table.Registered[s])];
        double[] shares = [.. used.Select(s => (double)table.Leader[s] / table.Received[s])];
        double[] turnouts = [.. used.Select(s => (double)table.Given[s] / table.Registered[s])];
        if (
            MarkedContrast.Of(territory, mark, shares, registered) is not { } share
            || MarkedContrast.Of(territory, mark, turnouts, registered) is not { } turnout
        )
        {
            return choice.Refuse(
                Name,
                $"{mark.Count(m => m)} of the {mark.Length} stations used are marked; fewer than two territories have both kinds."
            );
        }

        var (shareP, turnoutP) = (PValue(share), PValue(turnout));
        var votes = Votes(table, used);
        var fires = Math.Min(shareP, turnoutP) <= Level && share.Territories >= 10;
        var says = string.Create(
            CultureInfo.InvariantCulture,
            $"At equal territory and size {Shown.Of(mark.Count(m => m), "marked station", "marked stations")} have {100 * share.Difference:+0.00;−0.00} points of share ± {196 * share.Error:0.00} and {100 * turnout.Difference:+0.00;−0.00} points of turnout ± {196 * turnout.Error:0.00} against the others, over {share.Territories} territories with both kinds; had the others the votes for each registered voter of the marked ones, {table.ListName} would have {Shown.Whole((long)Math.Round(votes))} votes fewer."
        );
        return new TestReport
        {
            Test = Name,
            Stations = used.Count,
            LeftOut = choice.LeftOut,
            PValue = Math.Min(1, 2 * Math.Min(shareP, turnoutP)),
            Fires = fires,
            Effect = new Effect(null, votes),
            Figures =
            [
                Group("share", share, shareP),
                Group("turnout", turnout, turnoutP),
                new FigureGroup(
                    "",
                    [
                        new Figure("marked", mark.Count(m => m)),
                        new Figure("territories-with-both", share.Territories),
                        new Figure("excess-votes-of-the-others", votes),
                        new Figure("marked-per-log-size", Assignment(territory, mark, registered), 4),
                    ]
                ),
            ],
            Says = says,
            Findings = fires
                ?
                [
                    new Finding(
                        "marked-stations-differ",
                        Severity.Notice,
                        says
                            + " Unless the marks were drawn by lot, other differences between the stations can be behind it.",
                        "least squares within territories, errors by territory",
                        run.Verify + " --test contrast --marked FILE"
                    ),
                ]
                : [],
        };
    }

    private static double PValue(MarkedContrast contrast) =>
        double.IsFinite(contrast.Z) ? NormalTail.Beyond(contrast.Z) : 1;

    private static FigureGroup Group(string name, MarkedContrast contrast, double p) =>
        new(
            name,
            [
                new Figure("difference", contrast.Difference, 6),
                new Figure("error", contrast.Error, 6),
                new Figure("z", contrast.Z, 3),
                new Figure("p-value", p, 6),
                new Figure("raw-difference", contrast.Raw, 6),
            ]
        );

    /// <summary>
    /// In each territory with both kinds, the votes of the unmarked stations beyond what the marked ones have for each registered voter:
    /// Σ (L − V·L_marked/V_marked).
    /// </summary>
    private static double Votes(StationTable table, IReadOnlyList<int> used)
    {
        var votes = 0.0;
        foreach (var group in used.GroupBy(s => table.Territory[s]))
        {
            var marked = group.Where(s => table.Marked[s]).ToList();
            var others = group.Where(s => !table.Marked[s]).ToList();
            if (marked.Count > 0 && others.Count > 0)
            {
                var rate = marked.Sum(s => (double)table.Leader[s]) / marked.Sum(s => (double)table.Registered[s]);
                votes += others.Sum(s => table.Leader[s] - (rate * table.Registered[s]));
            }
        }

        return votes;
    }

    /// <summary>How the part of marked stations grows with the logarithm of their size, within territories: 0 where marks do not follow size.</summary>
    private static double Assignment(int[] territory, bool[] mark, long[] registered)
    {
        var (sizes, marks) = (new List<double>(), new List<double>());
        foreach (var group in Enumerable.Range(0, mark.Length).GroupBy(i => territory[i]))
        {
            var size = group.Average(i => Math.Log(registered[i]));
            var part = group.Average(i => mark[i] ? 1.0 : 0.0);
            sizes.AddRange(group.Select(i => Math.Log(registered[i]) - size));
            marks.AddRange(group.Select(i => (mark[i] ? 1.0 : 0.0) - part));
        }

        return Shapes.Line.Of([.. sizes], [.. marks]).Slope;
    }
}
