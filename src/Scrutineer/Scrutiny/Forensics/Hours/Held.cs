using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Hours;

/// <summary>How one unit's rate is apart from that of the others of its group.</summary>
/// <remarks>
/// With y = 2·arcsin √((k + 3/8)/(n + 3/4)), whose binomial variance is 1/n whatever the rate (Anscombe, Biometrika 35, 1948), and τ² the
/// variance of y beyond the mean of 1/n, weights are 1/(1/n + τ²). The deleted residual of y among the others is Student's t with one
/// degree of freedom less than there are others, where the y are normal.
/// </remarks>
/// <param name="Beyond">k less what the others' rate makes of n.</param>
/// <param name="P">The one-sided chance of so high a rate; 1 where the rate is not above that of the others.</param>
public readonly record struct Held(double Beyond, double P)
{
    /// <summary>Fewer units than these cannot be held against each other.</summary>
    public const int Least = 6;

    /// <summary>Holds each unit of a group against the others.</summary>
    /// <param name="units">k of n in each, n at least 1.</param>
    /// <exception cref="ArgumentException">There are fewer than <see cref="Least"/> units.</exception>
    public static Held[] Of(IReadOnlyList<(long Part, long Whole)> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (units.Count < Least)
        {
            throw new ArgumentException($"At least {Least} units are held against each other.", nameof(units));
        }

        var y = units.Select(u => 2 * Math.Asin(Math.Sqrt((u.Part + 0.375) / (u.Whole + 0.75)))).ToArray();
        var (mean, noise) = (y.Average(), units.Average(u => 1.0 / u.Whole));
        var between = Math.Max(0, (y.Sum(v => (v - mean) * (v - mean)) / (y.Length - 1)) - noise);
        var weights = units.Select(u => 1 / ((1.0 / u.Whole) + between)).ToArray();

        // Around the mean of all, so that the squares do not cancel.
        var (sum, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] -= mean;
            sum += weights[i];
            first += weights[i] * y[i];
            second += weights[i] * y[i] * y[i];
        }

        var held = new Held[y.Length];
        for (var i = 0; i < y.Length; i++)
        {
            var (w, others) = (weights[i], y.Length - 1);
            var middle = (first - (w * y[i])) / (sum - w);
            var squares = second - (w * y[i] * y[i]) - ((sum - w) * middle * middle);
            var scale = squares / (others - 1) * ((1 / w) + (1 / (sum - w)));
            var root = Math.Sin((middle + mean) / 2);
            var beyond = units[i].Part - (units[i].Whole * root * root);
            held[i] =
                scale > 0 && y[i] > middle
                    ? new Held(beyond, Quantiles.StudentBeyond((y[i] - middle) / Math.Sqrt(scale), others - 1) / 2)
                    : new Held(beyond, 1);
        }

        return held;
    }
}
