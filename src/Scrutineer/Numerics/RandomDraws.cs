namespace Scrutineer.Numerics;

/// <summary>Draws from binomial, beta and normal distributions out of one stream.</summary>
public static class RandomDraws
{
    /// <summary>A binomial count.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="trials">How many trials; not negative.</param>
    /// <param name="chance">The chance of each, from 0 to 1.</param>
    /// <remarks>
    /// Where few successes are expected by inversion, else by Hörmann's transformed rejection with squeeze ("The generation of binomial
    /// random variates", J. Stat. Comput. Simul. 46, 1993, algorithm BTRS).
    /// </remarks>
    public static long Binomial(this SplitMix64 random, long trials, double chance)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (chance > 0.5)
        {
            return trials - random.Binomial(trials, 1 - chance);
        }

        if (trials == 0 || !(chance > 0))
        {
            return 0;
        }

        return trials * chance < 10 ? Invert(random, trials, chance) : Reject(random, trials, chance);
    }

    /// <summary>A standard normal number, by the polar method of Marsaglia and Bray (1964).</summary>
    public static double Normal(this SplitMix64 random)
    {
        ArgumentNullException.ThrowIfNull(random);
        while (true)
        {
            var (u, v) = ((2 * random.Unit()) - 1, (2 * random.Unit()) - 1);
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
            }
        }
    }

    /// <summary>A beta-distributed share.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="mean">Its mean, between 0 and 1.</param>
    /// <param name="dispersion">ρ from 0 to 1: the variance is mean·(1 − mean)·ρ.</param>
    public static double Beta(this SplitMix64 random, double mean, double dispersion)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(dispersion > 1e-9) || !(mean > 0) || mean >= 1)
        {
            return Math.Clamp(mean, 0, 1);
        }

        var total = (1 - dispersion) / dispersion;
        if (total < 1e-6)
        {
            return random.Unit() < mean ? 1 : 0;
        }

        var (a, b) = (random.Gamma(mean * total), random.Gamma((1 - mean) * total));
        return a + b > 0 ? a / (a + b)
            : random.Unit() < mean ? 1
            : 0;
    }

    /// <summary>A gamma-distributed number of scale 1.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="shape">Above 0.</param>
    /// <remarks>Source: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).</remarks>
    public static double Gamma(this SplitMix64 random, double shape)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (shape < 1)
        {
            return random.Gamma(shape + 1) * Math.Pow(1 - random.Unit(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.Normal();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            var u = 1 - random.Unit();
            if (Math.Log(u) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    private static long Invert(SplitMix64 random, long trials, double chance)
    {
        var odds = chance / (1 - chance);
        var mass = Math.Exp(trials * Math.Log(1 - chance));
        var left = random.Unit();
        long k = 0;
        while (left > mass && k < trials)
        {
            left -= mass;
            k++;
            mass *= odds * (trials - k + 1) / k;
        }

        return k;
    }

    private static long Reject(SplitMix64 random, long trials, double chance)
    {
        var sd = Math.Sqrt(trials * chance * (1 - chance));
        var b = 1.15 + (2.53 * sd);
        var a = -0.0873 + (0.0248 * b) + (0.01 * chance);
        var c = (trials * chance) + 0.5;
        var good = 0.92 - (4.2 / b);
        var logOdds = Math.Log(chance / (1 - chance));
        var mode = (long)((trials + 1) * chance);
        var atMode = LogFactorial.Of(mode) + LogFactorial.Of(trials - mode);
        var alpha = (2.83 + (5.1 / b)) * sd;
        while (true)
        {
            var u = random.Unit() - 0.5;
            var v = 1 - random.Unit();
            var us = 0.5 - Math.Abs(u);
            var k = (long)Math.Floor((((2 * a / us) + b) * u) + c);
            if (k < 0 || k > trials)
            {
                continue;
            }

            if (us >= 0.07 && v <= good)
            {
                return k;
            }

            var bound = atMode - LogFactorial.Of(k) - LogFactorial.Of(trials - k) + ((k - mode) * logOdds);
            if (Math.Log(v * alpha / ((a / (us * us)) + b)) <= bound)
            {
                return k;
            }
        }
    }
}
