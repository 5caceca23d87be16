using System.Collections.Immutable;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>Whether those are elected, and excluded, at a stage whom the rules say.</summary>
internal sealed class CountDecisions(
    CountResult result,
    CountStage stage,
    bool[] receives,
    HashSet<int> elected,
    bool surplusWaits
)
{
    private readonly TransferRules rules = result.Rules;
    private readonly List<int> hopeful =
    [
        .. Enumerable.Range(0, receives.Length).Where(c => receives[c] && !elected.Contains(c)),
    ];

    private int Unfilled => rules.Seats - elected.Count;

    private bool IsTiedHere => result.Tie?.Stage == stage.Number;

    public void Check(ImmutableArray<string>.Builder objections)
    {
        if (stage.Quota != Quota())
        {
            objections.Add($"Stage {stage.Number}: the quota is {Quota()}, not {stage.Quota}.");
        }

        CheckTies(objections);
        var (sure, pool, places) = Winners();
        if (!Fits(stage.Elected, sure, pool, places, TiePurpose.Election))
        {
            objections.Add($"Stage {stage.Number}: [{string.Join(", ", stage.Elected)}] are not those to be elected.");
        }

        var (gone, last, count) = Losers();
        if (!Fits(stage.Excluded, gone, last, count, TiePurpose.Exclusion))
        {
            objections.Add(
                $"Stage {stage.Number}: [{string.Join(", ", stage.Excluded)}] are not those to be excluded."
            );
        }
    }

    private Rational Quota()
    {
        var anew = (rules.QuotaEachStage && Unfilled > 0) || rules.Electing == Electing.AllWhenAllAtQuota;
        if (stage.Number > 1 && !anew)
        {
            return result.Stages[stage.Number - 2].Quota;
        }

        var votes = Enumerable
            .Range(0, receives.Length)
            .Where(c => receives[c])
            .Aggregate(Rational.Zero, (sum, c) => sum + Of(c));
        var quota = rules.Quota.Of(votes, rules.Seats);
        return quota < rules.MinimumVotes ? rules.MinimumVotes : quota;
    }

    /// <summary>Those surely elected, those between whom a tie lies, and how many of these are elected.</summary>
    private (List<int> Sure, List<int> Pool, int Places) Winners()
    {
        var writeInLives = rules.WriteIn is { } w && receives[w] && Of(w).Sign > 0;
        if (hopeful.Count == 0 || writeInLives)
        {
            return ([], [], 0);
        }

        if (rules.Electing == Electing.AllWhenAllAtQuota)
        {
            return hopeful.TrueForAll(c => Of(c) >= stage.Quota) ? (hopeful, [], 0) : ([], [], 0);
        }

        if (Unfilled <= 0)
        {
            return ([], [], 0);
        }

        var named = hopeful.FindAll(c => c != rules.WriteIn);
        var reached =
            hopeful.Count <= Unfilled ? named
            : rules.Electing == Electing.LastStanding ? []
            : named.FindAll(c => Of(c) >= stage.Quota);
        var runOff =
            rules is { Seats: 1, Surplus: SurplusRule.None, Electing: not Electing.LastStanding }
            && reached.Count == 0
            && hopeful.Count == 2
            && hopeful.TrueForAll(c => Of(c) >= rules.MinimumVotes);
        var places = runOff || rules.Electing == Electing.FirstAtQuota ? 1 : Unfilled;
        return Strongest(runOff ? named : reached, places);
    }

    /// <summary>Likewise those excluded.</summary>
    private (List<int> Sure, List<int> Pool, int Places) Losers()
    {
        var rest = hopeful.Except(stage.Elected).ToList();
        var filled = elected.Count + stage.Elected.Length >= rules.Seats;
        var surplus =
            surplusWaits || (rules.Surplus != SurplusRule.None && stage.Elected.Any(c => Of(c) > stage.Quota));
        var goesOn =
            rules.Electing == Electing.AllWhenAllAtQuota
            || (!filled && !surplus)
            || (rules.UntilTwo && Excluded() < receives.Length - result.Withdrawn.Length - 2);
        if (
            rest.Count == 0
            || !goesOn
            || (!stage.Elected.IsEmpty && rules.Surplus != SurplusRule.LargestFirst)
            || result.Problem?.Kind == CountProblemKind.AllBelowMinimum && stage == result.Stages[^1]
            || (IsTiedHere && result.Tie!.Purpose == TiePurpose.Election)
        )
        {
            return ([], [], 0);
        }

        if (rules.WriteIn is { } w && receives[w] && Of(w).Sign > 0)
        {
            return ([w], [], 0);
        }

        var weak = rest.FindAll(c => Of(c) < rules.MinimumVotes);
        if (weak.Count > 0)
        {
            return (weak, [], 0);
        }

        if (rules is { CutoffExclusion: true, Electing: Electing.AllWhenAllAtQuota })
        {
            return (rest.FindAll(c => Of(c) < stage.Quota), [], 0);
        }

        if (rules.KeptAfterFirst is { } kept && stage.Number == 1 && rest.Count > kept)
        {
            var (staying, pool, places) = Strongest(rest, kept);
            return (rest.Except(staying).Except(pool).ToList(), pool, pool.Count - places);
        }

        var batch = rules.BatchExclusion ? LargestBatch() : [];
        if (batch.Count > 1)
        {
            return (batch, [], 0);
        }

        var least = rest.Min(Of);
        return ([], rest.FindAll(c => Of(c) == least), 1);
    }

    /// <summary>The strongest for some places, with the tie for the last of them.</summary>
    private (List<int> Sure, List<int> Pool, int Places) Strongest(List<int> candidates, int places)
    {
        if (candidates.Count <= places)
        {
            return (candidates, [], 0);
        }

        var border = candidates.Select(Of).OrderDescending().ElementAt(places - 1);
        var sure = candidates.FindAll(c => Of(c) > border);
        return (sure, candidates.FindAll(c => Of(c) == border), places - sure.Count);
    }

    /// <summary>The largest set from below whose votes together are fewer than those of the next candidate.</summary>
    private List<int> LargestBatch()
    {
        var order = Enumerable
            .Range(0, receives.Length)
            .Where(c => receives[c] && (rules.UntilTwo || !stage.Elected.Contains(c)))
            .OrderBy(Of)
            .ToList();
        var limit = rules.UntilTwo
            ? receives.Length - result.Withdrawn.Length - Excluded() - 2
            : order.Count - Math.Max(1, Unfilled - stage.Elected.Length);
        for (var size = Math.Min(order.Count - 1, limit); size > 0; size--)
        {
            var sum = order.Take(size).Aggregate(Rational.Zero, (s, c) => s + Of(c));
            if (sum < Of(order[size]))
            {
                return order[..size];
            }
        }

        return [];
    }

    private int Excluded() => result.Stages.Take(stage.Number - 1).Sum(s => s.Excluded.Length);

    private bool Fits(ImmutableArray<int> chosen, List<int> sure, List<int> pool, int places, TiePurpose purpose)
    {
        var rest = chosen.Except(sure).ToList();
        var pending = IsTiedHere && (result.Tie!.Purpose == purpose || rules.KeptAfterFirst is not null);
        if (pending && chosen.Length == 0)
        {
            return true;
        }

        return chosen.Distinct().Count() == chosen.Length
            && !sure.Except(chosen).Any()
            && !rest.Except(pool).Any()
            && (rest.Count == places || (pending && rest.Count < places));
    }

    /// <summary>Each decision is between candidates with equal votes, by a rule of the count that says so.</summary>
    private void CheckTies(ImmutableArray<string>.Builder objections)
    {
        foreach (var decision in stage.Ties)
        {
            var (tie, among) = (decision.Tie, decision.Tie.Among);
            var equal =
                tie.Stage == stage.Number
                && among.Length > 1
                && among.All(c => c >= 0 && c < receives.Length && Of(c) == Of(among[0]))
                && among.Contains(decision.Chosen)
                && rules.Ties.Contains(decision.By);
            if (!equal || !Follows(decision))
            {
                objections.Add($"Stage {stage.Number}: the tie is not decided for candidate {decision.Chosen} so.");
            }
        }
    }

    private bool Follows(TieDecision decision)
    {
        IEnumerable<int> left = decision.Tie.Among;
        foreach (var rule in rules.Ties.TakeWhile(r => r != decision.By).Append(decision.By))
        {
            var earlier = result.Stages.Take(stage.Number - 1);
            left = rule switch
            {
                TieRule.LatestDifference => Narrow(left, earlier.Reverse()),
                TieRule.EarliestDifference => Narrow(left, earlier),
                TieRule.CandidateOrder => [decision.Tie.Purpose == TiePurpose.Exclusion ? left.Max() : left.Min()],
                _ => rule == decision.By && left.Contains(decision.Chosen) ? [decision.Chosen] : left,
            };
        }

        return left.SequenceEqual([decision.Chosen]);

        IEnumerable<int> Narrow(IEnumerable<int> among, IEnumerable<CountStage> stages)
        {
            List<int> rest = [.. among];
            foreach (var earlier in stages)
            {
                var ordered = rest.OrderBy(c => earlier.Votes[c] ?? Rational.Zero).ToList();
                var best = decision.Tie.Purpose == TiePurpose.Exclusion ? ordered[0] : ordered[^1];
                rest.RemoveAll(c => (earlier.Votes[c] ?? Rational.Zero) != (earlier.Votes[best] ?? Rational.Zero));
            }

            return rest;
        }
    }

    private Rational Of(int candidate) => stage.Votes[candidate] ?? Rational.Zero;
}
