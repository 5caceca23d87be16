using Scrutineer.Allocation.Tests.Oracle;

namespace Scrutineer.Allocation.Tests;

public class QuotaMethodTests
{
    [Fact]
    public void Apportion_SteepBallot_KeepsEveryListWithinItsQuota()
    {
        // D'Hondt gives the largest list 54 seats of an ideal share of 51.17; the quota method stops at 52.
        long[] votes = [5117, 1100, 1090, 1085, 1080, 528];
        var result = QuotaMethod.BalinskiYoung.Apportion(votes, 100).Value;
        Assert.Equal(100, result.SeatsAwarded);
        Assert.InRange(result.Seats[0], 51, 52);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Apportion_OneSeatMore_DoesNotTakeOneAsHareDoes()
    {
        // The Alabama paradox in small: with Hare the third list falls from 2 of 10 seats to 1 of 11.
        long[] votes = [6, 6, 2];
        Assert.Equal([4, 4, 2], LargestRemainder.Hare.Apportion(votes, 10).Value.Seats);
        Assert.Equal([5, 5, 1], LargestRemainder.Hare.Apportion(votes, 11).Value.Seats);
        var ten = QuotaMethod.BalinskiYoung.Apportion(votes, 10).Value;
        var eleven = QuotaMethod.BalinskiYoung.Apportion(votes, 11).Value;
        Assert.All(ten.Seats.Zip(eleven.Seats), s => Assert.True(s.First <= s.Second));
    }

    [Fact]
    public void Apportion_NoVotes_IsAProblem()
    {
        Assert.Equal(ProblemKind.NoVotes, QuotaMethod.BalinskiYoung.Apportion([0], 1).Problem?.Kind);
        Assert.Equal([0], QuotaMethod.BalinskiYoung.Apportion([0], 0).Value.Seats);
    }

    [Fact]
    public void Apportion_InterlockingTies_AreSaidNotGuessed()
    {
        // V = 6, S = 4. The two large lists have one seat each; seat 3 is between the small ones; for seat 4 the large
        // ones are eligible again, equal to the small list that lost. So both large lists cannot win, any other pair can.
        var result = QuotaMethod.BalinskiYoung.Apportion([1, 1, 2, 2], 4);
        Assert.Equal(ProblemKind.InterlockingTies, result.Problem?.Kind);
        Assert.Contains("Seats 3, 4", result.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apportion_EverySmallElection_HasTheOutcomesOfAllLots()
    {
        var solved = 0;
        var tied = 0;
        foreach (var votes in SmallBallots())
        {
            for (var seats = 1; seats <= 9; seats++)
            {
                var outcomes = NaiveQuotaMethod.Outcomes(votes, seats, out var vectors);
                var result = QuotaMethod.BalinskiYoung.Apportion(votes, seats);
                if (!result.Succeeded)
                {
                    Assert.Equal(ProblemKind.InterlockingTies, result.Problem.Kind);
                    Assert.False(IsOneTie(vectors));
                    continue;
                }

                var actual = result.Value;
                Assert.Empty(Verifier.Verify(actual).Objections);
                Assert.True(outcomes.SetEquals(Expand(actual).Select(v => string.Join(",", v))));
                solved++;
                tied += actual.Tie is null ? 0 : 1;
            }
        }

        Assert.True(solved > 2_000 && tied > 300, $"{solved} solved, {tied} tied");
    }

    [Fact]
    public void Apportion_AnyElection_StaysWithinTheQuotaAndIsVerified()
    {
        Elections.ForAll(e =>
        {
            if (Elections.Solve(QuotaMethod.BalinskiYoung, e.Votes, e.Seats) is not { } result)
            {
                return;
            }

            for (var i = 0; i < e.Votes.Length; i++)
            {
                var share = new Rational(e.Votes[i] * (System.Numerics.BigInteger)e.Seats, e.Votes.Sum());
                Assert.InRange(
                    result.Seats[i],
                    result.Tie is null ? share.Floor() : share.Floor() - 1,
                    share.Ceiling()
                );
            }
        });
    }

    [Fact]
    public void Apportion_AnyHouse_GrowsWithoutTakingFromAnybody() =>
        Elections.ForAll(e =>
        {
            if (
                Elections.Solve(QuotaMethod.BalinskiYoung, e.Votes, e.Seats) is { } small
                && Elections.Solve(QuotaMethod.BalinskiYoung, e.Votes, e.Seats + 1) is { } large
            )
            {
                Assert.All(small.Seats.Zip(large.Seats), s => Assert.True(s.First <= s.Second));
            }
        });

    [Fact]
    public void Apportion_BallotInAnotherOrderOrScale_GivesEachListTheSame() =>
        Elections.ForAll(e =>
        {
            var plain = Elections.Solve(QuotaMethod.BalinskiYoung, e.Votes, e.Seats);
            var scaled = Elections.Solve(QuotaMethod.BalinskiYoung, [.. e.Votes.Select(v => v * 7)], e.Seats);
            var turned = Elections.Solve(QuotaMethod.BalinskiYoung, [.. e.Votes.Reverse()], e.Seats);
            Assert.Equal(plain?.Seats, scaled?.Seats);
            Assert.Equal(plain?.Tie, scaled?.Tie);
            Assert.Equal(plain?.Seats, turned?.Seats.Reverse());
            Assert.Equal(plain?.Tie?.Among, turned?.Tie?.Among.Select(i => e.Votes.Length - 1 - i).Reverse());
        });

    private static IEnumerable<long[]> SmallBallots()
    {
        for (long a = 1; a <= 9; a++)
        {
            for (var b = a; b <= 9; b++)
            {
                yield return [a, b];
                for (var c = b; c <= 9; c++)
                {
                    yield return [c, a, b];
                    for (var d = c; d <= 7; d++)
                    {
                        yield return [a, d, b, c];
                    }
                }
            }
        }
    }

    /// <summary>Every vector that a result leaves possible.</summary>
    private static IEnumerable<int[]> Expand(Apportionment result)
    {
        if (result.Tie is not { } tie)
        {
            return
            [
                [.. result.Seats],
            ];
        }

        return Enumerable
            .Range(0, 1 << tie.Among.Length)
            .Where(set => System.Numerics.BitOperations.PopCount((uint)set) == tie.Seats)
            .Select(set =>
            {
                var seats = result.Seats.ToArray();
                for (var m = 0; m < tie.Among.Length; m++)
                {
                    seats[tie.Among[m]] += (set >> m) & 1;
                }

                return seats;
            });
    }

    /// <summary>Whether the vectors are "any so many of these lists".</summary>
    private static bool IsOneTie(List<int[]> vectors)
    {
        var lists = Enumerable.Range(0, vectors[0].Length).ToList();
        var least = lists.Select(i => vectors.Min(v => v[i])).ToArray();
        var open = lists.Count(i => vectors.Exists(v => v[i] > least[i]));
        var seats = vectors[0].Sum() - least.Sum();
        long combinations = 1;
        for (var k = 0; k < seats; k++)
        {
            combinations = combinations * (open - k) / (k + 1);
        }

        return combinations == vectors.Count && vectors.TrueForAll(v => lists.TrueForAll(i => v[i] - least[i] <= 1));
    }
}
