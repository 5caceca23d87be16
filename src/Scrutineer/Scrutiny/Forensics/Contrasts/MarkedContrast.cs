namespace Scrutineer.Scrutiny.Forensics.Contrasts;

/// <summary>
/// A figure of marked stations against that of the others of their territories, adjusted for their size: least squares within
/// territories of the figure on the mark and on the logarithm of the registered voters.
/// </summary>
/// <param name="Difference">Marked less unmarked, at equal territory and size.</param>
/// <param name="Error">Its standard error, from the sums of residuals by territory.</param>
/// <param name="Raw">Marked less unmarked over all stations, each once, with nothing adjusted.</param>
/// <param name="Territories">How many territories have both kinds.</param>
/// <remarks>
/// Source: Liang and Zeger, "Longitudinal data analysis using generalized linear models", Biometrika 73 (1986), for errors by
/// cluster, here with the factor k/(k−1) for k territories.
/// </remarks>
public readonly record struct MarkedContrast(double Difference, double Error, double Raw, int Territories)
{
    /// <summary>The difference in standard errors; not a number where there is no error.</summary>
    public double Z => Error > 0 ? Difference / Error : double.NaN;

    /// <summary>Compares stations; nothing where no territory has both kinds, or size tells the mark exactly.</summary>
    /// <param name="territory">The territory of each station.</param>
    /// <param name="isMarked">Whether it is marked.</param>
    /// <param name="figure">Its figure, such as a share.</param>
    /// <param name="registered">Its registered voters, at least 1.</param>
    /// <exception cref="ArgumentException">They have different lengths.</exception>
    public static MarkedContrast? Of(
        IReadOnlyList<int> territory,
        IReadOnlyList<bool> isMarked,
        IReadOnlyList<double> figure,
        IReadOnlyList<long> registered
    )
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(isMarked);
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(registered);
        if (isMarked.Count != territory.Count || figure.Count != territory.Count || registered.Count != territory.Count)
        {
            throw new ArgumentException("Each station needs a mark, a figure and a size.", nameof(territory));
        }

        var groups = Enumerable
            .Range(0, territory.Count)
            .GroupBy(i => territory[i])
            .Where(g => g.Any(i => isMarked[i]) && g.Any(i => !isMarked[i]))
            .OrderBy(g => g.Key)
            .Select(g => g.ToArray())
            .ToList();
        if (groups.Count < 2)
        {
            return null;
        }

        // What is left of each number when the mean of its territory is taken away.
        var rows = groups.ConvertAll(g =>
            (
                Mark: Centred(g, i => isMarked[i] ? 1 : 0),
                Size: Centred(g, i => Math.Log(registered[i])),
                Figure: Centred(g, i => figure[i])
            )
        );
        var (mm, ms, ss, mf, sf) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (mark, size, value) in rows)
        {
            for (var i = 0; i < mark.Length; i++)
            {
                mm += mark[i] * mark[i];
                ms += mark[i] * size[i];
                ss += size[i] * size[i];
                mf += mark[i] * value[i];
                sf += size[i] * value[i];
            }
        }

        // Stations all of one size leave the mark alone.
        var slope = ss > 0 ? ms / ss : 0;
        var left = mm - (slope * ms);
        if (left <= 1e-9 * mm)
        {
            return null;
        }

        var difference = (mf - (slope * sf)) / left;
        var bySize = ss > 0 ? (sf - (difference * ms)) / ss : 0;
        var sum = 0.0;
        foreach (var (mark, size, value) in rows)
        {
            var score = 0.0;
            for (var i = 0; i < mark.Length; i++)
            {
                score += (mark[i] - (slope * size[i])) * (value[i] - (difference * mark[i]) - (bySize * size[i]));
            }

            sum += score * score;
        }

        var factor = groups.Count / (groups.Count - 1.0);
        return new MarkedContrast(
            difference,
            Math.Sqrt(factor * sum) / left,
            Unadjusted(isMarked, figure),
            groups.Count
        );
    }

    private static double[] Centred(int[] group, Func<int, double> number)
    {
        var numbers = Array.ConvertAll(group, i => number(i));
        var mean = numbers.Average();
        return Array.ConvertAll(numbers, x => x - mean);
    }

    private static double Unadjusted(IReadOnlyList<bool> isMarked, IReadOnlyList<double> figure)
    {
        var marked = figure.Where((_, i) => isMarked[i]).Average();
        return marked - figure.Where((_, i) => !isMarked[i]).Average();
    }
}
