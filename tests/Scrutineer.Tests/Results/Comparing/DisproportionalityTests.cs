using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation;
using Scrutineer.Numerics;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Tests.Results.Comparing;

public sealed class DisproportionalityTests
{
    /// <summary>Mazhilis 2021, computed by hand from the votes and seats of the final result.</summary>
    [Fact]
    public void Of_Mazhilis2021_AsComputedByHand()
    {
        var indices = Disproportionality.Of([659019, 5148074, 383023, 792828, 258618], [10, 76, 0, 12, 0])!;
        Assert.Equal("8.8605", (indices.LoosemoreHanby * 100).ToDecimal(4));
        Assert.Equal("6.5332", Shown.Root(indices.GallagherSquared * 10000));
        Assert.Equal("9.7350", (indices.SainteLague!.Value * 100).ToDecimal(4));
        Assert.Equal("1.8878", indices.PartiesByVotes.ToDecimal(4));
        Assert.Equal("1.5953", indices.PartiesBySeats.ToDecimal(4));
    }

    [Fact]
    public void Of_EachListItsShare_IsNought()
    {
        var indices = Disproportionality.Of([600, 300, 100], [6, 3, 1])!;
        Assert.Equal(Rational.Zero, indices.LoosemoreHanby);
        Assert.Equal(Rational.Zero, indices.GallagherSquared);
        Assert.Equal(Rational.Zero, indices.SainteLague);
        Assert.Equal(indices.PartiesByVotes, indices.PartiesBySeats);
    }

    [Fact]
    public void Of_AllSeatsToOneOfTwoEquals_HalfIsMisplaced()
    {
        var indices = Disproportionality.Of([50, 50], [10, 0])!;
        Assert.Equal(new Rational(1, 2), indices.LoosemoreHanby);
        Assert.Equal(new Rational(1, 4), indices.GallagherSquared);
        Assert.Equal(Rational.One, indices.SainteLague);
        Assert.Equal((Rational)2, indices.PartiesByVotes);
        Assert.Equal(Rational.One, indices.PartiesBySeats);
    }

    [Fact]
    public void Of_SeatsWithoutAVote_SainteLagueHasNoBound() =>
        Assert.Null(Disproportionality.Of([100, 0], [1, 1])!.SainteLague);

    [Theory]
    [InlineData(new long[] { 0, 0 }, new[] { 1, 0 })]
    [InlineData(new long[] { 5, 5 }, new[] { 0, 0 })]
    public void Of_NoVotesOrNoSeats_IsNothing(long[] votes, int[] seats) =>
        Assert.Null(Disproportionality.Of(votes, seats));

    [Fact]
    public void Of_OtherLengths_Throws() => Assert.Throws<ArgumentException>(() => Disproportionality.Of([1, 2], [1]));

    /// <summary>
    /// Bounds that hold for every result: Loosemore–Hanby from 0 to 1, Gallagher's square from 0 to 1 and never above
    /// Loosemore–Hanby, effective numbers from 1 to the number of lists; scaling all votes changes nothing.
    /// </summary>
    [Fact]
    public void Of_AnyResult_KeepsItsBounds() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonEmptyArray<(PositiveInt Votes, NonNegativeInt Seats)>>(),
                lists =>
                {
                    var votes = lists.Get.Select(l => (long)l.Votes.Get).ToArray();
                    var seats = lists.Get.Select(l => l.Seats.Get).ToArray();
                    if (Disproportionality.Of(votes, seats) is not { } i)
                    {
                        return seats.Sum() == 0;
                    }

                    return i.LoosemoreHanby.Sign >= 0
                        && i.LoosemoreHanby <= 1
                        && i.GallagherSquared.Sign >= 0
                        && i.GallagherSquared <= i.LoosemoreHanby
                        && i.SainteLague >= 0
                        && i.PartiesByVotes >= 1
                        && i.PartiesByVotes <= votes.Length
                        && i.PartiesBySeats >= 1
                        && i.PartiesBySeats <= votes.Length
                        && i == Disproportionality.Of([.. votes.Select(v => v * 7)], seats);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0", "0.0000")]
    [InlineData("4", "2.0000")]
    [InlineData("2", "1.4142")]
    [InlineData("1/3", "0.5774")]
    [InlineData("1/1000000000", "0.0000")]
    [InlineData("152399025", "12345.0000")]
    public void Root_OfAnExactNumber_IsRoundedHalfUp(string square, string root) =>
        Assert.Equal(root, Shown.Root(Rational.Parse(square)));

    [Fact]
    public void Root_OfANegative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Shown.Root(new Rational(-1, 4)));
}
