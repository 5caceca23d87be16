using Scrutineer.Allocation.Tests.Oracle;

namespace Scrutineer.Allocation.Tests;

public class LargestRemainderPropertiesTests
{
    public static TheoryData<string> Quotas() => [.. Quota.All.Select(q => q.Name)];

    [Theory]
    [MemberData(nameof(Quotas))]
    public void Apportion_AnyElection_AgreesWithTheSchoolbook(string name)
    {
        var method = new LargestRemainder(Quota.Named(name)!);
        Elections.ForAll(e =>
        {
            var quota = Definitions.Quota(name, e.Votes.Sum(), e.Seats);
            var result = method.Apportion(e.Votes, e.Seats);
            var bare = new int[e.Votes.Length];
            Assert.Equal(result.Succeeded, method.TryAllocate(e.Votes, e.Seats, bare, out var tied));
            if (quota.Sign == 0)
            {
                Assert.Equal(ProblemKind.NoQuota, result.Problem?.Kind);
            }
            else if (NaiveRemainders.Allocate(e.Votes, e.Seats, quota) is not { } expected)
            {
                Assert.Equal(ProblemKind.OverAward, result.Problem?.Kind);
            }
            else
            {
                Elections.AssertEqual(expected, result.Value);
                Assert.Empty(Verifier.Verify(result.Value).Objections);
                Assert.Equal(result.Value.Seats, bare);
                Assert.Equal(result.Value.Tie?.Seats ?? 0, tied);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Quotas))]
    public void Apportion_AnyOverAwardSubtracted_AgreesWithTheTable(string name)
    {
        var method = new LargestRemainder(Quota.Named(name)!, OverAward.Subtract);
        Elections.ForAll(e =>
        {
            var quota = Definitions.Quota(name, e.Votes.Sum(), e.Seats);
            if (quota.Sign > 0)
            {
                Elections.AssertEqual(
                    NaiveTable.Allocate(e.Votes, e.Seats, (v, k) => v - (k * quota)),
                    Elections.Solve(method, e.Votes, e.Seats)!
                );
            }
        });
    }

    [Fact]
    public void Apportion_Imperiali_KeepsEveryWholeQuotaWhereTheHouseMayGrow()
    {
        var method = new LargestRemainder(Quota.Imperiali, OverAward.Ignore);
        Elections.ForAll(e =>
        {
            var quota = Definitions.Quota("imperiali", e.Votes.Sum(), e.Seats);
            var result = Elections.Solve(method, e.Votes, e.Seats)!;
            Assert.All(e.Votes.Zip(result.Seats), l => Assert.True(l.Second >= (l.First / quota).Floor()));
            Assert.True(result.SeatsAwarded + (result.Tie?.Seats ?? 0) >= e.Seats);
        });
    }

    [Fact]
    public void Apportion_Hare_StaysWithinTheQuota()
    {
        Elections.ForAll(e =>
        {
            var result = Elections.Solve(LargestRemainder.Hare, e.Votes, e.Seats)!;
            for (var i = 0; i < e.Votes.Length; i++)
            {
                var share = new Rational(e.Votes[i] * (System.Numerics.BigInteger)e.Seats, e.Votes.Sum());
                Assert.InRange(result.Seats[i], share.Floor(), share.Ceiling());
            }
        });
    }

    [Fact]
    public void Apportion_BallotInAnotherOrderOrScale_GivesEachListTheSame()
    {
        Elections.ForAll(e =>
        {
            var plain = Elections.Solve(LargestRemainder.Hare, e.Votes, e.Seats)!;
            var other = Elections.Solve(LargestRemainder.Hare, [.. e.Votes.Reverse().Select(v => 5 * v)], e.Seats)!;
            Assert.Equal(plain.Seats, other.Seats.Reverse());
            Assert.Equal(plain.Tie?.Among, other.Tie?.Among.Select(i => e.Votes.Length - 1 - i).Reverse());
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(1_000_000)]
    public void Apportion_ManyLists_AgreesWithTheSchoolbook(int spread)
    {
        // Enough lists for the selection to partition, with few or many equal remainders.
        var random = new Random(spread);
        for (var run = 0; run < 20; run++)
        {
            var votes = Enumerable.Range(0, 700).Select(_ => 1_000 + random.NextInt64(spread)).ToArray();
            var seats = random.Next(1, 5_000);
            Elections.AssertEqual(
                NaiveRemainders.Allocate(votes, seats, Definitions.Quota("hare", votes.Sum(), seats))!.Value,
                Elections.Solve(LargestRemainder.Hare, votes, seats)!
            );
        }
    }
}
