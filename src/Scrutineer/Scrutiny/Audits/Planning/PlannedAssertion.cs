using Scrutineer.Allocation;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Comparison;
using Scrutineer.Scrutiny.Audits.RiskTests;

namespace Scrutineer.Scrutiny.Audits.Planning;

/// <summary>An assertion, how clear it is, and how large a sample of each kind confirms it.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="Mean">The mean of its assorter over the reported ballots.</param>
/// <param name="Sizes">The sample by each method that can be used, the least work first.</param>
public sealed record PlannedAssertion(Assertion Assertion, Rational Mean, IReadOnlyList<SampleSize> Sizes)
{
    /// <summary>The size up to which polls are simulated; beyond it the walk is taken as Brownian motion.</summary>
    private const int SimulatedUpTo = 500;

    /// <summary>Twice the mean, less one.</summary>
    public Rational Margin => (2 * Mean) - 1;

    /// <summary>The most that all stations together can overstate, in margins: mean ÷ (mean − ½).</summary>
    public Rational MostOverstated => Mean / (Mean - new Rational(1, 2));

    /// <summary>The sample of a method; nothing where it cannot be used.</summary>
    public SampleSize? By(AuditMethod method) => Sizes.FirstOrDefault(s => s.Method == method);

    /// <summary>Plans an assertion.</summary>
    public static PlannedAssertion Of(Assertion assertion, BallotCounts counts, AuditTerms terms)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(terms);
        var assorter = assertion.Assorter ?? throw new ArgumentException("It can never be false.", nameof(assertion));
        var planned = new PlannedAssertion(assertion, assorter.Mean(counts), []);
        List<SampleSize> sizes = [Polling(assorter, counts, terms), planned.Stations(counts, terms)];
        if (terms.Records)
        {
            sizes.Add(planned.Records(counts, terms));
        }

        return planned with
        {
            Sizes = [.. sizes.OrderBy(s => terms.Work(s, counts.Total)).ThenBy(s => s.Method)],
        };
    }

    /// <summary>The best fixed bet on single ballots, if they are as reported, and the values and shares of their classes.</summary>
    public static (double Fraction, double[] Values, double[] Shares) BestBet(Assorter assorter, BallotCounts counts)
    {
        ArgumentNullException.ThrowIfNull(assorter);
        ArgumentNullException.ThrowIfNull(counts);
        double[] values = [.. assorter.Values.Select(v => v.ToDouble())];
        double[] shares = [.. counts.Classes.Select(n => (double)n / counts.Total)];
        return (Kelly.Best(values, shares), values, shares);
    }

    /// <summary>
    /// Ballot polling with the best fixed bet: the mean by Wald's identity, the quantile by simulation, or for large samples
    /// by the inverse Gaussian distribution.
    /// </summary>
    private static SampleSize Polling(Assorter assorter, BallotCounts counts, AuditTerms terms)
    {
        var (fraction, values, shares) = BestBet(assorter, counts);
        double[] growth = [.. values.Select(v => Math.Log(1 + (fraction * (v - 0.5))))];
        var drift = Kelly.Growth(values, shares, fraction);
        var height = -Math.Log(terms.RiskLimit);
        var expected = height / drift;
        if (expected <= SimulatedUpTo)
        {
            var runs = SimulatedSizes.Of(growth, shares, terms.RiskLimit, SimulatedUpTo * 40, terms.Runs, terms.Seed);
            return new SampleSize(
                AuditMethod.BallotPolling,
                expected,
                SimulatedSizes.Quantile(runs, 0.9),
                counts.Total
            );
        }

        var variance = growth.Zip(shares, (g, s) => s == 0 ? 0 : s * (g - drift) * (g - drift)).Sum();
        return new SampleSize(
            AuditMethod.BallotPolling,
            expected,
            (long)Math.Ceiling(Distribution.FirstPassageQuantile(height, drift, variance, 0.9)),
            counts.Total
        );
    }

    /// <summary>Stations against their protocols: all draws without taint, and one to spare.</summary>
    private SampleSize Stations(BallotCounts counts, AuditTerms terms)
    {
        var draws = BatchComparison.PlannedDraws(MostOverstated.ToDouble(), terms.RiskLimit);
        return new SampleSize(AuditMethod.BatchComparison, draws, draws, terms.Stations ?? counts.Total);
    }

    /// <summary>Single ballots against records, a few of which overstate the margin by a half of the upper bound.</summary>
    private SampleSize Records(BallotCounts counts, AuditTerms terms)
    {
        var diluted = (Margin / Assertion.Assorter!.Upper).ToDouble();
        double[] growth =
        [
            -Math.Log(1 - (diluted / (2 * SuperSimple.Gamma))),
            -Math.Log(1 - (diluted / (2 * SuperSimple.Gamma))) + Math.Log(1 - (1 / (2 * SuperSimple.Gamma))),
        ];
        var runs = SimulatedSizes.Of(
            growth,
            [1 - terms.ErrorRate, terms.ErrorRate],
            terms.RiskLimit,
            (int)Math.Min(counts.Total, 1_000_000),
            terms.Runs,
            terms.Seed
        );
        return new SampleSize(
            AuditMethod.BallotComparison,
            runs.Average(),
            SimulatedSizes.Quantile(runs, 0.9),
            counts.Total
        );
    }
}
