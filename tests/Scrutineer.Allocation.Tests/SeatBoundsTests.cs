using Scrutineer.Allocation.Tests.Oracle;

namespace Scrutineer.Allocation.Tests;

public class SeatBoundsTests
{
    private static readonly long[] Votes = [600, 300, 100];

    [Fact]
    public void Apportion_DHondtWithACap_PassesTheSeatsOn()
    {
        var result = DivisorMethod.DHondt.Apportion(Votes, 10, SeatBounds.AtMost(4, 10, 10)).Value;
        Assert.Equal([4, 5, 1], result.Seats);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    // simberaj/votelib gave the capped list no seat at all in its quota stage, and ignored the cap in the whole.
    [Fact]
    public void Apportion_HareWithACap_KeepsTheCappedListAtItsCap()
    {
        // A's two quotas above its cap go, one each, to the remainders of B and C (both nought).
        var result = LargestRemainder.Hare.Apportion(Votes, 10, SeatBounds.AtMost(4, 10, 10)).Value;
        Assert.Equal([4, 4, 2], result.Seats);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Apportion_WithAMinimum_ChargesItToTheWeakestClaims()
    {
        var divisor = DivisorMethod.DHondt.Apportion(Votes, 10, SeatBounds.AtLeast(0, 0, 3)).Value;
        Assert.Equal([5, 2, 3], divisor.Seats);
        Assert.Empty(Verifier.Verify(divisor).Objections);

        // Georgia 2016 raised lists to six; here two: 0.9 quotas become 2, and the weakest claims pay.
        var hare = LargestRemainder.Hare.Apportion([620, 290, 90], 10, SeatBounds.AtLeast(0, 0, 2)).Value;
        Assert.Equal([6, 2, 2], hare.Seats);
        Assert.Empty(Verifier.Verify(hare).Objections);
    }

    [Fact]
    public void Apportion_ListWithoutVotes_HoldsItsMinimum()
    {
        var bounds = SeatBounds.AtLeast(0, 2);
        Assert.Equal([3, 2], DivisorMethod.SainteLague.Apportion([5, 0], 5, bounds).Value.Seats);
        Assert.Equal([3, 2], LargestRemainder.Hare.Apportion([5, 0], 5, bounds).Value.Seats);
        Assert.Equal([0, 2], DivisorMethod.SainteLague.Apportion([0, 0], 2, bounds).Value.Seats);
    }

    [Fact]
    public void Apportion_BoundsThatCannotBeMet_IsAProblem()
    {
        var none = ProblemKind.BoundsUnattainable;
        Assert.Equal(none, DivisorMethod.DHondt.Apportion(Votes, 10, SeatBounds.AtMost(3, 3, 3)).Problem?.Kind);
        Assert.Equal(none, DivisorMethod.DHondt.Apportion(Votes, 10, SeatBounds.AtLeast(9, 2, 0)).Problem?.Kind);
        Assert.Equal(none, LargestRemainder.Hare.Apportion(Votes, 10, SeatBounds.AtMost(3, 3, 3)).Problem?.Kind);
        Assert.Equal(none, LargestRemainder.Hare.Apportion(Votes, 10, SeatBounds.AtLeast(9, 2, 0)).Problem?.Kind);
        Assert.Equal(
            ProblemKind.FewerSeatsThanLists,
            DivisorMethod.Adams.Apportion(Votes, 3, SeatBounds.AtLeast(2, 0, 0)).Problem?.Kind
        );
        Assert.Throws<ArgumentException>(() => DivisorMethod.DHondt.Apportion(Votes, 10, SeatBounds.AtMost(3)));
        Assert.Throws<ArgumentException>(() => new SeatBounds([3], [2]));
        Assert.Throws<ArgumentException>(() => new SeatBounds([3], [4, 4]));
        Assert.Throws<ArgumentException>(() => SeatBounds.AtLeast(-1));
    }

    [Fact]
    public void Apportion_AnyBounds_AgreesWithTheTable()
    {
        Elections.ForAll(e =>
        {
            var least = e.Votes.Select((v, i) => (int)((v + i) % 3)).ToArray();
            var most = e.Votes.Select((v, i) => least[i] + (int)((v + (2 * i)) % 9)).ToArray();
            var bounds = new SeatBounds([.. least], [.. most]);
            var room = e.Votes.Select((v, i) => v > 0 ? most[i] : least[i]).Sum();
            var attainable = least.Sum() <= e.Seats && e.Seats <= room;
            foreach (var method in DivisorMethod.All.Where(m => !m.SeatsEveryList))
            {
                Check(method.Apportion(e.Votes, e.Seats, bounds), (v, k) => Definitions.Quotient(method.Name, v, k));
            }

            var quota = Definitions.Quota("hare", e.Votes.Sum(), e.Seats);
            var hare = new LargestRemainder(Quota.Hare, OverAward.Subtract);
            Check(hare.Apportion(e.Votes, e.Seats, bounds), (v, k) => v - (k * quota));

            void Check(AllocationResult result, Func<long, int, Rational?> claim)
            {
                Assert.Equal(attainable, result.Succeeded);
                if (result.Succeeded)
                {
                    Assert.Empty(Verifier.Verify(result.Apportionment).Objections);
                    Elections.AssertEqual(
                        NaiveTable.Allocate(e.Votes, e.Seats, claim, i => least[i], i => most[i]),
                        result.Apportionment
                    );
                }
            }
        });
    }
}
