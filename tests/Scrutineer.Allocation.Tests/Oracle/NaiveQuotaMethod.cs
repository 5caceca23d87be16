namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>Balinski–Young by exploring every way in which lots could fall, house by house.</summary>
internal static class NaiveQuotaMethod
{
    /// <summary>Every seat vector that some sequence of lots leads to.</summary>
    public static HashSet<string> Outcomes(long[] votes, int seats, out List<int[]> vectors)
    {
        var total = votes.Sum();
        var states = new Dictionary<string, int[]> { [""] = new int[votes.Length] };
        for (var house = 1; house <= seats; house++)
        {
            var next = new Dictionary<string, int[]>();
            foreach (var held in states.Values)
            {
                var eligible = Enumerable
                    .Range(0, votes.Length)
                    .Where(i => held[i] < new Rational(house * votes[i], total))
                    .ToList();
                var best = eligible.Max(i => new Rational(votes[i], held[i] + 1));
                foreach (var i in eligible.Where(i => new Rational(votes[i], held[i] + 1) == best))
                {
                    var more = (int[])held.Clone();
                    more[i]++;
                    next[string.Join(",", more)] = more;
                }
            }

            states = next;
        }

        vectors = [.. states.Values];
        return [.. vectors.Select(v => string.Join(",", v))];
    }
}
