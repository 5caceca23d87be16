namespace Scrutineer.Scrutiny.Forensics;

/// <summary>What many p-values are worth together.</summary>
public static class MultipleTests
{
    /// <summary>Holm's adjusted p-values: below α, the family errs at all with a chance of at most α.</summary>
    /// <remarks>Source: Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979).</remarks>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var adjusted = new double[p.Count];
        double least = 0;
        foreach (var (rank, index) in Ascending(p).Index())
        {
            least = Math.Max(least, Math.Min(1, (p.Count - rank) * p[index]));
            adjusted[index] = least;
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg's adjusted p-values: of those below α, a share of at most α is expected to be false.</summary>
    /// <remarks>Source: Benjamini and Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995).</remarks>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var adjusted = new double[p.Count];
        double most = 1;
        var order = Ascending(p);
        for (var rank = p.Count; rank > 0; rank--)
        {
            most = Math.Min(most, p.Count * p[order[rank - 1]] / rank);
            adjusted[order[rank - 1]] = most;
        }

        return adjusted;
    }

    private static int[] Ascending(IReadOnlyList<double> p) => [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i])];
}
