using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation.Kernel;
using Scrutineer.Allocation.Tests.Oracle;

namespace Scrutineer.Allocation.Tests;

public class DivisorPropertiesTests
{
    public static TheoryData<string> Methods() => [.. DivisorMethod.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Apportion_AnyElection_AgreesWithTheTable(string name)
    {
        var method = DivisorMethod.Named(name)!;
        Elections.ForAll(e =>
        {
            if (Elections.Solve(method, e.Votes, e.Seats) is not { } result)
            {
                Assert.True(method.SeatsEveryList && e.Seats < e.Votes.Count(v => v > 0));
                return;
            }

            Elections.AssertEqual(
                NaiveTable.Allocate(e.Votes, e.Seats, (v, k) => Definitions.Quotient(name, v, k)),
                result
            );
            Assert.Equal(e.Seats, result.SeatsAwarded + (result.Tie?.Seats ?? 0));

            var bare = new int[e.Votes.Length];
            Assert.True(method.TryAllocate(e.Votes, e.Seats, bare, out var tied));
            Assert.Equal(result.Seats, bare);
            Assert.Equal(result.Tie?.Seats ?? 0, tied);
        });
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Apportion_BallotInAnotherOrder_GivesEachListTheSame(string name)
    {
        var method = DivisorMethod.Named(name)!;
        Elections.ForAll(e =>
        {
            var turned = e.Votes.Reverse().ToArray();
            var plain = Elections.Solve(method, e.Votes, e.Seats);
            var reversed = Elections.Solve(method, turned, e.Seats);
            Assert.Equal(plain?.Seats, reversed?.Seats.Reverse());
            Assert.Equal(plain?.Tie?.Among, reversed?.Tie?.Among.Select(i => turned.Length - 1 - i).Reverse());
        });
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Apportion_ScaledVotes_GivesTheSame(string name)
    {
        var method = DivisorMethod.Named(name)!;
        Elections.ForAll(e =>
        {
            var plain = Elections.Solve(method, e.Votes, e.Seats);
            var scaled = Elections.Solve(method, [.. e.Votes.Select(v => v * 7)], e.Seats);
            Assert.Equal(plain?.Seats, scaled?.Seats);
            Assert.Equal(plain?.Tie, scaled?.Tie);
        });
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Apportion_OneSeatMore_TakesFromNobody(string name)
    {
        var method = DivisorMethod.Named(name)!;
        Elections.ForAll(
            e =>
            {
                if (
                    Elections.Solve(method, e.Votes, e.Seats) is { } small
                    && Elections.Solve(method, e.Votes, e.Seats + 1) is { } large
                )
                {
                    Assert.All(small.Seats.Zip(large.Seats), s => Assert.True(s.First <= s.Second));
                }
            },
            300
        );
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Apportion_OtherVotes_NeverMoveASeatAgainstTheRatio(string name)
    {
        // Population monotonicity (Balinski and Young 1982, app. A): if list i has gained on list j, it is not
        // i that loses a seat while j gains one.
        var method = DivisorMethod.Named(name)!;
        Elections.ForAll(e =>
        {
            var later = e.Votes.Select((v, i) => v == 0 ? 0 : v + (i * 31 % 7) + (v / (i + 3))).ToArray();
            var before = Elections.Solve(method, e.Votes, e.Seats);
            var after = Elections.Solve(method, later, e.Seats);
            if (before is not { Tie: null } || after is not { Tie: null })
            {
                return;
            }

            for (var i = 0; i < later.Length; i++)
            {
                for (var j = 0; j < later.Length; j++)
                {
                    if ((Int128)later[i] * e.Votes[j] >= (Int128)e.Votes[i] * later[j])
                    {
                        Assert.False(after.Seats[i] < before.Seats[i] && after.Seats[j] > before.Seats[j]);
                    }
                }
            }
        });
    }

    /// <summary>
    /// What each method makes least between any two lists (Huntington 1928; Balinski and Young 1982, app. A, p. 101): no
    /// seat can be moved from one to the other so that the difference becomes smaller.
    /// </summary>
    [Theory]
    [InlineData("dhondt")]
    [InlineData("sainte-lague")]
    [InlineData("huntington-hill")]
    [InlineData("dean")]
    [InlineData("adams")]
    public void Apportion_AnyTransfer_DoesNotLessenTheInequality(string name)
    {
        var method = DivisorMethod.Named(name)!;
        Elections.ForAll(e =>
        {
            if (Elections.Solve(method, e.Votes, e.Seats) is not { Tie: null } result)
            {
                return;
            }

            for (var i = 0; i < e.Votes.Length; i++)
            {
                for (var j = 0; j < e.Votes.Length; j++)
                {
                    var (vi, vj, ki, kj) = (e.Votes[i], e.Votes[j], result.Seats[i], result.Seats[j]);

                    // With no seat there is no number of votes a seat.
                    if (vi > 0 && vj > 0 && kj > 1 && ki > 0)
                    {
                        Assert.True(Inequality(name, vi, ki, vj, kj) <= Inequality(name, vi, ki + 1, vj, kj - 1));
                    }
                }
            }
        });
    }

    /// <summary>The amount of inequality between two lists with votes v, w and seats a, b.</summary>
    private static Rational Inequality(string name, Rational v, Rational a, Rational w, Rational b)
    {
        // The first is the list that is better off.
        if (a / v < b / w)
        {
            (v, a, w, b) = (w, b, v, a);
        }

        return name switch
        {
            "dhondt" => (a * w / v) - b,
            "sainte-lague" => (a / v) - (b / w),
            "huntington-hill" => (a / v / (b / w)) - 1,
            "dean" => (w / b) - (v / a),
            "adams" => a - (b * v / w),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown"),
        };
    }

    [Fact]
    public void Apportion_AnySequence_AgreesWithTheTable()
    {
        var sequences =
            from first in Gen.Choose(0, 30)
            from steps in Gen.ArrayOf(Gen.Choose(1, 12), 41)
            from unit in Gen.Choose(1, 9)
            select steps
                .Aggregate(
                    new List<Rational> { new(first, unit) },
                    (d, step) => [.. d, d[^1] + new Rational(step, unit)]
                )
                .ToArray();
        Prop.ForAll(
                sequences
                    .SelectMany(d => Elections.Any.Generator.Select(e => (Divisors: d, Election: e)))
                    .ToArbitrary(),
                c =>
                {
                    var (divisors, e) = c;
                    var result = Elections.Solve(DivisorMethod.Listed("any", divisors), e.Votes, e.Seats);
                    var listed = e.Votes.Count(v => v > 0);
                    if (divisors[0].Sign == 0 && e.Seats < listed)
                    {
                        Assert.Null(result);
                        return;
                    }

                    Elections.AssertEqual(
                        NaiveTable.Allocate(e.Votes, e.Seats, (v, k) => divisors[k].Sign == 0 ? null : v / divisors[k]),
                        result!
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20210110, 97));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Certificate_Untied_HoldsTheShortestDivisor(string name)
    {
        var method = DivisorMethod.Named(name)!;
        Elections.ForAll(e =>
        {
            if (
                Elections.Solve(method, e.Votes, e.Seats)
                is not { Tie: null, Certificate: DivisorCertificate { High: { } high, Divisor: { } divisor } c }
            )
            {
                return;
            }

            // No number with one significant digit less lies in the interval: the two nearest to the divisor do not.
            var digits = Digits(divisor, out var unit);
            if (digits > 1)
            {
                var coarse = (divisor / (unit * 10)).Floor() * unit * 10;
                Assert.All(
                    [coarse, coarse + (unit * 10)],
                    x => Assert.False(Power(x) > c.Low && Power(x) < high, $"{x} is shorter than {divisor}")
                );
            }

            Rational Power(Rational x) => c.Squared ? x * x : x;
        });
    }

    [Fact]
    public void Settle_AnyStart_EndsInTheSameSeats()
    {
        // The jump decides the time, never the seats.
        Elections.ForAll(e =>
        {
            var expected = Elections.Solve(DivisorMethod.SainteLague, e.Votes, e.Seats)!;
            var election = new Election(e.Votes, e.Seats);
            var order = new Sequences.AffineOrder(1, 3, 2);
            foreach (var start in new[] { 0, 1, e.Seats })
            {
                var held = e.Votes.Select(v => v > 0 ? start : 0).ToArray();
                Assert.Equal(expected.Tie?.Seats ?? 0, Step.Settle(order, election, held));
                Assert.Equal(expected.Seats, held);
            }

            var lopsided = new int[e.Votes.Length];
            lopsided[Array.FindLastIndex(e.Votes, v => v > 0)] = e.Seats;
            Step.Settle(order, election, lopsided);
            Assert.Equal(expected.Seats, lopsided);
        });
    }

    [Fact]
    public void Apportion_ManyLists_AgreesWithTheTable()
    {
        var random = new Random(11);
        foreach (var spread in new[] { 1, 3, 50, 1_000_000 })
        {
            var votes = Enumerable.Range(0, 120).Select(_ => 1_000_000_000L + random.NextInt64(spread)).ToArray();
            foreach (var method in DivisorMethod.All)
            {
                var result = Elections.Solve(method, votes, 175)!;
                Elections.AssertEqual(
                    NaiveTable.Allocate(votes, 175, (v, k) => Definitions.Quotient(method.Name, v, k), _ => 0, _ => 4),
                    result
                );
            }
        }
    }

    private static int Digits(Rational value, out Rational unit)
    {
        unit = Rational.One;
        while (!(value / unit).IsWhole)
        {
            unit /= 10;
        }

        while ((value / unit / 10).IsWhole)
        {
            unit *= 10;
        }

        return (value / unit).Numerator.ToString().Length;
    }
}
