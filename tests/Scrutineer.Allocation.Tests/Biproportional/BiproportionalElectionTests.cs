using Scrutineer.Allocation.Biproportional;

namespace Scrutineer.Allocation.Tests.Biproportional;

public class BiproportionalElectionTests
{
    private static readonly Table<long> Votes = Tables.FromRows<long>([502, 55, 80, 10], [104, 55, 0, 1]);

    [Theory]
    [InlineData("7%", 100)]
    [InlineData("5%", 20)]
    [InlineData("1/2", 2)]
    public void Admits_ThousandElectoratesAtTheQuorum_TurnsOnOneVote(string text, int parts)
    {
        var share = Rational.Parse(text);
        for (var n = 1L; n <= 1_000; n++)
        {
            var total = parts * ((n * 7_919) + (n * n * n * 1_000_003));
            var exact = (long)(total * share).Numerator;
            Assert.True(Admits(Quorum.InTotal(share), exact));
            Assert.False(Admits(Quorum.InTotal(share, inclusive: false), exact));
            Assert.False(Admits(Quorum.InTotal(share), exact - 1));
            Assert.True(Admits(Quorum.InAnyRow(share), exact));
            Assert.False(Admits(Quorum.InAnyRow(share, inclusive: false), exact));
            Assert.True(Admits(Quorum.InAnyRow(share, inclusive: false), exact + 1));

            bool Admits(Quorum quorum, long votes) =>
                new BiproportionalElection { Quorum = quorum }
                    .Apportion(new Table<long>(1, 2, [votes, total - votes]), [4])
                    .Admitted[0];
        }
    }

    [Fact]
    public void Apportion_ZeroCell_HasNoSeat()
    {
        var result = new BiproportionalElection().Apportion(Votes, [50, 20]);
        Assert.Equal([51, 13, 5, 1], result.Upper.Value.Seats);
        Assert.Equal(Tables.FromRows<int>([39, 5, 5, 1], [12, 8, 0, 0]), result.Lower.Value.Seats);
    }

    [Fact]
    public void Apportion_Quorum_LeavesListsOut()
    {
        var half = new BiproportionalElection { Quorum = Quorum.InTotal(new Rational(1, 2)) };
        var result = half.Apportion(Votes, [50, 20]);
        Assert.Equal([true, false, false, false], result.Admitted);
        Assert.Equal(Tables.FromRows<int>([50, 0, 0, 0], [20, 0, 0, 0]), result.Lower.Value.Seats);
    }

    [Theory]
    [InlineData("5 %", true, true)]
    [InlineData("5 %", false, false)]
    [InlineData("5.01 %", true, false)]
    public void Admits_ExactlyFivePerCent_DependsOnTheWording(string share, bool inclusive, bool admitted)
    {
        var votes = Tables.FromRows<long>([95, 5], [9999, 1]);
        Assert.Equal([true, admitted], Quorum.InAnyRow(Rational.Parse(share), inclusive).Admits(votes, [1, 1]));
    }

    [Fact]
    public void Admits_CombinedQuorums_AreAnyOrAll()
    {
        var votes = Tables.FromRows<long>([90, 10, 0], [900, 40, 60]);
        var any = Quorum.InAnyRow(new Rational(1, 10));
        var total = Quorum.InTotal(new Rational(1, 20));
        Assert.Equal([true, true, false], any.Admits(votes, [1, 10]));
        Assert.Equal([true, false, true], total.Admits(votes, [1, 10]));
        Assert.Equal([true, true, true], Quorum.AnyOf(any, total).Admits(votes, [1, 10]));
        Assert.Equal([true, false, false], Quorum.AllOf(any, total).Admits(votes, [1, 10]));

        // In voter numbers the small district counts as much as the large: 90 + 90, 10 + 4 and 6 of 200.
        var numbers = Quorum.InTotal(new Rational(1, 20), counted: VoterNumbers.Exact);
        Assert.Equal([true, true, false], numbers.Admits(votes, [1, 10]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quorum.InTotal(2));
        Assert.Throws<ArgumentException>(() => any.Admits(votes, [1]));
    }

    [Fact]
    public void Apportion_RoundedVoterNumbers_AreWholeAndCanDecide()
    {
        // 10/4 = 2.5 and 9/4 = 2.25 against 3/1: with rounding list 0 ties with list 1, exactly it is behind.
        var votes = Tables.FromRows<long>([10, 9], [0, 1]);
        var exact = new BiproportionalElection { VoterNumbers = VoterNumbers.Exact }.Apportion(votes, [4, 1]);
        var rounded = new BiproportionalElection { VoterNumbers = VoterNumbers.Rounded }.Apportion(votes, [4, 1]);
        Assert.Equal([new Rational(5, 2), new Rational(9, 4), 0, 1], exact.VoterNumbers.Cells);
        Assert.Equal([3, 2, 0, 1], rounded.VoterNumbers.Cells);
        Assert.Equal([2, 3], exact.Upper.Value.Seats);
        Assert.NotNull(rounded.Upper.Value.Tie);
        Assert.Equal(BiproportionalProblemKind.UpperUndecided, rounded.Lower.Problem?.Kind);
        var election = new BiproportionalElection { VoterNumbers = VoterNumbers.Rounded };
        var drawn = election.Apportion(votes, [4, 1], new Lot([0, 1], [0]));
        Assert.Equal([3, 2], drawn.Lower.Value.ColumnSeats);
        Assert.Empty(Verifier.Verify(drawn.Lower.Value).Objections);
        Assert.Equal(
            "The lot was drawn among lists [0], but the tie is among [0, 1].",
            election.Apportion(votes, [4, 1], new Lot([0], [0])).Lower.Problem?.Message
        );
    }

    [Fact]
    public void WinnerTakesOne_StrongestList_HasASeatUnlessTooManyAreTied()
    {
        var votes = Tables.FromRows<long>([60, 40], [50, 50], [7, 7], [0, 0]);
        var rule = WinnerTakesOne.Of(votes, [1, 1, 2, 0]);
        Assert.Equal(Tables.FromRows<int>([1, 0], [0, 0], [1, 1], [0, 0]), rule.Minimum);
        Assert.Equal([1], rule.WaivedRows);
    }

    [Fact]
    public void Apportion_WinnerTakesOne_MovesASeatToTheStrongest()
    {
        // List 1 leads in the small district, and would have its seats elsewhere.
        var votes = Tables.FromRows<long>([300, 200, 100], [30, 31, 32]);
        var plain = new BiproportionalElection { VoterNumbers = VoterNumbers.Votes };
        var without = plain.Apportion(votes, [6, 1]).Lower.Value;
        var with = (plain with { WinnerTakesOne = true }).Apportion(votes, [6, 1]).Lower.Value;
        Assert.Equal(without.ColumnSeats, with.ColumnSeats);
        Assert.Equal(1, with.Seats[1, 2]);
        Assert.Empty(Verifier.Verify(with).Objections);
    }

    [Fact]
    public void Apportion_NumbersBeyondSixtyFourBits_Throws()
    {
        var votes = Tables.FromRows<long>([long.MaxValue / 4], [long.MaxValue / 4]);
        Assert.Throws<ArgumentException>(() => new BiproportionalElection().Apportion(votes, [3, 7]));
        Assert.Throws<ArgumentException>(() => new BiproportionalElection().Apportion(votes, [3]));
    }
}
