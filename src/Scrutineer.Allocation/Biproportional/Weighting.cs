namespace Scrutineer.Allocation.Biproportional;

/// <summary>Voter numbers from votes.</summary>
internal static class Weighting
{
    /// <summary>Voter numbers by cell; nought in a row without seats, where the votes are divided by them.</summary>
    public static Table<Rational> Of(
        Table<long> votes,
        System.Collections.Immutable.ImmutableArray<int> rowSeats,
        VoterNumbers numbers
    ) =>
        numbers == VoterNumbers.Votes
            ? votes.Map((_, _, v) => (Rational)v)
            : votes.Map(
                (row, _, v) =>
                    rowSeats[row] == 0 ? Rational.Zero
                    : numbers == VoterNumbers.Exact ? new Rational(v, rowSeats[row])
                    : new Rational(v, rowSeats[row]).RoundHalfUp()
            );
}
