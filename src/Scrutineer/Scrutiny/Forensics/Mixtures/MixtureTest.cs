using System.Globalization;

namespace Scrutineer.Scrutiny.Forensics.Mixtures;

/// <summary>The Bayesian finite mixture, its components named as components.</summary>
public sealed record MixtureTest : IForensicTest
{
    /// <summary>How often everything is drawn.</summary>
    public int Iterations { get; init; } = 7_000;

    /// <inheritdoc/>
    public string Name => "mixture";

    /// <inheritdoc/>
    public string Asks =>
        "If every station is plain, moderate or large in how far votes for the list stand for absent voters and for others' votes, how many are of each kind?";

    /// <inheritdoc/>
    public string CannotSee =>
        "It knows one electorate with normal effects of stations; a second electorate, a region that votes otherwise, is told as a component, so that a weight is a description and no share of fraud.";

    /// <inheritdoc/>
    public bool CanFire => false;

    /// <inheritdoc/>
    public string Specification =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"stations with V >= 1, R <= V; trinomial votes; logits of turnout and share normal over stations; components m = s = 0, m and s in [0, 0.7], m and s in [0.7, 1]; Dirichlet(1, 1, 1); {Iterations} iterations, the first third thrown away; descriptive, never fires"
        );

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table)
            .WithTurnout()
            .WithShare()
            .Without("more ballots were found than voters are registered", s => table.Received[s] > table.Registered[s])
            .Choose();
        if (choice.Refuse(Name, 50) is { } refusal)
        {
            return refusal;
        }

        var used = choice.Used;
        if (used.All(s => table.Leader[s] == table.Received[s]) || used.All(s => table.Leader[s] == 0))
        {
            return choice.Refuse(
                Name,
                "Every vote is for one list, or none is for this one: there is no share to explain."
            );
        }

        var fit = FiniteMixture.Fit(
            [.. used.Select(s => table.Registered[s])],
            [.. used.Select(s => table.Received[s])],
            [.. used.Select(s => table.Leader[s])],
            Iterations,
            run.Seed,
            run.Progress is { } progress ? (done, of) => progress(Name, done, of) : null,
            run.Stop
        );
        var worst = fit.Checks.MinBy(c => Math.Min(c.PValue, 1 - c.PValue));
        return new TestReport
        {
            Test = Name,
            Stations = used.Count,
            LeftOut = choice.LeftOut,
            Figures =
            [
                Group("plain", fit.Weights[0], 4),
                Group("moderate", fit.Weights[1], 4),
                Group("large", fit.Weights[2], 4),
                Group("turnout", fit.Turnout, 4),
                Group("share", fit.Share, 4),
                Group("sd-turnout", fit.TurnoutSpread, 3),
                Group("sd-share", fit.ShareSpread, 3),
                Group("votes", fit.Votes, 0),
            ],
            Tables =
            [
                new FigureTable(
                    "predictive-checks",
                    "Properties of the table beside those of tables drawn from the fitted model; a part near 0 or 1 says that the model does not fit.",
                    ["observed", "replicated", "part-above"],
                    [
                        .. fit.Checks.Select(c => new FigureRow(
                            c.Name,
                            [
                                new Figure("observed", c.Observed, 4),
                                new Figure("replicated", c.Replicated, 4),
                                new Figure("part-above", c.PValue, 2),
                            ]
                        )),
                    ]
                )
                {
                    RowsAre = "property",
                },
            ],
            Effect = new Effect(fit.Plain.Sum(p => 1 - p), fit.Votes.Mean),
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"The weights are {100 * fit.Weights[0].Mean:0.0} % plain, {100 * fit.Weights[1].Mean:0.0} % moderate and {100 * fit.Weights[2].Mean:0.0} % large. Of tables drawn from the model, {100 * worst.PValue:0} % have {worst.Name} above that observed{(worst.PValue is < 0.025 or > 0.975 ? ": the model does not fit" : "")}."
            ),
        };
    }

    private static FigureGroup Group(string name, Posterior posterior, int decimals) =>
        new(
            name,
            [
                new Figure("mean", posterior.Mean, decimals),
                new Figure("low", posterior.Low, decimals),
                new Figure("high", posterior.High, decimals),
            ]
        );
}
