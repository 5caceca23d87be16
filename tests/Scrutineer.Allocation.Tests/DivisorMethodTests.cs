using System.Numerics;

namespace Scrutineer.Allocation.Tests;

public class DivisorMethodTests
{
    // European Parliament 2014, East of England, 7 seats: UKIP, Conservatives, Labour, Greens, Liberal Democrats and
    // five more. Declared result 3, 3, 1 (Electoral Commission; figures as in crflynn/voting issue 1).
    [Fact]
    public void Apportion_EastOfEngland2014_IsDeclaredResult()
    {
        long[] votes = [542812, 446569, 271601, 133331, 108010, 26564, 16497, 12465, 11627, 4870];
        var result = DivisorMethod.DHondt.Apportion(votes, 7).Value;
        Assert.Equal([3, 3, 1, 0, 0, 0, 0, 0, 0, 0], result.Seats);
        Assert.Null(result.Tie);

        // The last seat is the Conservatives' third, at 446,569/3; the next would be Labour's second, at
        // 271,601/2.
        Assert.Equal(
            new DivisorCertificate(new Rational(271601, 2), new Rational(446569, 3), 140_000, Squared: false),
            result.Certificate
        );
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    // Balinski and Young, Fair Representation (1982), the six-state example with 36 seats: the five traditional
    // methods differ.
    [Theory]
    [InlineData("adams", new[] { 10, 9, 7, 5, 3, 2 })]
    [InlineData("dean", new[] { 10, 9, 7, 5, 4, 1 })]
    [InlineData("huntington-hill", new[] { 10, 9, 7, 6, 3, 1 })]
    [InlineData("sainte-lague", new[] { 10, 9, 8, 5, 3, 1 })]
    [InlineData("dhondt", new[] { 11, 9, 7, 5, 3, 1 })]
    public void Apportion_SixStates_IsPublishedTable(string method, int[] expected)
    {
        long[] states = [27744, 25178, 19947, 14614, 9225, 3292];
        var result = DivisorMethod.Named(method)!.Apportion(states, 36).Value;
        Assert.Equal(expected, result.Seats);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    // 600/300/100 over 2ᵏ: the ninth seat is at 50, and 600/16 = 300/8 = 37.5 are tied for the tenth.
    [Fact]
    public void Apportion_MacauWithTie_LeavesTheSeatOpen()
    {
        var result = DivisorMethod.Macau.Apportion([600, 300, 100], 10).Value;
        Assert.Equal([4, 3, 2], result.Seats);
        Assert.Equal(new Tie([0, 1], 1), result.Tie);
        Assert.Equal(
            new DivisorCertificate(new Rational(75, 2), new Rational(75, 2), new Rational(75, 2), Squared: false),
            result.Certificate
        );
    }

    [Fact]
    public void Apportion_TieAmongThreeForTwo_NamesAllThree()
    {
        var result = DivisorMethod.DHondt.Apportion([200, 100, 100], 3).Value;
        Assert.Equal([1, 0, 0], result.Seats);
        Assert.Equal(new Tie([0, 1, 2], 2), result.Tie);
    }

    [Theory]
    [InlineData("adams")]
    [InlineData("dean")]
    [InlineData("huntington-hill")]
    public void Apportion_FewerSeatsThanLists_IsAProblemWhereEveryListIsOwedOne(string method)
    {
        long[] votes = [100, 1, 0, 10, 0];
        var divisor = DivisorMethod.Named(method)!;
        Assert.True(divisor.SeatsEveryList);
        var refused = divisor.Apportion(votes, 2);
        Assert.Equal(ProblemKind.FewerSeatsThanLists, refused.Problem?.Kind);
        Assert.Contains("3 lists with votes", refused.Problem!.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => refused.Value);
        Assert.Equal([1, 1, 0, 1, 0], divisor.Apportion(votes, 3).Value.Seats);
        Assert.False(divisor.TryAllocate(votes, 2, new int[5], out _));
    }

    [Fact]
    public void Apportion_NoVotes_IsAProblemUnlessThereIsNothingToFill()
    {
        Assert.Equal(ProblemKind.NoVotes, DivisorMethod.DHondt.Apportion([0, 0], 1).Problem?.Kind);
        Assert.Equal(ProblemKind.NoVotes, DivisorMethod.DHondt.Apportion([], 1).Problem?.Kind);
        var empty = DivisorMethod.DHondt.Apportion([0, 0], 0).Value;
        Assert.Equal([0, 0], empty.Seats);
        Assert.Empty(Verifier.Verify(empty).Objections);
    }

    [Fact]
    public void Apportion_NoSeats_HasAnUnboundedDivisor()
    {
        var result = DivisorMethod.SainteLague.Apportion([70, 30], 0).Value;
        Assert.Equal(new DivisorCertificate(70, null, 100, Squared: false), result.Certificate);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Apportion_VotesBeyondEveryWidth_StaysExact()
    {
        // One vote in three million million million decides.
        var whole = 3_000_000_000_000_000_000L;
        Assert.Equal([2, 1], DivisorMethod.DHondt.Apportion([whole, (whole / 2) + 1], 3).Value.Seats);
        Assert.Equal([2, 0], DivisorMethod.DHondt.Apportion([whole, (whole / 2) - 1], 2).Value.Seats);
        Assert.Equal(new Tie([0, 1], 1), DivisorMethod.DHondt.Apportion([whole, whole / 2], 2).Value.Tie);

        // Huntington–Hill: a's second seat at a/√2 against b's third at b/√6, so b = √3·a divides them.
        var root = (long)Sqrt(3 * BigInteger.Pow(whole / 4, 2));
        Assert.Equal([2, 1], DivisorMethod.HuntingtonHill.Apportion([whole / 4, whole / 8], 3).Value.Seats);
        Assert.Equal([1, 3], DivisorMethod.HuntingtonHill.Apportion([whole / 4, root + 1], 4).Value.Seats);
        Assert.Equal([2, 2], DivisorMethod.HuntingtonHill.Apportion([whole / 4, root], 4).Value.Seats);
        Assert.Equal([2, 1], DivisorMethod.Dean.Apportion([whole, whole - 1], 3).Value.Seats);
    }

    [Fact]
    public void Apportion_VotesAboveTheGreatestSum_IsMisuse()
    {
        Assert.Throws<ArgumentException>(() => DivisorMethod.DHondt.Apportion([long.MaxValue, 1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisorMethod.DHondt.Apportion([5, -1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisorMethod.DHondt.Apportion([5], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            DivisorMethod.DHondt.Apportion([5], AllocationMethod.LargestHouse + 1)
        );
        Assert.Throws<ArgumentException>(() => DivisorMethod.DHondt.TryAllocate([5, 6], 1, new int[1], out _));
        Assert.Equal([1], DivisorMethod.DHondt.Apportion([long.MaxValue], 1).Value.Seats);
    }

    [Fact]
    public void Apportion_LargestHouse_IsFilled()
    {
        foreach (var method in DivisorMethod.All.Where(m => m != DivisorMethod.Macau))
        {
            var result = method.Apportion([2, 1, 1_000_000_007], AllocationMethod.LargestHouse).Value;
            Assert.Equal(AllocationMethod.LargestHouse, result.SeatsAwarded + (result.Tie?.Seats ?? 0));
            Assert.Empty(Verifier.Verify(result).Objections);
        }
    }

    // Sweden since 2018: first divisor 1.2. With 1.4 the small list, 24 of 100 votes, needs 24/1.4 ≥ 76/3·… to enter.
    [Fact]
    public void SainteLagueFrom_FirstDivisor_MovesTheEntrance()
    {
        long[] votes = [76, 20];
        Assert.Equal([1, 1], DivisorMethod.SainteLagueFrom(1).Apportion([50, 20], 2).Value.Seats);
        Assert.Equal([2, 0], DivisorMethod.SainteLagueFrom(new Rational(7, 5)).Apportion([50, 20], 2).Value.Seats);
        Assert.Equal(
            DivisorMethod.ModifiedSainteLague.Apportion(votes, 7).Value.Seats,
            DivisorMethod.SainteLagueFrom(Rational.Parse("1.4")).Apportion(votes, 7).Value.Seats
        );
        Assert.Throws<ArgumentException>(() => DivisorMethod.SainteLagueFrom(3));
        Assert.Throws<ArgumentException>(() => DivisorMethod.SainteLagueFrom(-1));
    }

    [Fact]
    public void Affine_SameSequenceInOtherUnits_GivesTheSameSeats()
    {
        long[] votes = [47000, 16000, 15800, 12000, 6100, 3100];
        var half = DivisorMethod.Affine("imperiali in halves", 1, new Rational(1, 2));
        Assert.Equal(DivisorMethod.Imperiali.Apportion(votes, 31).Value.Seats, half.Apportion(votes, 31).Value.Seats);

        // Denominators too long for 64 bits take the wide way.
        var scale = new Rational(BigInteger.One, BigInteger.Pow(10, 30));
        var tiny = DivisorMethod.Affine("dhondt, tiny", scale, scale);
        Assert.Equal(DivisorMethod.DHondt.Apportion(votes, 31).Value.Seats, tiny.Apportion(votes, 31).Value.Seats);
        var uneven = DivisorMethod.Affine("uneven", 1 + scale, 2, 1);
        Assert.Equal(Rational.One + scale, votes[0] / uneven.Quotient(votes[0], 0)!.Value);
        Assert.Empty(Verifier.Verify(uneven.Apportion(votes, 31).Value).Objections);
        Assert.Throws<ArgumentException>(() => DivisorMethod.Affine("flat", 1, 0));
    }

    [Fact]
    public void Listed_Divisors_AreTheSequenceAndItsEnd()
    {
        var listed = DivisorMethod.Listed("three", 1, 2, 4);
        Assert.Equal([2, 1], listed.Apportion([100, 60], 3).Value.Seats);
        Assert.Equal([3, 3], listed.Apportion([1000, 1], 6).Value.Seats);
        Assert.Equal(ProblemKind.DivisorsExhausted, listed.Apportion([1000, 1], 7).Problem?.Kind);
        Assert.Equal(Rational.Zero, listed.Quotient(1000, 3));
        Assert.Empty(Verifier.Verify(listed.Apportion([1000, 1], 6).Value).Objections);
        Assert.Throws<ArgumentException>(() => DivisorMethod.Listed("none"));
        Assert.Throws<ArgumentException>(() => DivisorMethod.Listed("falling", 2, 1));
        Assert.Throws<ArgumentException>(() => DivisorMethod.Listed("negative", -1, 1));
        Assert.Equal([1, 0], DivisorMethod.Listed("one", 5).Apportion([2, 1], 1).Value.Seats);
    }

    [Fact]
    public void Listed_DivisorsBeyondEveryWidth_StayExact()
    {
        var unit = new Rational(1, BigInteger.Pow(3, 50));
        var listed = DivisorMethod.Listed("thirds", unit, 1, 1 + unit, 7);
        var result = listed.Apportion([10, 9, 9], 8).Value;
        Assert.Equal([3, 2, 2], result.Seats);
        Assert.Equal(new Tie([1, 2], 1), result.Tie);
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal([4, 4, 4], listed.Apportion([10, 9, 9], 12).Value.Seats);
    }

    [Fact]
    public void Named_UnknownMethod_IsNull()
    {
        Assert.Null(DivisorMethod.Named("hondt"));
        Assert.All(DivisorMethod.All, m => Assert.Same(m, DivisorMethod.Named(m.Name)));
        Assert.Equal("dhondt", DivisorMethod.DHondt.ToString());
    }

    [Fact]
    public void Certificate_TieUnderHuntingtonHill_NamesADivisorOnlyWhereItIsRational()
    {
        // 6/√2 for both: the tied quotient is irrational, its square 18.
        var irrational = DivisorMethod.HuntingtonHill.Apportion([6, 6], 3).Value;
        Assert.Equal(new DivisorCertificate(18, 18, null, Squared: true), irrational.Certificate);
        Assert.Empty(Verifier.Verify(irrational).Objections);
    }

    [Fact]
    public void TryAllocate_AnyHouse_TakesNothingFromTheHeap()
    {
        var random = new Random(7);
        foreach (var (lists, seats) in new[] { (10, 100), (20, 1_000), (1_000, 100_000) })
        {
            var votes = Enumerable.Range(0, lists).Select(_ => random.NextInt64(1, 1_000_000)).ToArray();
            var allocated = new int[lists];
            foreach (var method in DivisorMethod.All)
            {
                Assert.True(method.TryAllocate(votes, seats, allocated, out var tied));
                var before = GC.GetAllocatedBytesForCurrentThread();
                method.TryAllocate(votes, seats, allocated, out tied);
                Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
                Assert.Equal(seats, allocated.Sum() + tied);
            }
        }
    }

    private static BigInteger Sqrt(BigInteger value)
    {
        BigInteger low = 0;
        var high = value;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = middle * middle <= value ? (middle, high) : (low, middle);
        }

        return low;
    }
}
