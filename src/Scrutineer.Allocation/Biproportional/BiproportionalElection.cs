using System.Collections.Immutable;
using System.Numerics;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// The rules of a biproportional election (the "double Pukelsheim" of Zürich, Aargau, Schaffhausen and others): the
/// quorum, the upper apportionment of all seats among the lists by their voter numbers, and the lower apportionment
/// of each list's seats among the districts.
/// </summary>
public sealed record BiproportionalElection
{
    /// <summary>The method of the upper apportionment.</summary>
    public DivisorMethod Upper { get; init; } = DivisorMethod.SainteLague;

    /// <summary>The method of the lower apportionment.</summary>
    public BiproportionalMethod Lower { get; init; } = BiproportionalMethod.SainteLague;

    /// <summary>How votes are made comparable between the districts.</summary>
    public VoterNumbers VoterNumbers { get; init; } = VoterNumbers.Exact;

    /// <summary>What a list needs to take part; null for nothing.</summary>
    public Quorum? Quorum { get; init; }

    /// <summary>Whether the strongest list of every district has a seat there.</summary>
    public bool WinnerTakesOne { get; init; }

    /// <summary>Apportions the seats of the districts.</summary>
    /// <param name="votes">Votes by district (row) and list (column), of all lists.</param>
    /// <param name="rowSeats">Seats by district.</param>
    /// <param name="upperLot">The recorded lot that resolves a tie of the upper apportionment; null for none.</param>
    /// <exception cref="ArgumentException">
    /// As for <see cref="BiproportionalMethod.Apportion"/>; or the voter numbers, brought to a common denominator, sum
    /// to more than <see cref="long.MaxValue"/>.
    /// </exception>
    public BiproportionalElectionResult Apportion(Table<long> votes, ImmutableArray<int> rowSeats, Lot? upperLot = null)
    {
        ArgumentNullException.ThrowIfNull(votes);
        if (rowSeats.IsDefault || rowSeats.Length != votes.Rows || rowSeats.Any(s => s < 0))
        {
            throw new ArgumentException("There is one number of seats, not negative, for each row.", nameof(rowSeats));
        }

        var admitted = Quorum?.Admits(votes, rowSeats) ?? [.. Enumerable.Repeat(true, votes.Columns)];
        var counted = votes.Map((_, column, v) => admitted[column] ? v : 0);
        var numbers = Weighting.Of(counted, rowSeats, VoterNumbers);
        var upper = Upper.Apportion(Whole(numbers), rowSeats.Sum());
        if (upper.Succeeded && upperLot is not null)
        {
            upper = upper.Value.Resolve(upperLot);
        }

        var winners = WinnerTakesOne ? Biproportional.WinnerTakesOne.Of(counted, rowSeats) : null;
        return new BiproportionalElectionResult
        {
            Admitted = admitted,
            VoterNumbers = numbers,
            Upper = upper,
            WaivedRows = winners?.WaivedRows ?? [],
            Lower = upper is { Succeeded: true, Apportionment.Tie: null }
                ? Lower.Apportion(counted, rowSeats, upper.Apportionment.Seats, winners?.Minimum)
                : new BiproportionalResult(
                    BiproportionalProblemKind.UpperUndecided,
                    upper.Problem?.Message ?? "The upper apportionment is tied; a lot has to be drawn first."
                ),
        };
    }

    /// <summary>The voter numbers of the lists as whole numbers in the same proportion.</summary>
    private static long[] Whole(Table<Rational> numbers)
    {
        var scale = numbers.Cells.Aggregate(
            BigInteger.One,
            (s, n) => s / BigInteger.GreatestCommonDivisor(s, n.Denominator) * n.Denominator
        );
        var sums = Enumerable
            .Range(0, numbers.Columns)
            .Select(c => (numbers.Column(c).SumOf(n => n) * scale).Numerator)
            .ToList();
        return sums.Aggregate(BigInteger.Zero, (a, b) => a + b) <= long.MaxValue
            ? [.. sums.Select(s => (long)s)]
            : throw new ArgumentException(
                "The voter numbers, brought to a common denominator, are too large; round them.",
                nameof(numbers)
            );
    }
}
