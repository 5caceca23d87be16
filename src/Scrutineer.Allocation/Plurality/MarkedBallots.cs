using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>
/// Ballots with crosses and no order, as a profile: the candidates marked, and how many ballots are marked so.
/// Candidates are their places, from 0.
/// </summary>
public sealed class MarkedBallots
{
    private readonly ImmutableArray<(ImmutableArray<int> Marks, long Count)> kinds;

    private MarkedBallots(int candidates, ImmutableArray<(ImmutableArray<int> Marks, long Count)> kinds) =>
        (Candidates, this.kinds) = (candidates, kinds);

    /// <summary>Number of candidates.</summary>
    public int Candidates { get; }

    /// <summary>Number of ballots.</summary>
    public long Count => kinds.Sum(k => k.Count);

    /// <summary>The kinds of ballots: the candidates marked, ascending, and the number of such ballots.</summary>
    public IReadOnlyList<(ImmutableArray<int> Marks, long Count)> Kinds => kinds;

    /// <summary>Ballots from the candidates marked and the number of ballots marked so.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no candidate, a mark is for nobody, a number of ballots is negative, or they are more than
    /// 9,223,372,036,854,775,807.
    /// </exception>
    public static MarkedBallots Of(int candidates, IEnumerable<(IReadOnlyList<int> Marks, long Count)> kinds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(candidates);
        ArgumentNullException.ThrowIfNull(kinds);
        Int128 total = 0;
        var checkedKinds = ImmutableArray.CreateBuilder<(ImmutableArray<int> Marks, long Count)>();
        foreach (var (marks, count) in kinds)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(kinds));
            ImmutableArray<int> different = [.. marks.Distinct().Order()];
            if (different.Any(c => c < 0 || c >= candidates))
            {
                throw new ArgumentOutOfRangeException(nameof(kinds), $"There are {candidates} candidates, from 0.");
            }

            total += count;
            checkedKinds.Add((different, count));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, long.MaxValue, nameof(kinds));
        return new MarkedBallots(candidates, checkedKinds.ToImmutable());
    }
}
