namespace Scrutineer.Allocation.Tests;

public class LargestRemainderTests
{
    // Mazhilis of Kazakhstan 2004, 2007, 2012, 2016, 2021 and 2023: votes of the admitted lists, declared seats (Central
    // Election Commission, as reported by prg.kz, ipu.org, Tengrinews, Kazinform, strategy2050.kz and vlast.kz).
    [Theory]
    [InlineData(new long[] { 2883706, 572672, 541239, 336177 }, new[] { 7, 1, 1, 1 })]
    [InlineData(new long[] { 5247720 }, new[] { 98 })]
    [InlineData(new long[] { 5621436, 518405, 498788 }, new[] { 83, 8, 7 })]
    [InlineData(new long[] { 6183757, 540406, 537123 }, new[] { 84, 7, 7 })]
    [InlineData(new long[] { 5148074, 792828, 659019 }, new[] { 76, 12, 10 })]
    [InlineData(new long[] { 3431510, 693938, 547154, 535139, 432920, 331058 }, new[] { 40, 8, 6, 6, 5, 4 })]
    public void Apportion_Mazhilis_IsDeclaredResult(long[] votes, int[] declared)
    {
        var result = LargestRemainder.Hare.Apportion(votes, declared.Sum()).Value;
        Assert.Equal(declared, result.Seats);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    // National Council of Slovakia 2020, lists above their thresholds: quota rounded to a whole vote, 150 seats
    // (Statistical Office of the Slovak Republic).
    [Fact]
    public void Apportion_Slovakia2020_IsDeclaredResult()
    {
        var method = new LargestRemainder(Quota.HagenbachBischoffRounded);
        var result = method.Apportion([721166, 527172, 237531, 229660, 179246, 166325], 150).Value;
        Assert.Equal([53, 38, 17, 17, 13, 12], result.Seats);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Certificate_Mazhilis2021_HoldsTheLastTwoClaims()
    {
        var result = LargestRemainder.Hare.Apportion([5148074, 792828, 659019], 98).Value;
        var quota = new Rational(6599921, 98);
        var certificate = Assert.IsType<QuotaCertificate>(result.Certificate);
        Assert.Equal(quota, certificate.Quota);
        Assert.Equal([76, 11, 9], certificate.WholeParts);
        Assert.Equal(5148074 - (76 * quota), certificate.Remainders[0]);
        Assert.Equal(792828 - (11 * quota), certificate.LeastWinning);
        Assert.Equal(5148074 - (76 * quota), certificate.GreatestLosing);
        Assert.Equal(certificate, LargestRemainder.Hare.Apportion([5148074, 792828, 659019], 98).Value.Certificate);
    }

    // martinlackner/apportionment gave C's seat, remainder .95, to one of the two tied at .5.
    [Fact]
    public void Apportion_TieBelowALargerRemainder_LeavesThatSeatAlone()
    {
        var result = LargestRemainder.Hare.Apportion([450, 350, 199, 1], 50).Value;
        Assert.Equal([22, 17, 10, 0], result.Seats);
        Assert.Equal(new Tie([0, 1], 1), result.Tie);
    }

    // 6,599,921/100 votes a seat: 78.003, 12.01 and 9.99 quotas, 99 seats for a house of 98.
    [Fact]
    public void Apportion_OverAward_FollowsTheRule()
    {
        long[] votes = [5148074, 792828, 659019];
        var refused = new LargestRemainder(Quota.Imperiali).Apportion(votes, 98);
        Assert.Equal(ProblemKind.OverAward, refused.Problem?.Kind);
        Assert.Contains("98", refused.Problem!.Message, StringComparison.Ordinal);

        var grown = new LargestRemainder(Quota.Imperiali, OverAward.Ignore).Apportion(votes, 98).Value;
        Assert.Equal([78, 12, 9], grown.Seats);
        Assert.Equal(99, grown.SeatsAwarded);
        Assert.Empty(Verifier.Verify(grown).Objections);

        // The smallest remainder is Nur Otan's, 0.003 of a quota.
        var cut = new LargestRemainder(Quota.Imperiali, OverAward.Subtract).Apportion(votes, 98).Value;
        Assert.Equal([77, 12, 9], cut.Seats);
        Assert.Empty(Verifier.Verify(cut).Objections);
    }

    [Fact]
    public void Apportion_OverAwardOfEqualRemainders_IsATie()
    {
        // Quota 400/4 = 100: four whole quotas for three seats, every remainder nought.
        var result = new LargestRemainder(Quota.HagenbachBischoff, OverAward.Subtract)
            .Apportion([200, 100, 100], 3)
            .Value;
        Assert.Equal([1, 0, 0], result.Seats);
        Assert.Equal(new Tie([0, 1, 2], 2), result.Tie);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Apportion_MoreSeatsLeftThanLists_GoesRoundAgain()
    {
        // Droop: ⌊10/9⌋ + 1 = 2 votes a seat; whole quotas 3 and 1, four seats left for two lists with remainders 1, 1.
        var method = new LargestRemainder(Quota.Droop);
        Assert.Equal([5, 3], method.Apportion([7, 3], 8).Value.Seats);
        var odd = method.Apportion([6, 3], 7).Value;
        Assert.Equal([4, 3], odd.Seats);
        Assert.Empty(Verifier.Verify(odd).Objections);
    }

    [Fact]
    public void Apportion_ListWithoutVotes_GetsNoRemainderSeat()
    {
        // Quota 2: five whole quotas, one seat left, both remainders nought.
        Assert.Equal([6, 0], new LargestRemainder(Quota.Droop).Apportion([10, 0], 6).Value.Seats);
    }

    [Fact]
    public void Apportion_NoQuota_IsAProblem()
    {
        Assert.Equal(ProblemKind.NoQuota, LargestRemainder.Hare.Apportion([5, 3], 0).Problem?.Kind);
        Assert.Equal(ProblemKind.NoQuota, new LargestRemainder(Quota.HareRounded).Apportion([1, 1], 9).Problem?.Kind);
        Assert.Equal(ProblemKind.NoVotes, LargestRemainder.Hare.Apportion([0, 0], 2).Problem?.Kind);
        Assert.Equal(ProblemKind.NoVotes, new LargestRemainder(Quota.Droop).Apportion([0, 0], 2).Problem?.Kind);
        Assert.False(LargestRemainder.Hare.TryAllocate([0, 0], 2, new int[2], out _));
        Assert.Equal([0, 0], new LargestRemainder(Quota.Droop).Apportion([5, 3], 0).Value.Seats);
    }

    [Fact]
    public void Apportion_GreatestNumbers_StaysExact()
    {
        const long Half = long.MaxValue / 2;
        var result = LargestRemainder.Hare.Apportion([Half, Half - 1, 2], 999_999_999).Value;
        Assert.Equal(999_999_999, result.SeatsAwarded + (result.Tie?.Seats ?? 0));
        Assert.Empty(Verifier.Verify(result).Objections);
        var one = new LargestRemainder(Quota.Droop).Apportion([long.MaxValue], 0).Value;
        Assert.Equal([0], one.Seats);
    }

    [Fact]
    public void Constructor_UnknownRule_IsMisuse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LargestRemainder(Quota.Hare, (OverAward)9));
        Assert.Throws<ArgumentNullException>(() => new LargestRemainder(null!));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Hare.TryAllocate([5, 6], 1, new int[1], out _));
    }

    [Fact]
    public void TryAllocate_AnyHouse_TakesNothingFromTheHeap()
    {
        var random = new Random(8);
        foreach (var (lists, seats) in new[] { (10, 100), (20, 1_000), (1_000, 100_000) })
        {
            var votes = Enumerable.Range(0, lists).Select(_ => random.NextInt64(1, 1_000_000)).ToArray();
            var allocated = new int[lists];
            Assert.True(LargestRemainder.Hare.TryAllocate(votes, seats, allocated, out _));
            var before = GC.GetAllocatedBytesForCurrentThread();
            LargestRemainder.Hare.TryAllocate(votes, seats, allocated, out var tied);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(seats, allocated.Sum() + tied);
        }
    }
}
