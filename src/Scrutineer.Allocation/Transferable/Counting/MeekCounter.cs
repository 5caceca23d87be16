using System.Collections.Immutable;
using System.Numerics;

namespace Scrutineer.Allocation.Transferable.Counting;

/// <summary>The stages of Meek's method, in whole numbers of 10^−decimals.</summary>
internal sealed class MeekCounter
{
    private readonly RankedBallots ballots;
    private readonly MeekRules rules;
    private readonly ImmutableArray<int> withdrawn;
    private readonly Preferences preferences;
    private readonly TieBreaker ties;
    private readonly List<MeekStage> stages = [];

    /// <summary>The stages as those of other counts, for ties that look back.</summary>
    private readonly List<CountStage> history = [];
    private readonly List<int> elected = [];
    private readonly List<int> hopeful;
    private readonly ulong one;
    private readonly ulong[] keep;
    private readonly long[] votes;
    private long rest;

    public MeekCounter(
        RankedBallots ballots,
        MeekRules rules,
        ImmutableArray<int> withdrawn,
        ImmutableArray<CandidateLot> lots
    )
    {
        (this.ballots, this.rules, this.withdrawn) = (ballots, rules, withdrawn);
        preferences = new Preferences(ballots, rules.Ballots);
        ties = new TieBreaker(rules.Ties, lots);
        hopeful = [.. Enumerable.Range(0, ballots.Candidates).Except(withdrawn)];
        one = (ulong)BigInteger.Pow(10, rules.Decimals);
        keep = new ulong[ballots.Candidates];
        hopeful.ForEach(c => keep[c] = one);
        votes = new long[ballots.Candidates];
    }

    public MeekResult Run()
    {
        if (hopeful.Count == 0)
        {
            return Result([], new CountProblem(CountProblemKind.NoCandidates, "Nobody stands."));
        }

        while (elected.Count < rules.Seats && elected.Count + hopeful.Count > rules.Seats)
        {
            if (!TakeStage())
            {
                return Result(
                    [],
                    ties.Rejected is { } rejected ? new CountProblem(CountProblemKind.LotRejected, rejected) : null
                );
            }
        }

        return Result(
            elected.Count < rules.Seats ? [.. hopeful] : [],
            ties.HasLotsLeft
                ? new CountProblem(CountProblemKind.LotRejected, "A lot was recorded for which no tie came up.")
                : null
        );
    }

    private MeekResult Result(ImmutableArray<int> last, CountProblem? problem) =>
        new()
        {
            Rules = rules,
            Ballots = ballots,
            Withdrawn = withdrawn,
            Stages = [.. stages],
            ElectedAtEnd = last,
            Tie = ties.Rejected is null ? ties.Open : null,
            Problem = problem,
        };

    /// <summary>Iterates until somebody has the quota or the surplus is spent; then the last is excluded.</summary>
    private bool TakeStage()
    {
        var omega = (rules.Omega * new BigInteger(one)).Ceiling();
        Int128 before = 0;
        for (var iteration = 1; ; iteration++)
        {
            Distribute();
            var quota = Quota();
            List<int> winners = [.. hopeful.Where(c => votes[c] >= quota)];
            var surplus = Surplus(quota, winners);
            var spent = surplus < omega || (iteration > 1 && surplus >= before);
            if (winners.Count > 0 || spent)
            {
                return Close(Describe(iteration, quota, surplus), winners, surplus);
            }

            before = surplus;
            foreach (var c in elected)
            {
                // Rounded up twice: keep·quota, then over the votes. Nobody keeps more than all of a vote.
                var product = CeilingOver((UInt128)keep[c] * (ulong)quota, one);
                keep[c] = (ulong)UInt128.Min(one, CeilingOver(product * one, (ulong)votes[c]));
            }
        }
    }

    /// <summary>Every candidate in the order of a ballot keeps a share of what is left of it, rounded up.</summary>
    private void Distribute()
    {
        Array.Clear(votes);
        rest = 0;
        for (var kind = 0; kind < ballots.Kinds; kind++)
        {
            var left = one;
            var count = ballots.CountOf(kind);
            foreach (var candidate in preferences.Order(kind))
            {
                var kept = ((left * keep[candidate]) + one - 1) / one;
                votes[candidate] += (long)kept * count;
                left -= kept;
                if (left == 0)
                {
                    break;
                }
            }

            rest += (long)left * count;
        }
    }

    private long Quota()
    {
        Int128 total = 0;
        foreach (var v in votes)
        {
            total += v;
        }

        return (long)(total / (rules.Seats + 1)) + 1;
    }

    private Int128 Surplus(long quota, List<int> winners)
    {
        Int128 surplus = 0;
        foreach (var c in elected.Concat(winners))
        {
            surplus += votes[c] - quota;
        }

        return Int128.Max(0, surplus);
    }

    private bool Close(MeekStage stage, List<int> winners, Int128 surplus)
    {
        var decisions = ImmutableArray.CreateBuilder<TieDecision>();
        if (winners.Count > 0)
        {
            stage = stage with { Elected = [.. winners.OrderByDescending(c => votes[c]).ThenBy(c => c)] };
            elected.AddRange(stage.Elected);
            hopeful.RemoveAll(winners.Contains);
        }
        else
        {
            // Whoever is behind by no more than the surplus still to be spent is as good as equal.
            var least = hopeful.Min(c => votes[c]);
            var tie = new CandidateTie(
                stage.Number,
                TiePurpose.Exclusion,
                [.. hopeful.Where(c => votes[c] - least <= surplus)]
            );
            if (ties.Choose(tie, history, decisions) is { } loser)
            {
                stage = stage with { Excluded = [loser], Ties = decisions.ToImmutable() };
                hopeful.Remove(loser);
                keep[loser] = 0;
            }
        }

        stages.Add(stage);
        history.Add(
            new CountStage
            {
                Number = stage.Number,
                Votes = [.. stage.Votes.Select(v => (Rational?)v)],
                Quota = stage.Quota,
                NonTransferable = stage.NonTransferable,
                Loss = 0,
            }
        );
        return ties.Open is null;
    }

    private MeekStage Describe(int iterations, long quota, Int128 surplus) =>
        new()
        {
            Number = stages.Count + 1,
            Iterations = iterations,
            KeepFactors = [.. keep.Select(k => new Rational(k, one))],
            Votes = [.. votes.Select(v => new Rational(v, one))],
            NonTransferable = new Rational(rest, one),
            Quota = new Rational(quota, one),
            Surplus = new Rational((BigInteger)surplus, one),
        };

    private static UInt128 CeilingOver(UInt128 numerator, ulong denominator) =>
        (numerator + denominator - 1) / denominator;
}
