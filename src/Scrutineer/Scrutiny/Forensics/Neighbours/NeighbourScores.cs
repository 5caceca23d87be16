namespace Scrutineer.Scrutiny.Forensics.Neighbours;

/// <summary>
/// How far the share of each unit of a group is from that of all others of the group, in standard deviations of a beta-binomial count
/// whose dispersion is that of the others.
/// </summary>
/// <remarks>
/// The dispersion ρ is the moment estimate of Kleinman, "Proportions with extraneous variance", JASA 68 (1973): with
/// S = Σ nᵢ(xᵢ/nᵢ − p)², E S = p(1−p)[(k−1) + ρ(N − Σnᵢ²/N − (k−1))].
/// </remarks>
public static class NeighbourScores
{
    /// <summary>The score of each, and the share of the others; not a number where the others cannot tell.</summary>
    /// <param name="parts">xᵢ: the counts.</param>
    /// <param name="wholes">nᵢ: what they are counts of, each at least 1.</param>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static (double Z, double Share)[] Of(ReadOnlySpan<long> parts, ReadOnlySpan<long> wholes)
    {
        if (parts.Length != wholes.Length)
        {
            throw new ArgumentException("Each part needs a whole.", nameof(wholes));
        }

        var (sumX, sumN, sumNN, sumXX) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < parts.Length; i++)
        {
            sumX += parts[i];
            sumN += wholes[i];
            sumNN += (double)wholes[i] * wholes[i];
            sumXX += (double)parts[i] * parts[i] / wholes[i];
        }

        var scores = new (double, double)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            double x = parts[i];
            double n = wholes[i];
            var (others, all) = (parts.Length - 1, sumN - n);
            var p = (sumX - x) / all;
            var between = p * (1 - p);
            if (others < 2 || between <= 0)
            {
                scores[i] = (double.NaN, p);
                continue;
            }

            var squares = sumNN - (n * n);
            var s = sumXX - (x * x / n) - ((sumX - x) * (sumX - x) / all);
            var room = all - (squares / all) - (others - 1);
            var rho = room > 0 ? Math.Clamp(((s / between) - (others - 1)) / room, 0, 1) : 0;

            // The unit's own variance and that of the others' mean.
            var own = between * (1 + ((n - 1) * rho)) / n;
            var mean = between * ((rho * squares / all) + (1 - rho)) / all;
            scores[i] = (((x / n) - p) / Math.Sqrt(own + mean), p);
        }

        return scores;
    }
}
