using System.Collections.Immutable;
using Scrutineer.Allocation.OpenLists;
using Scrutineer.Allocation.Tests.Oracle;

namespace Scrutineer.Allocation.Tests.OpenLists;

public class OpenListRulesTests
{
    /// <summary>Dutch councils of fewer than 19 seats: more than half of the quota (Kieswet, art. P 15).</summary>
    private static readonly OpenListRules Half = new(new Rational(1, 2), Inclusive: false);

    // Kieswet, arts P 15 and P 17: exactly half of the quota of 100 is not enough.
    [Fact]
    public void Fill_ExactlyHalfOfTheQuota_IsNotMoreThanIt()
    {
        var result = Solve(Half, [60, 50, 40, 30, 20], 2, 100);
        Assert.Equal([0], result.ByPreference);
        Assert.Equal([1], result.ByListOrder);
        Assert.Equal(50, result.Needed);
        Assert.False(result.IsRankingChanged);
        Assert.Equal([0, 1], Solve(Half with { Inclusive = true }, [60, 50, 40, 30, 20], 2, 100).ByPreference);
    }

    // Czechia (zákon 247/1995 Sb., § 50): 5 % of the list's votes in the region.
    [Fact]
    public void Fill_FivePercentOfTheList_PassesTheOrder()
    {
        var rules = new OpenListRules(Rational.Parse("5%"));
        Assert.Equal([0, 4, 1], Solve(rules, [250, 15, 3, 2, 30], 3, 300).Elected);
        Assert.Equal([0, 4, 1], Solve(rules, [250, 14, 3, 2, 30], 3, 300).Elected);
        Assert.Equal([0, 4, 2], Solve(rules, [250, 14, 15, 2, 30], 3, 300).Elected);
    }

    [Theory]
    [InlineData("7%", 100)]
    [InlineData("5%", 20)]
    [InlineData("1/2", 2)]
    public void Fill_ThousandListsAtTheShare_TurnsOnOneVote(string share, int parts)
    {
        var atLeast = new OpenListRules(Rational.Parse(share));
        var moreThan = atLeast with { Inclusive = false };
        for (var n = 1L; n <= 1_000; n++)
        {
            var of = parts * ((n * 7_919) + (n * n * n * 1_000_003));
            var exact = (long)(of * atLeast.Share).Numerator;
            Assert.Equal([1], atLeast.Fill([0, exact], 1, of).ByPreference);
            Assert.Empty(moreThan.Fill([0, exact], 1, of).ByPreference);
            Assert.Empty(atLeast.Fill([0, exact - 1], 1, of).ByPreference);
            Assert.Equal([1], moreThan.Fill([0, exact + 1], 1, of).ByPreference);
        }
    }

    [Fact]
    public void Fill_CandidateWhoDied_IsPassedOver()
    {
        var result = Solve(Half, [90, 4, 70, 4], 2, 100, [0]);
        Assert.Equal([2], result.ByPreference);
        Assert.Equal([1], result.ByListOrder);
        Assert.Equal([2, 1, 3], result.Ranking);
        Assert.True(result.IsRankingChanged);
    }

    [Fact]
    public void Fill_ListExhausted_LeavesSeatsVacant()
    {
        var result = Solve(Half, [90, 4, 70], 4, 100, [1]);
        Assert.Equal([0, 2], result.Elected);
        Assert.Equal(2, result.Vacant);
    }

    [Fact]
    public void Fill_EqualsForTheLastSeat_AreDrawnOrFollowTheList()
    {
        var tied = Solve(Half, [70, 60, 80, 60, 60], 4, 100);
        Assert.Equal([2, 0], tied.ByPreference);
        Assert.Equal(new Tie([1, 3, 4], 2), tied.Tie);
        Assert.Equal(0, tied.Vacant);
        Assert.Null(tied.Resolve(new Lot([1, 3], [1, 3])));

        var drawn = tied.Resolve(new Lot([1, 3, 4], [4, 1]))!;
        Assert.Empty(Verifier.Verify(drawn).Objections);
        Assert.Equal([2, 0, 4, 1], drawn.Elected);
        Assert.Equal([2, 0, 4, 1, 3], drawn.Ranking);

        var ordered = Solve(Half with { TiesByListOrder = true }, [70, 60, 80, 60, 60], 4, 100);
        Assert.Equal([2, 0, 1, 3], ordered.Elected);
        Assert.Null(ordered.Tie);
    }

    [Fact]
    public void Fill_NoSeats_StillRanks()
    {
        var result = Solve(Half, [0, 0, 0, 0, 16], 0, new Rational(95, 3));
        Assert.Empty(result.Elected);
        Assert.Equal([4, 0, 1, 2, 3], result.Ranking);
    }

    [Fact]
    public void Fill_Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenListRules(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Half.Fill([1], -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Half.Fill([-1], 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Half.Fill([1], 1, -1));
        Assert.Throws<ArgumentException>(() => Half.Fill([1], 1, 1, [1]));
    }

    [Fact]
    public void Fill_AnyList_IsWhatTryingAllGives() =>
        Elections.ForAll(e =>
        {
            var seats = e.Seats % 6;
            ImmutableArray<int> died = e.Seats % 5 == 0 ? [e.Seats % e.Votes.Length] : [];
            var of = e.Votes.Aggregate(Rational.Zero, (s, v) => s + v);
            foreach (var rules in new[] { Half, new OpenListRules(new Rational(1, 20)), new OpenListRules(0) })
            {
                var result = Solve(rules, e.Votes, seats, of, died);
                Rational[] votes = [.. e.Votes.Select(v => (Rational)v)];
                var living = Enumerable.Range(0, votes.Length).Except(died).ToList();
                var passing = living
                    .Where(c => rules.Inclusive ? votes[c] >= of * rules.Share : votes[c] > of * rules.Share)
                    .ToList();
                var (sure, open) = NaiveRanking.Strongest(votes, passing, seats);
                Assert.Equal(sure, result.ByPreference.Order());
                Assert.Equal(open, result.Tie?.Among ?? []);
                Assert.Equal(Math.Min(seats, living.Count), seats - result.Vacant);
                Assert.DoesNotContain(result.Elected, died.Contains);

                // By the order of the list: nobody who is left out stands before somebody taken.
                var rest = living.Except(passing).ToList();
                Assert.Equal(rest.Take(result.ByListOrder.Length), result.ByListOrder);

                // The ranking has everybody alive once, and begins with the elected.
                Assert.Equal(living, result.Ranking.Order());
                if (result.Tie is null)
                {
                    Assert.Equal(result.Elected, result.Ranking.Take(result.Elected.Count()));
                }
            }
        });

    [Fact]
    public void Verify_TamperedList_IsNotConfirmed()
    {
        var result = Solve(Half, [70, 60, 80, 60, 60, 1, 1], 4, 100);
        Refused(result with { ByPreference = [0, 2] });
        Refused(result with { ByPreference = [2, 0, 1, 3], Tie = null });
        Refused(result with { Tie = new Tie([1, 3], 1) });
        Refused(result with { ByListOrder = [5] });
        Refused(result with { Base = 120 });
        Refused(result with { Base = -1 });
        Refused(result with { Died = [9] });
        Refused(result with { Seats = -1 });
        Refused(result with { Votes = result.Votes.SetItem(1, 59) });
        Refused(result with { Lot = new Lot([1, 3, 4], [1, 3]) });
        Refused(result with { Rules = Half with { TiesByListOrder = true } });

        static void Refused(OpenListResult result) => Assert.False(Verifier.Verify(result).IsConfirmed);
    }

    private static OpenListResult Solve(
        OpenListRules rules,
        long[] votes,
        int seats,
        Rational of,
        ImmutableArray<int> died = default
    )
    {
        var result = rules.Fill(votes, seats, of, died);
        Assert.Empty(Verifier.Verify(result).Objections);
        return result;
    }
}
