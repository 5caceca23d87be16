using System.Globalization;
using Scrutineer.Findings;

namespace Scrutineer.Scrutiny.Forensics.Spikes;

/// <summary>Whether shares and turnouts gather at tenths of a per cent more than they would were every station counted again.</summary>
public sealed record SpikeTest : IForensicTest
{
    /// <summary>The chance, under the model, below which the test fires: half of 0.01 for each of two percentages.</summary>
    public const double Level = 0.005;

    /// <summary>How many resamples an election that is only counted gets at first.</summary>
    private const int FirstFew = 20;

    private static readonly int[] Counts = [20, 50, 100, 200, 500, 1000, 2000];

    /// <inheritdoc/>
    public string Name => "spikes";

    /// <inheritdoc/>
    public string Asks =>
        "Do shares or turnouts gather at simple percentages more than the same stations counted again would?";

    /// <inheritdoc/>
    public string CannotSee =>
        "The estimate falls as the resamples grow, because it counts what stands above the greatest of them; it sees heaping, and nothing of fraud that leaves no simple percentages.";

    /// <inheritdoc/>
    public bool CanFire => true;

    /// <inheritdoc/>
    public string Specification =>
        "stations with R >= 100 and V >= 100, turnout and share below 100 %; Gaussian kernel 1e-4 at 1,001 points; posterior beta-binomial counts of R, and of V, from a mixture of four; F: density above the greatest resample, beyond the mean; p: rank of F among the resamples' own; fires where either has p <= 0.005; on placebo elections 20 resamples first, and all only where F is the greatest of them";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var (registered, given, received, leader) = (table.Registered, table.Given, table.Received, table.Leader);
        var choice = new StationChoice(table)
            .WithTurnout()
            .WithShare()
            .Without("fewer than 100 voters or ballots", s => registered[s] < 100 || received[s] < 100)
            .Without("more than 1,000,000 voters or ballots", s => registered[s] > 1_000_000 || received[s] > 1_000_000)
            .Without("turnout or share is 100 %", s => given[s] == registered[s] || leader[s] == received[s])
            .Choose();
        if (choice.Refuse(Name, 100) is { } refusal)
        {
            return refusal;
        }

        var share = Resample("share", choice, s => leader[s], s => received[s], run);
        var turnout = Resample("turnout", choice, s => given[s], s => registered[s], run);
        var (shareP, turnoutP) = (share.PValue(), turnout.PValue());
        var (shareF, turnoutF) = (share.Excess(share.Resamples), turnout.Excess(turnout.Resamples));
        var fires = Math.Min(shareP, turnoutP) <= Level;
        var says = string.Create(
            CultureInfo.InvariantCulture,
            $"Above all of {run.Resamples} resamples stand {shareF:0.000} % of the density of shares (p {shareP:0.000}) and {turnoutF:0.000} % of that of turnouts (p {turnoutP:0.000}); a clean table counted once has a p below {Level} in one of {1 / (2 * Level):0} cases."
        );
        return new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            PValue = Math.Min(1, 2 * Math.Min(shareP, turnoutP)),
            Fires = fires,
            Effect = new Effect(Math.Max(shareF, turnoutF) / 100 * choice.Used.Count, null),
            Figures = [Group("share", shareF, shareP), Group("turnout", turnoutF, turnoutP)],
            Tables = run.IsBrief
                ? []
                : [ByResamples(share, turnout), Highest("highest-shares", share), Highest("highest-turnouts", turnout)],
            Says = says,
            Findings = fires
                ?
                [
                    new Finding(
                        "percentage-spikes",
                        Severity.Notice,
                        says,
                        "Rozenas (2017), resampled kernel density",
                        run.Verify + " --test spikes"
                    ),
                ]
                : [],
        };
    }

    /// <summary>
    /// Counts again as often as asked. An election that is only counted is dropped after the first few where one of them has an excess as
    /// great: it would hardly be the greatest of all.
    /// </summary>
    private static SpikeResample Resample(
        string what,
        StationChoice choice,
        Func<int, long> part,
        Func<int, long> whole,
        ForensicRun run
    )
    {
        var parts = choice.Used.Select(part).ToArray();
        var wholes = choice.Used.Select(whole).ToArray();
        if (run.IsBrief && run.Resamples > FirstFew)
        {
            var first = Of(FirstFew);
            if (first.PValue() > 1.0 / (1 + FirstFew))
            {
                return first;
            }
        }

        return Of(run.Resamples);

        SpikeResample Of(int resamples) =>
            SpikeResample.Of(
                parts,
                wholes,
                resamples,
                run.Seed + (what == "share" ? 0u : 1u),
                run.Progress is { } tell ? (done, of) => tell($"Spikes of {what}, stations", done, of) : null,
                run.Stop
            );
    }

    private static FigureGroup Group(string name, double excess, double p) =>
        new(name, [new Figure("f-percent", excess, 4), new Figure("p-value", p, 4)]);

    private static FigureTable ByResamples(SpikeResample share, SpikeResample turnout) =>
        new(
            "by-resamples",
            "How the estimate depends on the number of resamples, in per cent of the density.",
            ["resamples", "share", "turnout"],
            [
                .. Counts
                    .Where(r => r < share.Resamples)
                    .Append(share.Resamples)
                    .Select(r => new FigureRow(
                        "",
                        [
                            new Figure("resamples", r),
                            new Figure("share", share.Excess(r), 4),
                            new Figure("turnout", turnout.Excess(r), 4),
                        ]
                    )),
            ]
        );

    private static FigureTable Highest(string name, SpikeResample resample) =>
        new(
            name,
            "The highest spikes: the percentage, and its density beyond the resamples' mean in per cent of all.",
            ["percent", "excess"],
            [
                .. resample
                    .Highest(10)
                    .Select(s => new FigureRow(
                        "",
                        [new Figure("percent", s.Percent, 1), new Figure("excess", s.Excess, 4)]
                    )),
            ]
        );
}
