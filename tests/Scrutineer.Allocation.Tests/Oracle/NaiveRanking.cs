namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>Most votes, by trying all: who is among the strongest whichever way ties fall.</summary>
internal static class NaiveRanking
{
    /// <summary>
    /// The candidates elected in every way of filling the places in which nobody left out has more votes than somebody
    /// chosen, and those elected in some of these ways only.
    /// </summary>
    public static (int[] Sure, int[] Open) Strongest(Rational[] votes, IEnumerable<int> standing, int places)
    {
        int[] among = [.. standing];
        var ways = Subsets(among, Math.Min(places, among.Length))
            .Where(chosen => chosen.All(c => among.Except(chosen).All(o => votes[o] <= votes[c])))
            .ToList();
        int[] sure = [.. among.Where(c => ways.TrueForAll(w => w.Contains(c)))];
        return (sure, [.. among.Except(sure).Where(c => ways.Exists(w => w.Contains(c)))]);
    }

    private static IEnumerable<int[]> Subsets(int[] of, int size) =>
        Enumerable
            .Range(0, 1 << of.Length)
            .Select(bits => of.Where((_, i) => (bits >> i & 1) != 0).ToArray())
            .Where(s => s.Length == size);
}
