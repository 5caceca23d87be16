using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Mixtures;

/// <summary>
/// A Bayesian mixture of three components with effects of each station. A station has its own turnout τ and share ν, whose
/// logits are normal over the stations; in the plain component that is all. In the moderate component a part m of those who
/// stayed at home and a part s of the other votes stand as votes of the list, both uniform from 0 to 0.7; in the large one
/// from 0.7 to 1. Of the registered voters the list then has ντ + m(1 − τ) + s(1 − ν)τ, the others (1 − s)(1 − ν)τ.
/// </summary>
/// <remarks>
/// <para>
/// After the model "qbl" of Ferrari, McAlister and Mebane (2018), with two differences: votes are trinomial, and no component is
/// made the largest by the prior. Priors: weights Dirichlet(1, 1, 1); means of the logits normal with standard deviation 10; variances
/// inverse gamma (2, 0.5).
/// </para>
/// <para>
/// The sampler: Metropolis steps for τ and ν of each station; then a proposal of another component with its m and s from
/// their prior, with τ and ν changed so that the probabilities of the station's votes stay as they are. The likelihood then
/// cancels, and what decides is how usual τ and ν are among the stations, times the Jacobian
/// (1 − m)(1 − s)τ · τ(1 − τ) · ν(1 − ν) before over after (Green, "Reversible jump", Biometrika 82, 1995). Means, variances and
/// weights are drawn from their conditional distributions.
/// </para>
/// </remarks>
public sealed class FiniteMixture
{
    private const double Break = 0.7;
    private readonly int count;
    private readonly double[] leader;
    private readonly double[] others;
    private readonly double[] absent;
    private readonly double[] a;
    private readonly double[] b;
    private readonly double[] m;
    private readonly double[] s;
    private readonly byte[] component;
    private readonly double[] stepA;
    private readonly double[] stepB;
    private readonly SplitMix64 random;
    private double meanA;
    private double meanB;
    private double varianceA;
    private double varianceB;
    private readonly double[] weights = [0.8, 0.1, 0.1];

    private FiniteMixture(
        IReadOnlyList<long> registered,
        IReadOnlyList<long> received,
        IReadOnlyList<long> votes,
        ulong seed
    )
    {
        count = registered.Count;
        random = new SplitMix64(seed);
        leader = [.. votes.Select(v => (double)v)];
        others = [.. received.Zip(votes, (r, v) => (double)(r - v))];
        absent = [.. registered.Zip(received, (n, r) => (double)(n - r))];
        (a, b, m, s) = (new double[count], new double[count], new double[count], new double[count]);
        (stepA, stepB, component) = (new double[count], new double[count], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            var present = leader[i] + others[i];
            a[i] = Math.Log((present + 1) / (absent[i] + 1));
            b[i] = Math.Log((leader[i] + 1) / (others[i] + 1));
        }

        (meanA, varianceA) = TableProperties.Moments(a);
        (meanB, varianceB) = TableProperties.Moments(b);
        for (var i = 0; i < count; i++)
        {
            var (t, v) = (Logistic(a[i]), Logistic(b[i]));
            stepA[i] = 2.4 / Math.Sqrt((1 / varianceA) + ((leader[i] + others[i] + absent[i]) * t * (1 - t)));
            stepB[i] = 2.4 / Math.Sqrt((1 / varianceB) + ((leader[i] + others[i]) * v * (1 - v)));
        }
    }

    /// <summary>Fits the mixture.</summary>
    /// <param name="registered">Registered voters of each station.</param>
    /// <param name="received">Ballots; no more than registered voters.</param>
    /// <param name="votes">Votes of the list; no more than ballots.</param>
    /// <param name="iterations">How often everything is drawn; the first third is thrown away.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Is told the iterations done.</param>
    /// <param name="stop">Stops the run.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or there are fewer than two stations.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static MixtureFit Fit(
        IReadOnlyList<long> registered,
        IReadOnlyList<long> received,
        IReadOnlyList<long> votes,
        int iterations,
        ulong seed,
        Action<long, long>? progress = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(registered);
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 30);
        if (registered.Count < 2 || received.Count != registered.Count || votes.Count != registered.Count)
        {
            throw new ArgumentException(
                "Three columns of the same length are needed, of two stations or more.",
                nameof(registered)
            );
        }

        return new FiniteMixture(registered, received, votes, seed).Run(iterations, progress, stop);
    }

    private MixtureFit Run(int iterations, Action<long, long>? progress, CancellationToken stop)
    {
        var burn = iterations / 3;
        var kept = iterations - burn;
        var every = Math.Max(1, kept / 100);
        var draws = Enumerable.Range(0, 8).Select(_ => new List<double>(kept)).ToArray();
        var plain = new double[count];
        var observed = TableProperties.Of(leader, others, absent);
        var replicated = new List<double[]>();
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            if (iteration % 16 == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress?.Invoke(iteration, iterations);
            }

            Stations();
            var sizes = Hyper();
            if (iteration < burn)
            {
                continue;
            }

            for (var k = 0; k < 3; k++)
            {
                draws[k].Add((double)sizes[k] / count);
            }

            draws[3].Add(Logistic(meanA));
            draws[4].Add(Logistic(meanB));
            draws[5].Add(Math.Sqrt(varianceA));
            draws[6].Add(Math.Sqrt(varianceB));
            draws[7].Add(Laid(plain));
            if ((iteration - burn) % every == 0)
            {
                replicated.Add(Replicate());
            }
        }

        return new MixtureFit
        {
            Kept = kept,
            Weights = [.. draws.Take(3).Select(Posterior.Of)],
            Turnout = Posterior.Of(draws[3]),
            Share = Posterior.Of(draws[4]),
            TurnoutSpread = Posterior.Of(draws[5]),
            ShareSpread = Posterior.Of(draws[6]),
            Votes = Posterior.Of(draws[7]),
            Plain = [.. plain.Select(p => p / kept)],
            Checks =
            [
                .. TableProperties.Names.Select(
                    (name, p) =>
                        new PredictiveCheck(
                            name,
                            observed[p],
                            replicated.Average(r => r[p]),
                            (
                                replicated.Count(r => r[p] > observed[p])
                                + (replicated.Count(r => r[p] == observed[p]) / 2.0)
                            ) / replicated.Count
                        )
                ),
            ],
        };
    }

    /// <summary>One step for every station: its turnout, its share, its component.</summary>
    private void Stations()
    {
        var (halfA, halfB) = (0.5 / varianceA, 0.5 / varianceB);
        for (var i = 0; i < count; i++)
        {
            var (t, v) = (Logistic(a[i]), Logistic(b[i]));
            var likelihood = Likelihood(i, t, v, m[i], s[i]);

            var proposed = a[i] + (stepA[i] * random.Normal());
            var turnout = Logistic(proposed);
            var next = Likelihood(i, turnout, v, m[i], s[i]);
            if (IsTaken(next - likelihood - (halfA * (Square(proposed - meanA) - Square(a[i] - meanA)))))
            {
                (a[i], t, likelihood) = (proposed, turnout, next);
            }

            proposed = b[i] + (stepB[i] * random.Normal());
            var share = Logistic(proposed);
            next = Likelihood(i, t, share, m[i], s[i]);
            if (IsTaken(next - likelihood - (halfB * (Square(proposed - meanB) - Square(b[i] - meanB)))))
            {
                (b[i], v) = (proposed, share);
            }

            Jump(i, t, v, halfA, halfB);
        }
    }

    /// <summary>Another component, with the same probabilities of the station's votes.</summary>
    private void Jump(int i, double t, double v, double halfA, double halfB)
    {
        var u = random.Unit();
        var to = (byte)(
            u < weights[0] ? 0
            : u < weights[0] + weights[1] ? 1
            : 2
        );
        if (to == 0 && component[i] == 0)
        {
            return;
        }

        var (added, moved) = to switch
        {
            0 => (0.0, 0.0),
            1 => (Break * random.Unit(), Break * random.Unit()),
            _ => (Break + ((1 - Break) * random.Unit()), Break + ((1 - Break) * random.Unit())),
        };
        var turnout = 1 - ((1 - m[i]) * (1 - t) / (1 - added));
        var share = 1 - ((1 - s[i]) * (1 - v) * t / ((1 - moved) * turnout));
        if (!(turnout > 0) || !(turnout < 1) || !(share > 0) || !(share < 1))
        {
            return;
        }

        var (logitA, logitB) = (Math.Log(turnout / (1 - turnout)), Math.Log(share / (1 - share)));
        var ratio =
            (halfA * (Square(a[i] - meanA) - Square(logitA - meanA)))
            + (halfB * (Square(b[i] - meanB) - Square(logitB - meanB)))
            + Math.Log(Jacobian(t, v, m[i], s[i]) / Jacobian(turnout, share, added, moved));
        if (IsTaken(ratio))
        {
            (a[i], b[i], m[i], s[i], component[i]) = (logitA, logitB, added, moved, to);
        }
    }

    /// <summary>Means, variances and weights from their conditional distributions; the sizes of the components.</summary>
    private int[] Hyper()
    {
        (meanA, varianceA) = Normal(a, varianceA);
        (meanB, varianceB) = Normal(b, varianceB);
        var sizes = new int[3];
        foreach (var k in component)
        {
            sizes[k]++;
        }

        double sum = 0;
        for (var k = 0; k < 3; k++)
        {
            weights[k] = random.Gamma(1 + sizes[k]);
            sum += weights[k];
        }

        for (var k = 0; k < 3; k++)
        {
            weights[k] /= sum;
        }

        return sizes;
    }

    private (double Mean, double Variance) Normal(double[] effects, double variance)
    {
        var precision = (count / variance) + 0.01;
        var mean = (effects.Sum() / variance / precision) + (random.Normal() / Math.Sqrt(precision));
        double squares = 0;
        foreach (var effect in effects)
        {
            squares += Square(effect - mean);
        }

        return (mean, (0.5 + (squares / 2)) / random.Gamma(2 + (count / 2.0)));
    }

    /// <summary>The list's votes that stand for absent voters or for others' votes; counts the plain stations.</summary>
    private double Laid(double[] plain)
    {
        double votes = 0;
        for (var i = 0; i < count; i++)
        {
            if (component[i] == 0)
            {
                plain[i]++;
                continue;
            }

            // Of the list's votes, the part that its probability has from absent voters and from others' votes.
            var (t, v) = (Logistic(a[i]), Logistic(b[i]));
            var laid = (m[i] * (1 - t)) + (s[i] * (1 - v) * t);
            votes += leader[i] * laid / ((v * t) + laid);
        }

        return votes;
    }

    /// <summary>The properties of a table drawn from the model as it stands.</summary>
    private double[] Replicate()
    {
        var (l, o, absentees) = (new double[count], new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var n = (long)(leader[i] + others[i] + absent[i]);
            var t = Logistic(meanA + (Math.Sqrt(varianceA) * random.Normal()));
            var v = Logistic(meanB + (Math.Sqrt(varianceB) * random.Normal()));
            var u = random.Unit();
            var (added, moved) =
                u < weights[0] ? (0.0, 0.0)
                : u < weights[0] + weights[1] ? (Break * random.Unit(), Break * random.Unit())
                : (Break + ((1 - Break) * random.Unit()), Break + ((1 - Break) * random.Unit()));
            absentees[i] = random.Binomial(n, (1 - added) * (1 - t));
            var present = n - (long)absentees[i];
            var other = (1 - moved) * (1 - v) * t;
            o[i] = random.Binomial(present, Math.Clamp(other / (1 - ((1 - added) * (1 - t))), 0, 1));
            l[i] = present - o[i];
        }

        return TableProperties.Of(l, o, absentees);
    }

    private double Likelihood(int i, double t, double v, double added, double moved)
    {
        var other = (1 - moved) * (1 - v) * t;
        var away = (1 - added) * (1 - t);
        return (leader[i] > 0 ? leader[i] * Math.Log(Math.Max(1e-300, 1 - other - away)) : 0)
            + (others[i] > 0 ? others[i] * Math.Log(Math.Max(1e-300, other)) : 0)
            + (absent[i] > 0 ? absent[i] * Math.Log(Math.Max(1e-300, away)) : 0);
    }

    /// <summary>How the probabilities of absent and other votes change with the two logits.</summary>
    private static double Jacobian(double t, double v, double added, double moved) =>
        (1 - added) * (1 - moved) * t * t * (1 - t) * v * (1 - v);

    private bool IsTaken(double ratio) => ratio >= 0 || Math.Log(1 - random.Unit()) < ratio;

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Square(double x) => x * x;
}
