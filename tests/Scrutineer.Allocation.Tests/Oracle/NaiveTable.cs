namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>
/// The oracle: write down every claim that every list could make, sort, cut after the last seat. Slow, in plain
/// fractions, and obviously right; it uses nothing of the library but <see cref="Rational"/>.
/// </summary>
internal static class NaiveTable
{
    /// <summary>Seats, tied lists and tied seats, under bounds.</summary>
    /// <param name="votes">Votes per list.</param>
    /// <param name="seats">Size of the house.</param>
    /// <param name="claim">
    /// The claim of a list with so many votes to the seat after so many; null for one above every number.
    /// </param>
    /// <param name="least">Guaranteed seats per list.</param>
    /// <param name="most">Greatest number of seats per list.</param>
    public static (int[] Seats, int[] Tied, int TiedSeats) Allocate(
        long[] votes,
        int seats,
        Func<long, int, Rational?> claim,
        Func<int, int> least,
        Func<int, int> most
    )
    {
        var result = votes.Select((_, i) => least(i)).ToArray();
        var table = new List<(int List, bool Infinite, Rational Claim)>();
        for (var i = 0; i < votes.Length; i++)
        {
            for (var held = least(i); votes[i] > 0 && held < Math.Min(most(i), seats + 1); held++)
            {
                var value = claim(votes[i], held);
                table.Add((i, value is null, value ?? Rational.Zero));
            }
        }

        table.Sort((a, b) => a.Infinite == b.Infinite ? b.Claim.CompareTo(a.Claim) : b.Infinite.CompareTo(a.Infinite));
        var left = seats - result.Sum();
        if (left == 0)
        {
            return (result, [], 0);
        }

        var last = table[left - 1];
        var atLevel = table.Where(c => c.Infinite == last.Infinite && c.Claim == last.Claim).ToList();
        var above = table.IndexOf(atLevel[0]);
        foreach (var (list, _, _) in table.Take(above))
        {
            result[list]++;
        }

        if (above + atLevel.Count > left)
        {
            return (result, [.. atLevel.Select(c => c.List).Order()], left - above);
        }

        foreach (var (list, _, _) in atLevel)
        {
            result[list]++;
        }

        return (result, [], 0);
    }

    public static (int[] Seats, int[] Tied, int TiedSeats) Allocate(
        long[] votes,
        int seats,
        Func<long, int, Rational?> claim
    ) => Allocate(votes, seats, claim, _ => 0, _ => int.MaxValue);
}
