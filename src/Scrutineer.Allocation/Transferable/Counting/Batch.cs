using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable.Counting;

/// <summary>Candidates who can be excluded together without changing who is excluded in the end.</summary>
internal static class Batch
{
    /// <summary>
    /// From below, as many candidates as have together fewer votes than the next one: with all of each other's votes
    /// none of them would pass.
    /// </summary>
    /// <param name="candidates">Those who receive votes.</param>
    /// <param name="votes">Votes by candidate.</param>
    /// <param name="limit">The most that may go.</param>
    public static ImmutableArray<int> Of(IEnumerable<int> candidates, Rational[] votes, int limit)
    {
        ImmutableArray<int> batch = [];
        var seen = ImmutableArray.CreateBuilder<int>();
        var together = Rational.Zero;
        foreach (var equals in candidates.GroupBy(c => votes[c]).OrderBy(g => g.Key))
        {
            if (together < equals.Key && seen.Count <= limit)
            {
                batch = seen.ToImmutable();
            }

            foreach (var candidate in equals)
            {
                together += votes[candidate];
                seen.Add(candidate);
            }
        }

        return batch;
    }
}
