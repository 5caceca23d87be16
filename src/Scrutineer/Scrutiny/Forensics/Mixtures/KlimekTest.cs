using System.Globalization;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Mixtures;

/// <summary>The model of Klimek and others, with its weights as weights of components and not as shares of fraud.</summary>
public sealed record KlimekTest : IForensicTest
{
    /// <inheritdoc/>
    public string Name => "klimek";

    /// <inheritdoc/>
    public string Asks =>
        "Which mixture of one homogeneous electorate with stations to which votes were added or moved is nearest to the table?";

    /// <inheritdoc/>
    public string CannotSee =>
        "It knows one electorate with one turnout and one share; a second electorate is told as added votes, and where the lowest peak is not the peak of that electorate all its weights are about nothing.";

    /// <inheritdoc/>
    public bool CanFire => false;

    /// <inheritdoc/>
    public string Specification =>
        "stations with V >= 100 and G < V; tau, nu: lowest peaks above 30 % of Gaussian kernel densities (Scott); sigma: one-sided root mean squares; theta: root of the spread above nu; histogram of L/R in 100 bins; alpha 0.1 to 4 by 0.1; weights by least squares on the simplex; descriptive, never fires";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var (registered, given) = (table.Registered, table.Given);
        var choice = new StationChoice(table)
            .WithTurnout()
            .WithShare()
            .Without("fewer than 100 voters are registered", s => registered[s] < 100)
            .Without("every voter came", s => given[s] == registered[s])
            .Choose();
        if (choice.Refuse(Name, 100) is { } refusal)
        {
            return refusal;
        }

        var used = choice.Used;
        var fit = KlimekFit.Of(
            [.. used.Select(s => (double)given[s] / registered[s])],
            [.. used.Select(s => (double)table.Leader[s] / table.Received[s])]
        );
        if (fit is null)
        {
            return choice.Refuse(Name, "Turnout or share has no peak above 30 %, or does not vary around it.");
        }

        var isFragile = fit.PeakOfGreatest < 0.5;
        return new TestReport
        {
            Test = Name,
            Stations = used.Count,
            LeftOut = choice.LeftOut,
            Figures =
            [
                new FigureGroup(
                    "",
                    [
                        new Figure("f-i", fit.Incremental, 4),
                        new Figure("f-e", fit.Extreme, 4),
                        new Figure("alpha", fit.Alpha, 1),
                        new Figure("tau", fit.Tau, 3),
                        new Figure("nu", fit.Nu, 3),
                        new Figure("sigma-tau", fit.SigmaTau, 6),
                        new Figure("sigma-nu", fit.SigmaNu, 6),
                        new Figure("theta", fit.Theta, 6),
                        new Figure("sse", fit.Error, 6),
                        new Figure("peak-of-greatest-density", fit.PeakOfGreatest, 3),
                        new Figure("fragile", isFragile ? 1 : 0),
                    ]
                ),
            ],
            Tables = run.IsBrief ? [] : [Histogram(fit)],
            Says =
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Nearest is a mixture with the weight {fit.Incremental:0.000} of the component that the model calls incremental (α {fit.Alpha:0.0}) and {fit.Extreme:0.000} of the one it calls extreme, around a turnout of {100 * fit.Tau:0.0} % and a share of {100 * fit.Nu:0.0} %."
                )
                + (
                    isFragile
                        ? $" Fragile: the density of shares at that peak is {Shown.Of((int)Math.Round(100 * fit.PeakOfGreatest), "per cent", "per cent")} of its greatest, so the peak is hardly the electorate's, and the weights mean nothing."
                        : ""
                ),
        };
    }

    private static FigureTable Histogram(KlimekFit fit) =>
        new(
            "histogram",
            "The part of the stations with each share of the list, observed and fitted, by whole per cent.",
            ["percent", "observed", "fitted"],
            [
                .. fit.Histogram.Select(
                    (h, i) =>
                        new FigureRow(
                            "",
                            [
                                new Figure("percent", i),
                                new Figure("observed", h.Observed, 6),
                                new Figure("fitted", h.Fitted, 6),
                            ]
                        )
                ),
            ]
        )
        {
            IsForCharts = true,
        };
}
