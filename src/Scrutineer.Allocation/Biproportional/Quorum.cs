using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// The share that a list needs to take part: of a district's votes in at least one district, of all votes, or a
/// combination. Comparisons are exact.
/// </summary>
public sealed class Quorum
{
    private readonly Func<Table<long>, ImmutableArray<int>, int, bool> admits;

    private Quorum(Func<Table<long>, ImmutableArray<int>, int, bool> admits) => this.admits = admits;

    /// <summary>A share of the votes of a district, in any one district.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="inclusive">True for "at least", false for "more than".</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public static Quorum InAnyRow(Rational share, bool inclusive = true)
    {
        Guard(share);
        return new Quorum(
            (votes, _, column) =>
                Enumerable
                    .Range(0, votes.Rows)
                    .Any(row => Reaches(votes[row, column], votes.Row(row).SumOf(v => (Rational)v), share, inclusive))
        );
    }

    /// <summary>A share of all votes.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="inclusive">True for "at least", false for "more than".</param>
    /// <param name="counted">Whether votes or voter numbers are summed over the districts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public static Quorum InTotal(Rational share, bool inclusive = true, VoterNumbers counted = VoterNumbers.Votes)
    {
        Guard(share);
        return new Quorum(
            (votes, rowSeats, column) =>
            {
                var numbers = Weighting.Of(votes, rowSeats, counted);
                return Reaches(numbers.Column(column).SumOf(v => v), numbers.Cells.SumOf(v => v), share, inclusive);
            }
        );
    }

    /// <summary>Met where any of the quorums is.</summary>
    public static Quorum AnyOf(params ImmutableArray<Quorum> quorums) =>
        new((votes, rowSeats, column) => quorums.Any(q => q.admits(votes, rowSeats, column)));

    /// <summary>Met where all of the quorums are.</summary>
    public static Quorum AllOf(params ImmutableArray<Quorum> quorums) =>
        new((votes, rowSeats, column) => quorums.All(q => q.admits(votes, rowSeats, column)));

    /// <summary>Whether each list (column) takes part.</summary>
    /// <param name="votes">Votes by district and list, of all lists.</param>
    /// <param name="rowSeats">Seats by district.</param>
    /// <exception cref="ArgumentException">There is not one number of seats for each row.</exception>
    public ImmutableArray<bool> Admits(Table<long> votes, ImmutableArray<int> rowSeats)
    {
        ArgumentNullException.ThrowIfNull(votes);
        return rowSeats.Length == votes.Rows
            ? [.. Enumerable.Range(0, votes.Columns).Select(c => admits(votes, rowSeats, c))]
            : throw new ArgumentException("There is one number of seats for each row.", nameof(rowSeats));
    }

    private static bool Reaches(Rational votes, Rational total, Rational share, bool inclusive)
    {
        var sign = votes.CompareTo(total * share);
        return sign > 0 || (sign == 0 && inclusive);
    }

    private static void Guard(Rational share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, Rational.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, Rational.One);
    }
}
