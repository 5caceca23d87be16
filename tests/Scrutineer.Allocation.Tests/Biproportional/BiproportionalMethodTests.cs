using Scrutineer.Allocation.Biproportional;

namespace Scrutineer.Allocation.Tests.Biproportional;

public class BiproportionalMethodTests
{
    private static readonly BiproportionalMethod Method = BiproportionalMethod.SainteLague;

    /// <summary>The example of the English Wikipedia's article "Biproportional apportionment".</summary>
    private static readonly Table<long> Example = Tables.FromRows<long>(
        [123, 912, 312],
        [45, 714, 255],
        [815, 414, 215]
    );

    private static readonly BiproportionalApportionment Result = Method.Apportion(Example, [7, 5, 8], [5, 11, 4]).Value;

    private static readonly BiproportionalApportionment Tied = Method
        .Apportion(Tables.FromRows<long>([1, 1, 9], [1, 1, 9]), [2, 1], [1, 1, 1])
        .Value;

    [Fact]
    public void Apportion_PublishedExample_GivesItsSeats()
    {
        Assert.Equal(Tables.FromRows<int>([1, 4, 2], [0, 4, 1], [4, 3, 1]), Result.Seats);
        Assert.Null(Result.Tie);
        Assert.Empty(Verifier.Verify(Result).Objections);
    }

    [Fact]
    public void Apportion_PublishedExample_HasShortDivisors()
    {
        Assert.All(
            Result.Certificate.RowDivisors.Concat(Result.Certificate.ColumnDivisors),
            d => Assert.True(d!.Value.ToDecimal(2).TrimEnd('0').Replace(".", "", StringComparison.Ordinal).Length <= 4)
        );

        // The divisors that the article prints prove the same seats.
        var printed = new BiproportionalCertificate([204, 180, 162], [new Rational(6, 5), 1, 1], Squared: false);
        Assert.Empty(Verifier.Verify(Result with { Certificate = printed }).Objections);
    }

    [Fact]
    public void Apportion_EqualRows_IsATieOfCells()
    {
        Assert.Equal([0, 0, 0, 0, 0, 0], Tied.Seats.Cells);
        Assert.Equal([2, 1], Tied.Tie!.RowSeats);
        Assert.Equal([1, 1, 1], Tied.Tie.ColumnSeats);
        Assert.Equal((6, 3), (Tied.Tie.Cells.Length, Tied.Tie.Seats));
        Assert.Empty(Verifier.Verify(Tied).Objections);
    }

    [Fact]
    public void Resolve_RecordedLot_FillsTheTable()
    {
        Cell[] drawn = [new(0, 0), new(0, 2), new(1, 1)];
        var resolved = Tied.Resolve(new BiproportionalLot([.. Tied.Tie!.Cells.Reverse()], [.. drawn])).Value;
        Assert.Equal(Tables.FromRows<int>([1, 0, 1], [0, 1, 0]), resolved.Seats);
        Assert.Empty(Verifier.Verify(resolved).Objections);
    }

    [Fact]
    public void Resolve_AnotherLot_IsRejected()
    {
        var cells = Tied.Tie!.Cells;
        AssertRejected(Result.Resolve(new BiproportionalLot([], [])), "no tie");
        AssertRejected(Tied.Resolve(new BiproportionalLot(cells[1..], [cells[1]])), "other cells");
        AssertRejected(Tied.Resolve(new BiproportionalLot(cells, [cells[0], cells[1], cells[2]])), "fill its rows");
        AssertRejected(Tied.Resolve(new BiproportionalLot(cells, [cells[0], cells[0], cells[4]])), "different cells");
        AssertRejected(Tied.Resolve(new BiproportionalLot(cells, [cells[0], cells[1], new(7, 2)])), "cells of the tie");
    }

    [Fact]
    public void Apportion_HuntingtonHillTie_HasSquaredDivisors()
    {
        var hill = new BiproportionalMethod(DivisorMethod.HuntingtonHill);
        var tied = hill.Apportion(Tables.FromRows<long>([5, 5], [5, 5]), [3, 3], [3, 3]).Value;
        Assert.Equal([1, 1, 1, 1], tied.Seats.Cells);
        Assert.Equal((4, 2), (tied.Tie!.Cells.Length, tied.Tie.Seats));
        Assert.True(tied.Certificate.Squared);
        Assert.Empty(Verifier.Verify(tied).Objections);
    }

    [Fact]
    public void Apportion_SeatsThatNoCellCanHold_NamesRowsAndColumns()
    {
        var problem = Method.Apportion(Tables.FromRows<long>([10, 0], [0, 10]), [3, 1], [2, 2]).Problem!;
        Assert.Equal("Not enough seats: column 1 needs 2 in row 1, where 1 can be had.", problem.Message);
        Assert.Equal([1], problem.Rows);
        Assert.Equal([1], problem.Columns);
    }

    [Fact]
    public void Apportion_MinimumThatCannotBeMet_NamesIt()
    {
        var votes = Tables.FromRows<long>([10, 0], [5, 10]);
        Assert.Contains(
            "column 1 needs 1 in row 0, where 0",
            Method.Apportion(votes, [1, 1], [1, 1], Tables.FromRows<int>([0, 1], [0, 0])).Problem!.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "needs 2 in row 0, where 1",
            Method.Apportion(votes, [1, 2], [2, 1], Tables.FromRows<int>([2, 0], [0, 0])).Problem!.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "column 0 are owed 2 seats, and it has 1",
            Method.Apportion(votes, [1, 2], [1, 2], Tables.FromRows<int>([1, 0], [1, 0])).Problem!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Apportion_DifferentTotals_IsAProblem() =>
        Assert.Equal(
            "The rows have 20 seats and the columns 19.",
            Method.Apportion(Example, [7, 5, 8], [5, 10, 4]).Problem!.Message
        );

    [Fact]
    public void Apportion_RowWithoutSeats_TakesNoPart()
    {
        var result = Method.Apportion(Example, [7, 0, 8], [5, 10, 0]).Value;
        Assert.Null(result.Certificate.RowDivisors[1]);
        Assert.Null(result.Certificate.ColumnDivisors[2]);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Apportion_Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => Method.Apportion(Example, [7, 5], [5, 7]));
        Assert.Throws<ArgumentException>(() => Method.Apportion(Example, [7, 5, 8], [5, 15]));
        Assert.Throws<ArgumentException>(() => Method.Apportion(Example, [7, 5, -8], [0, 0, 4]));
        Assert.Throws<ArgumentException>(() => Method.Apportion(Example, [2_000_000, 0, 0], [2_000_000, 0, 0]));
        Assert.Throws<ArgumentException>(() =>
            Method.Apportion(Example, [7, 5, 8], [5, 11, 4], Tables.FromRows<int>([1]))
        );
        Assert.Throws<ArgumentException>(() => Tables.FromRows<long>([1, 2], [3]));
        Assert.Throws<ArgumentException>(() => Tables.FromRows<long>());
    }

    [Fact]
    public void Verify_AnySeatMoved_IsRefused()
    {
        foreach (var result in new[] { Result, Tied })
        {
            for (var from = 0; from < result.Seats.Cells.Length; from++)
            {
                for (var to = 0; to < result.Seats.Cells.Length; to++)
                {
                    if (from != to)
                    {
                        var cells = result.Seats.Cells.SetItem(from, result.Seats.Cells[from] - 1);
                        cells = cells.SetItem(to, cells[to] + 1);
                        Refused(result with { Seats = new Table<int>(result.Seats.Rows, 3, cells) });
                    }
                }
            }
        }
    }

    [Fact]
    public void Verify_RingOfSeatsMoved_IsRefused()
    {
        // The sums are kept; only the divisors can tell.
        var seats = Tables.FromRows<int>([0, 5, 2], [1, 3, 1], [4, 3, 1]);
        Refused(Result with { Seats = seats }, "do not round");
    }

    [Fact]
    public void Verify_ChangedFigures_AreRefused()
    {
        var sound = Result.Certificate;
        Refused(Result with { RowSeats = [7, 6, 7] }, "Row 1");
        Refused(Result with { ColumnSeats = [5, 12, 3] }, "Column 1");
        Refused(Result with { RowSeats = [7, 5] }, "not all of");
        Refused(Result with { Votes = Example.Map((_, _, v) => v == 45 ? 450 : v) }, "do not round");
        Refused(Result with { Votes = Example.Map((_, _, v) => v == 123 ? 0 : v) }, "can have no seat");
        Refused(Result with { Method = DivisorMethod.DHondt }, "do not round");
        Refused(Result with { Minimum = Tables.FromRows<int>([1, 1, 1], [1, 0, 0], [0, 0, 0]) }, "is owed 1");
        Refused(Result with { Certificate = sound with { RowDivisors = [100, 180, 162] } }, "do not round");
        Refused(Result with { Certificate = sound with { RowDivisors = [null, 180, 162] } }, "lacks");
        Refused(Result with { Certificate = sound with { ColumnDivisors = [-1, 1, 1] } }, "lacks");
        Refused(Result with { Certificate = sound with { Squared = true } }, "lacks");
    }

    [Fact]
    public void Verify_TieThatIsNone_IsRefused()
    {
        var tie = Tied.Tie!;
        Refused(Tied with { Tie = null });
        Refused(Tied with { Tie = tie with { Cells = tie.Cells[1..] } });
        Refused(Tied with { Tie = tie with { RowSeats = [1, 2] } }, "Row 0");
        Refused(Result with { Tie = new BiproportionalTie([new(0, 0)], [0, 0, 0], [0, 0, 0]) }, "do not round");
        Refused(Result with { Lot = new BiproportionalLot([], []) }, "among no cells");
        var drawn = Tied.Resolve(new BiproportionalLot(tie.Cells, [new(0, 0), new(0, 2), new(1, 1)])).Value;
        Refused(drawn with { Lot = null }, "do not round");
        Refused(drawn with { Lot = drawn.Lot! with { Winners = [new(0, 0), new(0, 1), new(1, 2)] } });
        Refused(drawn with { Lot = new BiproportionalLot([], drawn.Lot!.Winners) }, "does not fit");
    }

    private static void AssertRejected(BiproportionalResult result, string message)
    {
        Assert.Equal(BiproportionalProblemKind.LotRejected, result.Problem?.Kind);
        Assert.Contains(message, result.Problem!.Message, StringComparison.Ordinal);
    }

    private static void Refused(BiproportionalApportionment result, string? because = null)
    {
        var objections = Verifier.Verify(result).Objections;
        Assert.NotEmpty(objections);
        Assert.True(
            because is null || objections.Any(o => o.Contains(because, StringComparison.Ordinal)),
            string.Join(" | ", objections)
        );
    }
}
