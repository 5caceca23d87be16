using System.Collections.Immutable;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Mixtures;

/// <summary>
/// The model of Klimek and others, fitted: stations where voters decide with rates around one turnout τ and one share ν, stations to
/// which votes were added and moved in part (incremental), and stations where nearly all were (extreme). The names are the model's; a
/// country of two peoples fits it as well.
/// </summary>
/// <param name="Tau">The turnout of the first kind: the lowest peak above 30 %.</param>
/// <param name="Nu">Its share.</param>
/// <param name="SigmaTau">The spread of turnouts below τ, over stations whose share is below ν.</param>
/// <param name="SigmaNu">The spread of shares below ν.</param>
/// <param name="Theta">The width of the incremental part.</param>
/// <param name="Alpha">How much is moved (x^α) where x is added.</param>
/// <param name="Incremental">The weight f_i of the incremental kind.</param>
/// <param name="Extreme">The weight f_e of the extreme kind.</param>
/// <param name="Error">The sum of squared differences of the histograms.</param>
/// <param name="PeakOfGreatest">The density at ν as a part of the greatest density of shares.</param>
/// <remarks>
/// Source: Klimek, Yegorov, Hanel and Thurner, PNAS 109 (2012), with its supplement; θ is the square root of the spread above ν, as in
/// the published code. The expected histogram is linear in the weights, so they are the solution of a least-squares problem for each α
/// and no grid is searched for them.
/// </remarks>
public sealed record KlimekFit(
    double Tau,
    double Nu,
    double SigmaTau,
    double SigmaNu,
    double Theta,
    double Alpha,
    double Incremental,
    double Extreme,
    double Error,
    double PeakOfGreatest
)
{
    private const int Bins = 100;
    private const int Points = 20_000;
    private const double ExtremeWidth = 0.075;

    /// <summary>Points spread evenly over the cube of four dimensions, the same on every machine: multiples of powers of 1/ρ.</summary>
    /// <remarks>Source: Roberts, "The unreasonable effectiveness of quasirandom sequences" (2018): ρ is the root of ρ⁵ = ρ + 1.</remarks>
    private static readonly Lazy<double[][]> Cube = new(() =>
    {
        var rho = 1.1673039782614187;
        return [.. Enumerable.Range(1, 4).Select(d => Sequence(Math.Pow(rho, -d)))];
    });

    /// <summary>The observed and the fitted histogram of the list's share, by whole per cent.</summary>
    public ImmutableArray<(double Observed, double Fitted)> Histogram { get; init; } = [];

    /// <summary>Fits stations; nothing where turnout or share has no peak above 30 %, or does not vary.</summary>
    /// <param name="turnout">G/V of each station.</param>
    /// <param name="share">L/R of each station.</param>
    public static KlimekFit? Of(ReadOnlySpan<double> turnout, ReadOnlySpan<double> share)
    {
        if (
            new Density(turnout).FirstPeak(0.3) is not { } tau
            || new Density(share).FirstPeak(0.3) is not { } nu
            || Below(turnout, tau.At, share, nu.At) is not (> 0 and var sigmaTau)
            || Spread(share, nu.At, isBelow: true) is not (> 0 and var sigmaNu)
            || Spread(share, nu.At, isBelow: false) is not (> 0 and var above)
        )
        {
            return null;
        }

        var theta = Math.Sqrt(above);
        var target = new double[Bins];
        foreach (var s in share)
        {
            target[Math.Clamp((int)(s * Bins), 0, Bins - 1)] += 1.0 / share.Length;
        }

        var kinds = new Kinds(tau.At, sigmaTau, nu.At, sigmaNu, theta);
        var (honest, extreme) = (kinds.Honest(), kinds.Extreme());
        KlimekFit? best = null;
        foreach (var step in Enumerable.Range(1, 40))
        {
            var alpha = step / 10.0;
            var incremental = kinds.Incremental(alpha);
            var fit = SimplexFit.Of(target, honest, incremental, extreme);
            if (best is null || fit.Error < best.Error)
            {
                best = new KlimekFit(
                    tau.At,
                    nu.At,
                    sigmaTau,
                    sigmaNu,
                    theta,
                    alpha,
                    fit.Second,
                    fit.Third,
                    fit.Error,
                    nu.OfGreatest
                )
                {
                    Histogram =
                    [
                        .. target.Select(
                            (y, i) =>
                                (y, (fit.First * honest[i]) + (fit.Second * incremental[i]) + (fit.Third * extreme[i]))
                        ),
                    ],
                };
            }
        }

        return best;
    }

    private static double[] Sequence(double step) =>
        [.. Enumerable.Range(1, Points).Select(i => ((i * step) + 0.5) % 1)];

    /// <summary>
    /// The spread of turnouts below τ among the stations whose share is below ν, where the model has honest stations only; among all
    /// stations where none is so.
    /// </summary>
    private static double? Below(ReadOnlySpan<double> turnout, double tau, ReadOnlySpan<double> share, double nu)
    {
        var both = new List<double>();
        for (var i = 0; i < turnout.Length; i++)
        {
            if (share[i] < nu)
            {
                both.Add(turnout[i]);
            }
        }

        return Spread(both.ToArray(), tau, isBelow: true) ?? Spread(turnout, tau, isBelow: true);
    }

    private static double? Spread(ReadOnlySpan<double> numbers, double centre, bool isBelow)
    {
        var (sum, count) = (0.0, 0);
        foreach (var x in numbers)
        {
            if (isBelow ? x < centre : x > centre)
            {
                sum += (x - centre) * (x - centre);
                count++;
            }
        }

        return count == 0 ? null : Math.Sqrt(sum / count);
    }

    /// <summary>The expected histogram of each kind of station, from points spread evenly.</summary>
    private sealed class Kinds
    {
        private readonly double[] turnout = new double[Points];
        private readonly double[] share = new double[Points];
        private readonly double[] added = new double[Points];
        private readonly double[] nearlyAll = new double[Points];

        public Kinds(double tau, double sigmaTau, double nu, double sigmaNu, double theta)
        {
            Truncated(tau, sigmaTau, Cube.Value[0], turnout);
            Truncated(nu, sigmaNu, Cube.Value[1], share);
            Truncated(0, theta, Cube.Value[2], added);
            Truncated(0, ExtremeWidth, Cube.Value[3], nearlyAll);
        }

        public double[] Honest()
        {
            var histogram = new double[Bins];
            foreach (var s in share)
            {
                Add(histogram, s);
            }

            return histogram;
        }

        public double[] Incremental(double alpha)
        {
            var histogram = new double[Bins];
            for (var i = 0; i < Points; i++)
            {
                Add(histogram, Share(i, added[i], Math.Pow(added[i], alpha)));
            }

            return histogram;
        }

        public double[] Extreme()
        {
            var histogram = new double[Bins];
            for (var i = 0; i < Points; i++)
            {
                Add(histogram, Share(i, 1 - nearlyAll[i], 1 - nearlyAll[i]));
            }

            return histogram;
        }

        /// <summary>The list's share where the part x of those who stayed away is added and a part of the others' votes moved.</summary>
        private double Share(int i, double x, double moved)
        {
            var (t, s) = (turnout[i], share[i]);
            var votes = (t * s) + (x * (1 - t)) + (moved * (1 - s) * t);
            var ballots = t + (x * (1 - t));
            return ballots > 0 ? votes / ballots : s;
        }

        private static void Add(double[] histogram, double s) =>
            histogram[Math.Clamp((int)(s * Bins), 0, Bins - 1)] += 1.0 / Points;

        /// <summary>A normal distribution cut to the shares from 0 to 1, at points spread evenly over its mass.</summary>
        private static void Truncated(double mean, double sd, double[] points, double[] into)
        {
            var below = 1 - NormalTail.Above(-mean / sd);
            var upto = 1 - NormalTail.Above((1 - mean) / sd);
            for (var i = 0; i < into.Length; i++)
            {
                var at = Math.Clamp(below + ((upto - below) * points[i]), 1e-15, 1 - 1e-15);
                into[i] = Math.Clamp(mean + (sd * NormalTail.Quantile(at)), 0, 1);
            }
        }
    }
}
