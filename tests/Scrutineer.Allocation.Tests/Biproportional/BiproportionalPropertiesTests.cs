using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation.Biproportional;
using Scrutineer.Allocation.Tests.Oracle;

namespace Scrutineer.Allocation.Tests.Biproportional;

/// <summary>A random table with margins of the same sum, met by some table or by none.</summary>
public sealed record RandomTable(Table<long> Votes, int[] RowSeats, int[] ColumnSeats)
{
    public override string ToString() =>
        $"{string.Join(" | ", Enumerable.Range(0, Votes.Rows).Select(r => string.Join(",", Votes.Row(r))))} for "
        + $"{string.Join(",", RowSeats)} × {string.Join(",", ColumnSeats)}";
}

public class BiproportionalPropertiesTests
{
    private static readonly Gen<long> Vote = Gen.Frequency(
        (2, Gen.Constant(0L)),
        (4, Gen.Choose(1, 4).Select(v => (long)v)),
        (3, Gen.Choose(1, 1_000_000).Select(v => (long)v))
    );

    private static readonly Arbitrary<RandomTable> Any = Shapes(3, 6);

    public static TheoryData<string> Methods() =>
        ["sainte-lague", "dhondt", "adams", "dean", "huntington-hill", "modified-sainte-lague", "danish"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Apportion_SmallTable_IsEveryBestTable(string name)
    {
        var method = DivisorMethod.Named(name)!;
        ForAll(
            Any,
            t =>
            {
                var result = new BiproportionalMethod(method).Apportion(t.Votes, [.. t.RowSeats], [.. t.ColumnSeats]);
                AssertBest(t, method, null, result);
            },
            250
        );
    }

    [Fact]
    public void Apportion_WinnerTakesOne_IsEveryBestTable() =>
        ForAll(
            Any,
            t =>
            {
                var winners = WinnerTakesOne.Of(t.Votes, [.. t.RowSeats]);
                var result = BiproportionalMethod.SainteLague.Apportion(
                    t.Votes,
                    [.. t.RowSeats],
                    [.. t.ColumnSeats],
                    winners.Minimum
                );
                AssertBest(t, DivisorMethod.SainteLague, winners.Minimum, result);
            },
            250
        );

    [Fact]
    public void Apportion_NoSolution_NamesASetThatProvesIt()
    {
        var failures = 0;
        ForAll(
            Shapes(5, 12),
            t =>
            {
                var result = BiproportionalMethod.SainteLague.Apportion(t.Votes, [.. t.RowSeats], [.. t.ColumnSeats]);
                if (result.Problem is not { } problem)
                {
                    Assert.Empty(Verifier.Verify(result.Value).Objections);
                    return;
                }

                failures++;
                Assert.Equal(BiproportionalProblemKind.NoSolution, problem.Kind);
                Assert.True(problem.Needed > problem.Available);
                Assert.Equal(problem.Needed, problem.Columns.Sum(c => t.ColumnSeats[c]));
                Assert.Equal(problem.Available, problem.Rows.Sum(r => t.RowSeats[r]));
                var elsewhere = Enumerable.Range(0, t.Votes.Rows).Except(problem.Rows).Where(r => t.RowSeats[r] > 0);
                Assert.All(elsewhere, r => Assert.All(problem.Columns, c => Assert.Equal(0, t.Votes[r, c])));
            },
            300
        );
        Assert.True(failures > 10);
    }

    [Fact]
    public void Apportion_Transposed_IsTheSameTransposed() =>
        ForAll(
            Shapes(5, 15),
            t =>
            {
                var turned = new Table<long>(
                    t.Votes.Columns,
                    t.Votes.Rows,
                    [.. Enumerable.Range(0, t.Votes.Columns).SelectMany(c => t.Votes.Column(c))]
                );
                var plain = BiproportionalMethod.SainteLague.Apportion(t.Votes, [.. t.RowSeats], [.. t.ColumnSeats]);
                var other = BiproportionalMethod.SainteLague.Apportion(turned, [.. t.ColumnSeats], [.. t.RowSeats]);
                Assert.Equal(plain.Succeeded, other.Succeeded);
                if (plain.Succeeded)
                {
                    Assert.Equal(
                        plain.Value.Seats.Cells,
                        plain.Value.Seats.Map((r, c, _) => other.Value.Seats[c, r]).Cells
                    );
                    Assert.Equal(plain.Value.Tie?.Seats, other.Value.Tie?.Seats);
                }
            },
            200
        );

    [Fact]
    public void Apportion_RowsAndColumnsScaled_IsTheSame() =>
        ForAll(
            Shapes(5, 15),
            t =>
            {
                var scaled = t.Votes.Map((r, c, v) => v * (r + 2) * ((3 * c) + 1));
                var plain = BiproportionalMethod.SainteLague.Apportion(t.Votes, [.. t.RowSeats], [.. t.ColumnSeats]);
                var other = BiproportionalMethod.SainteLague.Apportion(scaled, [.. t.RowSeats], [.. t.ColumnSeats]);
                Assert.Equal(plain.Apportionment?.Seats, other.Apportionment?.Seats);
                Assert.Equal(plain.Apportionment?.Tie, other.Apportionment?.Tie);
            },
            200
        );

    [Fact]
    public void Apportion_LargeTables_AreVerified()
    {
        var random = new Random(14);
        for (var n = 0; n < 25; n++)
        {
            var (rows, columns) = (random.Next(2, 30), random.Next(2, 40));
            var spread = n % 5 == 0 ? 3 : 1_000_000;
            var votes = new Table<long>(
                rows,
                columns,
                [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(4) == 0 ? 0L : random.Next(1, spread))]
            );
            int[] rowSeats = [.. Enumerable.Range(0, rows).Select(_ => random.Next(1, 30))];
            var sums = Enumerable.Range(0, columns).Select(c => votes.Column(c).Sum()).ToArray();
            var columnSeats = LargestRemainder.Hare.Apportion(sums, rowSeats.Sum()).Value;
            if (columnSeats.Tie is null)
            {
                var result = BiproportionalMethod.SainteLague.Apportion(votes, [.. rowSeats], columnSeats.Seats);
                Assert.Empty(Verifier.Verify(result.Value).Objections);
            }
        }
    }

    private static void AssertBest(
        RandomTable t,
        DivisorMethod method,
        Table<int>? minimum,
        BiproportionalResult result
    )
    {
        // Squares keep the order of products.
        var best = NaiveBiproportional.Best(
            method.ComparesSquares ? t.Votes.Map((_, _, v) => v * v) : t.Votes,
            t.RowSeats,
            t.ColumnSeats,
            k => Border(method.Name, k),
            minimum
        );
        Assert.Equal(best.Count > 0, result.Succeeded);
        if (result.Apportionment is not { } apportionment)
        {
            return;
        }

        Assert.Empty(Verifier.Verify(apportionment).Objections);
        Assert.Equal(
            best.Select(b => string.Join(",", b)).Order(StringComparer.Ordinal),
            Choices(apportionment).Select(b => string.Join(",", b.Seats.Cells)).Order(StringComparer.Ordinal)
        );
    }

    private static Rational Border(string name, int k) =>
        name switch
        {
            "sainte-lague" => new Rational((2 * k) + 1, 2),
            "dhondt" => k + 1,
            "adams" => k,
            "dean" => new Rational(2 * k * (k + 1), (2 * k) + 1),
            "huntington-hill" => k * (k + 1),
            "modified-sainte-lague" => k == 0 ? new Rational(7, 10) : new Rational((2 * k) + 1, 2),
            "danish" => new Rational((3 * k) + 1, 3),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown"),
        };

    /// <summary>Every full result that some lot leads to.</summary>
    private static IEnumerable<BiproportionalApportionment> Choices(BiproportionalApportionment result)
    {
        if (result.Tie is not { } tie)
        {
            yield return result;
            yield break;
        }

        for (var set = 0; set < 1 << tie.Cells.Length; set++)
        {
            var drawn = tie.Cells.Where((_, i) => (set >> i & 1) != 0);
            var resolved = result.Resolve(new BiproportionalLot(tie.Cells, [.. drawn]));
            if (resolved.Succeeded)
            {
                Assert.Empty(Verifier.Verify(resolved.Value).Objections);
                yield return resolved.Value;
            }
        }
    }

    private static Arbitrary<RandomTable> Shapes(int side, int seats) =>
        Gen.Choose(1, side)
            .SelectMany(rows => Gen.Choose(1, side).Select(columns => (rows, columns)))
            .SelectMany(shape =>
                Gen.ArrayOf(Vote, shape.rows * shape.columns)
                    .SelectMany(v =>
                        Gen.Choose(0, seats)
                            .SelectMany(n => Gen.ArrayOf(Gen.Choose(0, (shape.rows * shape.columns) - 1), n))
                            .SelectMany(cells =>
                                Gen.Choose(0, 2)
                                    .Select(shuffle => Make(shape.rows, shape.columns, v, cells, shuffle > 0))
                            )
                    )
            )
            .ToArbitrary();

    /// <summary>Margins from seats thrown into cells; mostly into cells with votes, so that a solution exists.</summary>
    private static RandomTable Make(int rows, int columns, long[] votes, int[] cells, bool solvable)
    {
        var (rowSeats, columnSeats) = (new int[rows], new int[columns]);
        foreach (var cell in cells.Where(c => !solvable || votes[c] > 0))
        {
            rowSeats[cell / columns]++;
            columnSeats[cell % columns]++;
        }

        return new RandomTable(new Table<long>(rows, columns, [.. votes]), rowSeats, columnSeats);
    }

    private static void ForAll(Arbitrary<RandomTable> tables, Action<RandomTable> property, int cases) =>
        Prop.ForAll(tables, property).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20210110, 97));
}
