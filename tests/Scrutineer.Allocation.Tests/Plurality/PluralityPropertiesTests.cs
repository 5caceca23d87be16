using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation.Plurality;
using Scrutineer.Allocation.Tests.Oracle;

namespace Scrutineer.Allocation.Tests.Plurality;

public class PluralityPropertiesTests
{
    [Fact]
    public void Elect_AnyElection_IsWhatTryingAllGives() =>
        Elections.ForAll(e =>
        {
            foreach (var share in new Rational[] { 0, new(1, 10), new(1, 4) })
            {
                var threshold = new Threshold(share, inclusive: share.Sign > 0);
                var seats = (e.Seats % 4) + 1;
                var result = new PluralityRules("any", seats, null) { Threshold = threshold }.Elect(e.Votes);
                Assert.Empty(Verifier.Verify(result).Objections);
                var admitted = threshold.Apply(e.Votes);
                var standing = Enumerable
                    .Range(0, e.Votes.Length)
                    .Where(c => share.Sign > 0 ? admitted[c] > 0 || share * e.Votes.Sum() == 0 : e.Votes[c] > 0);
                AssertStrongest(result, standing, seats);
            }
        });

    [Fact]
    public void Count_AnyBallots_AgreesWithCountingEachCross() =>
        ForAll(p =>
        {
            var ballots = Marked.Of(p.Candidates, p.Kinds);
            foreach (var seats in new[] { 1, 2, 3 })
            {
                foreach (
                    var rules in new[]
                    {
                        PluralityRules.Approval(seats),
                        PluralityRules.BlockVote(seats),
                        PluralityRules.LimitedVote(seats + 2, 2),
                        PluralityRules.SatisfactionApproval(seats),
                    }
                )
                {
                    var result = rules.Count(ballots);
                    Assert.Empty(Verifier.Verify(result).Objections);
                    var valid = p.Kinds.Where(k => k.Marks.Length >= 1 && !(k.Marks.Length > rules.MostMarks)).ToList();
                    Assert.Equal(p.Kinds.Sum(k => k.Count) - valid.Sum(k => k.Count), result.InvalidBallots);
                    for (var c = 0; c < p.Candidates; c++)
                    {
                        var naive = Rational.Zero;
                        foreach (var (marks, count) in valid.Where(k => k.Marks.Contains(c)))
                        {
                            naive += rules.IsShared ? new Rational(1, marks.Length) * count : count;
                        }

                        Assert.Equal(naive, result.Votes[c]);
                    }

                    AssertStrongest(result, Enumerable.Range(0, p.Candidates), rules.Seats);
                }
            }
        });

    [Fact]
    public void Elect_CandidatesInAnotherOrderOrVotesScaled_AreTheSame() =>
        Elections.ForAll(e =>
        {
            var rules = PluralityRules.SingleNonTransferable((e.Seats % 4) + 1);
            var plain = rules.Elect(e.Votes);
            var scaled = rules.Elect([.. e.Votes.Select(v => v * 3)]);
            Assert.Equal(plain.Elected, scaled.Elected);
            Assert.Equal(plain.Tie, scaled.Tie);
            var turned = rules.Elect([.. e.Votes.Reverse()]);
            int[] back = [.. turned.Elected.Select(c => e.Votes.Length - 1 - c)];
            Assert.Equal(plain.Elected.Order(), back.Order());
            Assert.Equal(plain.Tie?.Among, turned.Tie?.Among.Select(c => e.Votes.Length - 1 - c).Reverse());
        });

    [Fact]
    public void Elect_OneVoteMore_NeverCostsASeat() =>
        Elections.ForAll(e =>
        {
            var rules = PluralityRules.SingleNonTransferable((e.Seats % 4) + 1);
            foreach (var c in rules.Elect(e.Votes).Elected)
            {
                Assert.Contains(c, rules.Elect([.. e.Votes.Select((v, i) => i == c ? v + 1 : v)]).Elected);
            }
        });

    [Fact]
    public void Elect_SequentialApproval_AgreesWithTheDefinition() =>
        ForAll(p =>
        {
            var ballots = Marked.Of(p.Candidates, p.Kinds);
            ImmutableArray<Lot> lots = [];
            var result = SequentialApproval.Elect(ballots, 4);
            while (result.Tie is { } tie)
            {
                Assert.Empty(Verifier.Verify(result).Objections);
                lots = [.. lots, new Lot(tie.Among, [tie.Among[^1]])];
                result = SequentialApproval.Elect(ballots, 4, lots);
            }

            Assert.Empty(Verifier.Verify(result).Objections);
            Assert.Equal(lots, result.Lots);
            Assert.Equal(Math.Min(4, p.Candidates), result.Elected.Length);

            // Satisfaction of the voters: a ballot with k elected is worth 1 + 1/2 + … + 1/k. No other candidate adds more.
            for (var step = 0; step < result.Elected.Length; step++)
            {
                int[] before = [.. result.Elected.Take(step)];
                var chosen = Worth([.. before, result.Elected[step]]);
                Assert.All(
                    Enumerable.Range(0, p.Candidates).Except(before),
                    c => Assert.True(Worth([.. before, c]) <= chosen)
                );
            }

            Rational Worth(int[] elected) =>
                p.Kinds.Aggregate(
                    Rational.Zero,
                    (sum, k) =>
                        Enumerable
                            .Range(1, k.Marks.Intersect(elected).Count())
                            .Aggregate(sum, (s, e) => s + new Rational(k.Count, e))
                );
        });

    [Fact]
    public void First_AnyElection_IsWhatTryingAllGives() =>
        Elections.ForAll(e =>
        {
            var total = Sum(e.Votes);
            Rational[] votes = [.. e.Votes.Select(v => (Rational)v)];
            foreach (var places in new[] { 1, 2, 3 })
            {
                foreach (var tie in Enum.GetValues<RunoffTie>())
                {
                    int[] withdrawn = e.Seats % 3 == 0 ? [0] : [];
                    var rules = new RunoffRules { Places = places, Tie = tie };
                    var result = rules.First(e.Votes, [.. withdrawn]);
                    Assert.Empty(Verifier.Verify(result).Objections);
                    var winner = Array.FindIndex(votes, v => v * 2 > total);
                    Assert.Equal(winner >= 0 ? winner : null, result.Winner);
                    if (winner >= 0)
                    {
                        continue;
                    }

                    var standing = Enumerable.Range(0, votes.Length).Where(c => e.Votes[c] > 0).Except(withdrawn);
                    var (sure, open) = NaiveRanking.Strongest(votes, standing, places);
                    Assert.Equal(
                        (tie == RunoffTie.AllStand ? sure.Union(open) : sure).Order(),
                        result.Standing.Order()
                    );
                    Assert.Equal(tie == RunoffTie.AllStand ? [] : open, result.Tie?.Among ?? []);
                }
            }
        });

    [Fact]
    public void Verify_TamperedResult_IsNotConfirmed()
    {
        Elections.ForAll(e =>
        {
            var seats = (e.Seats % 4) + 1;
            var result = PluralityRules.SingleNonTransferable(seats).Elect(e.Votes);
            Refused(result with { Elected = [.. result.Elected, e.Votes.Length] });
            Refused(result with { Elected = [], Tie = null });
            Refused(result with { Tie = new Tie([0, e.Votes.Length], 1) });
            Refused(result with { Lot = new Lot([0], [0]) });
            Refused(result with { InvalidBallots = 1 });
            if (result.Elected.Length > 0)
            {
                Refused(result with { Elected = result.Elected[1..] });
                Refused(result with { Elected = result.Elected.SetItem(0, e.Votes.Length) });
            }

            if (result.Tie is { } tie)
            {
                Refused(result with { Elected = [.. result.Elected, .. tie.Among.Take(tie.Seats)], Tie = null });
            }

            var first = RunoffRules.TopTwo.First(e.Votes);
            Refused(first with { IsDecided = !first.IsDecided });
            Refused(first with { Winner = first.Winner is { } w ? w + 1 : 0 });
            Refused(first with { Standing = [.. first.Standing, 0, e.Votes.Length] });
            Refused(first with { Lot = new Lot([0, 1], [5]) });
        });
        ForAll(p =>
        {
            var ballots = Marked.Of(p.Candidates, p.Kinds);
            var count = PluralityRules.Approval().Count(ballots);
            Refused(count with { Votes = count.Votes.SetItem(0, count.Votes[0] + 1) });
            Refused(count with { InvalidBallots = count.InvalidBallots + 1 });
            var steps = SequentialApproval.Elect(ballots, 3);
            Refused(steps with { Seats = 7, Elected = [], Scores = [] });
            Refused(steps with { Scores = steps.Scores.SetItem(0, steps.Scores[0].SetItem(0, -1)) });
            Refused(steps with { Lots = [new Lot([0, 1], [0]), new Lot([0, 1], [0]), new Lot([0, 1], [0])] });
            if (steps.Elected.Length > 0)
            {
                Refused(steps with { Elected = steps.Elected.SetItem(0, p.Candidates) });
            }
        });

        static void Refused<T>(T result) =>
            Assert.False(
                (
                    result switch
                    {
                        PluralityResult r => Verifier.Verify(r),
                        RunoffResult r => Verifier.Verify(r),
                        SequentialApproval r => Verifier.Verify(r),
                        _ => throw new ArgumentException("unknown result", nameof(result)),
                    }
                ).IsConfirmed
            );
    }

    private static void AssertStrongest(PluralityResult result, IEnumerable<int> standing, int seats)
    {
        var (sure, open) = NaiveRanking.Strongest([.. result.Votes], standing, seats);
        Assert.Equal(sure, result.Elected.Order());
        Assert.Equal(open, result.Tie?.Among ?? []);
        Assert.Equal(Math.Min(seats, standing.Count()), result.Elected.Length + (result.Tie?.Seats ?? 0));
    }

    private static Rational Sum(IEnumerable<long> votes) => votes.Aggregate(Rational.Zero, (s, v) => s + v);

    private static void ForAll(Action<(int Candidates, (int[] Marks, long Count)[] Kinds)> property) =>
        Prop.ForAll(Marked.Any, property).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20210110, 97));
}
