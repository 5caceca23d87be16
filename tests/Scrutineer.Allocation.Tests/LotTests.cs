namespace Scrutineer.Allocation.Tests;

public class LotTests
{
    private static readonly Apportionment Tied = DivisorMethod.DHondt.Apportion([200, 100, 100], 3).Value;

    [Fact]
    public void Resolve_RecordedLot_FillsTheHouse()
    {
        var resolved = Tied.Resolve(new Lot([2, 0, 1], [2, 0])).Value;
        Assert.Equal([2, 0, 1], resolved.Seats);
        Assert.Null(resolved.Tie);
        Assert.Equal(new Lot([2, 0, 1], [2, 0]), resolved.Lot);
        Assert.Empty(Verifier.Verify(resolved).Objections);
    }

    [Fact]
    public void Resolve_WhereThereIsNoTie_IsRejected()
    {
        var decided = DivisorMethod.DHondt.Apportion([200, 100, 90], 3).Value;
        AssertRejected(decided.Resolve(new Lot([0, 1], [1])), "no tie");
        var resolved = Tied.Resolve(new Lot([0, 1, 2], [0, 1])).Value;
        AssertRejected(resolved.Resolve(new Lot([0, 1, 2], [0, 2])), "no tie");
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 0, 1 }, "among lists [0, 1], but the tie is among [0, 1, 2]")]
    [InlineData(new[] { 0, 1, 2, 2 }, new[] { 0, 1 }, "among lists")]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0 }, "2 different lists")]
    [InlineData(new[] { 0, 1, 2 }, new[] { 1, 1 }, "2 different lists")]
    [InlineData(new[] { 0, 1, 2 }, new[] { 1, 3 }, "2 different lists")]
    public void Resolve_AnotherLot_IsRejected(int[] among, int[] winners, string message) =>
        AssertRejected(Tied.Resolve(new Lot([.. among], [.. winners])), message);

    [Fact]
    public void Resolve_EveryMethod_IsVerified()
    {
        var hare = LargestRemainder.Hare.Apportion([100, 100, 100], 4).Value.Resolve(new Lot([0, 1, 2], [1])).Value;
        Assert.Equal([1, 2, 1], hare.Seats);
        Assert.Empty(Verifier.Verify(hare).Objections);
        var quota = QuotaMethod.BalinskiYoung.Apportion([100, 100, 100], 4).Value;
        Assert.Equal(new Tie([0, 1, 2], 1), quota.Tie);
        Assert.Empty(Verifier.Verify(quota.Resolve(new Lot([0, 1, 2], [2])).Value).Objections);
    }

    private static void AssertRejected(AllocationResult result, string message)
    {
        Assert.Equal(ProblemKind.LotRejected, result.Problem?.Kind);
        Assert.Contains(message, result.Problem!.Message, StringComparison.Ordinal);
    }
}
