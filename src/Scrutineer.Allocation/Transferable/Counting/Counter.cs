using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable.Counting;

/// <summary>The stages of a count, one after another.</summary>
internal sealed class Counter
{
    private readonly RankedBallots ballots;
    private readonly TransferRules rules;
    private readonly ImmutableArray<int> withdrawn;
    private readonly TieBreaker ties;
    private readonly Piles piles;
    private readonly List<CountStage> stages = [];
    private readonly List<int> elected = [];
    private readonly HashSet<int> excluded = [];

    /// <summary>Who receives votes.</summary>
    private readonly bool[] continuing;

    /// <summary>The elected whose surplus is still to be transferred.</summary>
    private readonly List<int> waiting = [];

    private Rational quota;

    public Counter(
        RankedBallots ballots,
        TransferRules rules,
        ImmutableArray<int> withdrawn,
        ImmutableArray<CandidateLot> lots
    )
    {
        (this.ballots, this.rules, this.withdrawn) = (ballots, rules, withdrawn);
        ties = new TieBreaker(rules.Ties, lots);
        continuing = [.. Enumerable.Range(0, ballots.Candidates).Select(c => !withdrawn.Contains(c))];
        piles = new Piles(ballots, rules, continuing);
    }

    private int Standing => ballots.Candidates - withdrawn.Length;

    private int Unfilled => rules.Seats - elected.Count;

    public CountResult Run()
    {
        if (Standing == 0)
        {
            return Result(new CountProblem(CountProblemKind.NoCandidates, "Nobody stands."));
        }

        while (TakeStage(out var problem))
        {
            if (problem is not null)
            {
                return Result(problem);
            }
        }

        return Result(
            ties.Rejected is { } rejected ? new CountProblem(CountProblemKind.LotRejected, rejected)
            : ties is { Open: null, HasLotsLeft: true }
                ? new CountProblem(CountProblemKind.LotRejected, "A lot was recorded for which no tie came up.")
            : null
        );
    }

    private CountResult Result(CountProblem? problem) =>
        new()
        {
            Rules = rules,
            Ballots = ballots,
            Withdrawn = withdrawn,
            Stages = [.. stages],
            Tie = ties.Rejected is null ? ties.Open : null,
            Problem = problem,
        };

    /// <summary>One stage; false where it is the last.</summary>
    private bool TakeStage(out CountProblem? problem)
    {
        var stage = Open();
        var decisions = ImmutableArray.CreateBuilder<TieDecision>();
        var winners = Winners(decisions);
        Elect(winners);
        ImmutableArray<int> losers = [];
        problem = null;
        if (ties.Open is null && (winners.IsEmpty || rules.Surplus == SurplusRule.LargestFirst) && NeedsExclusion())
        {
            losers = Losers(decisions, out problem);
        }

        stage = stage with { Elected = winners, Excluded = losers, Ties = decisions.ToImmutable() };
        excluded.UnionWith(losers);
        foreach (var loser in losers)
        {
            continuing[loser] = false;
        }

        var goesOn = problem is null && ties.Open is null && GoesOn(winners, losers);
        if (goesOn)
        {
            var transfers = Transfer(losers, decisions);
            stage = stage with { Transfers = transfers, Ties = decisions.ToImmutable() };
        }

        stages.Add(stage);
        return (goesOn && ties.Open is null) || problem is not null;
    }

    private CountStage Open()
    {
        var last = stages.Count == 0 ? null : stages[^1];
        var anew = (rules.QuotaEachStage && Unfilled > 0) || rules.Electing == Electing.AllWhenAllAtQuota;
        if (last is null || anew)
        {
            var active = Enumerable
                .Range(0, continuing.Length)
                .Where(c => continuing[c])
                .Aggregate(Rational.Zero, (sum, c) => sum + piles.Votes[c]);
            quota = rules.Quota.Of(active, rules.Seats);
            quota = quota < rules.MinimumVotes ? rules.MinimumVotes : quota;
        }

        var credited = piles.Votes.Aggregate(Rational.Zero, (sum, v) => sum + v);
        var loss = last is null ? Rational.Zero : last.Loss + Sum(last.Transfers, t => t.Loss);
        return new CountStage
        {
            Number = stages.Count + 1,
            Votes = [.. piles.Votes.Select((v, c) => continuing[c] || elected.Contains(c) ? v : (Rational?)null)],
            Quota = quota,
            NonTransferable = ballots.Count - credited - loss,
            Loss = loss,
        };
    }

    private ImmutableArray<int> Winners(ImmutableArray<TieDecision>.Builder decisions)
    {
        int[] candidates = [.. Hopeful().OrderByDescending(c => piles.Votes[c]).ThenBy(c => c)];
        if (candidates.Length == 0 || (rules.WriteIn is { } w && continuing[w] && piles.Votes[w].Sign > 0))
        {
            return [];
        }

        if (rules.Electing == Electing.AllWhenAllAtQuota)
        {
            return piles.Votes[candidates[^1]] >= quota ? [.. candidates] : [];
        }

        if (Unfilled <= 0)
        {
            return [];
        }

        int[] named = [.. candidates.Where(c => c != rules.WriteIn)];
        var reached =
            candidates.Length <= Unfilled ? named
            : rules.Electing == Electing.LastStanding ? []
            : [.. named.Where(c => piles.Votes[c] >= quota)];

        // In a run-off the stronger of the last two is elected, even without the quota, so that nobody is left alone.
        var lastTwo =
            rules is { Seats: 1, Surplus: SurplusRule.None, Electing: not Electing.LastStanding }
            && reached.Length == 0
            && candidates.Length == 2
            && piles.Votes[candidates[^1]] >= rules.MinimumVotes;
        if (lastTwo)
        {
            return First(named, 1, decisions);
        }

        var most = rules.Electing == Electing.FirstAtQuota ? 1 : Unfilled;
        return reached.Length <= most ? [.. reached] : First(reached, most, decisions);
    }

    /// <summary>The candidates with most votes, as many as there are places.</summary>
    private ImmutableArray<int> First(int[] candidates, int places, ImmutableArray<TieDecision>.Builder decisions)
    {
        var chosen = ImmutableArray.CreateBuilder<int>();
        while (chosen.Count < places)
        {
            var rest = candidates.Except(chosen).ToList();
            var most = rest.Max(c => piles.Votes[c]);
            var equal = rest.Where(c => piles.Votes[c] == most).ToList();
            if (equal.Count <= places - chosen.Count)
            {
                chosen.AddRange(equal.Order());
            }
            else if (Choose(TiePurpose.Election, equal, decisions) is { } winner)
            {
                chosen.Add(winner);
            }
            else
            {
                break;
            }
        }

        return chosen.ToImmutable();
    }

    private void Elect(ImmutableArray<int> winners)
    {
        foreach (var winner in winners)
        {
            elected.Add(winner);
            continuing[winner] = rules.UntilTwo;
            if (rules.Surplus != SurplusRule.None && piles.Votes[winner] > quota)
            {
                waiting.Add(winner);
            }
        }
    }

    private bool NeedsExclusion() =>
        rules.Electing == Electing.AllWhenAllAtQuota
        || (Unfilled > 0 && waiting.Count == 0)
        || (rules.UntilTwo && excluded.Count < Standing - 2);

    private ImmutableArray<int> Losers(ImmutableArray<TieDecision>.Builder decisions, out CountProblem? problem)
    {
        problem = null;
        int[] candidates = [.. Hopeful().OrderBy(c => piles.Votes[c]).ThenBy(c => c)];
        if (candidates.Length == 0)
        {
            return [];
        }

        if (rules.WriteIn is { } writeIn && continuing[writeIn] && piles.Votes[writeIn].Sign > 0)
        {
            return [writeIn];
        }

        var weak = candidates.Where(c => piles.Votes[c] < rules.MinimumVotes).Order().ToList();
        if (weak.Count > 0)
        {
            problem =
                weak.Count == candidates.Length
                    ? new CountProblem(
                        CountProblemKind.AllBelowMinimum,
                        $"All {weak.Count} candidates are below {rules.MinimumVotes} votes."
                    )
                    : null;
            return problem is null ? [.. weak] : [];
        }

        if (rules is { CutoffExclusion: true, Electing: Electing.AllWhenAllAtQuota })
        {
            var below = candidates.Where(c => piles.Votes[c] < quota).Order().ToList();
            problem =
                below.Count == candidates.Length
                    ? new CountProblem(
                        CountProblemKind.AllBelowMinimum,
                        $"All {below.Count} candidates are below {quota} votes."
                    )
                    : null;
            return problem is null ? [.. below] : [];
        }

        if (rules.KeptAfterFirst is { } kept && stages.Count == 0 && candidates.Length > kept)
        {
            var staying = First(candidates, kept, decisions);
            return ties.Open is null ? [.. candidates.Except(staying).Order()] : [];
        }

        var batch = rules.BatchExclusion ? Batch.Of(Receiving(), piles.Votes, BatchLimit()) : [];
        if (batch.Length > 1)
        {
            return [.. batch.Order()];
        }

        var last = candidates.Where(c => piles.Votes[c] == piles.Votes[candidates[0]]).ToList();
        return Choose(TiePurpose.Exclusion, last, decisions) is { } loser ? [loser] : [];
    }

    /// <summary>A batch leaves enough for the seats, and two where the count goes on to the last two.</summary>
    private int BatchLimit() =>
        rules.UntilTwo ? Standing - excluded.Count - 2 : Hopeful().Count() - Math.Max(1, Unfilled);

    private ImmutableArray<VoteTransfer> Transfer(
        ImmutableArray<int> losers,
        ImmutableArray<TieDecision>.Builder decisions
    )
    {
        if (waiting.Count == 0)
        {
            return [.. losers.Select(c => piles.Transfer(c, null, continuing))];
        }

        var most = waiting.Max(c => piles.Votes[c]);
        int[] sources =
            rules.Surplus == SurplusRule.Together ? [.. waiting]
            : Choose(TiePurpose.Surplus, waiting.Where(c => piles.Votes[c] == most), decisions) is { } first ? [first]
            : [];
        waiting.RemoveAll(sources.Contains);
        return [.. sources.Select(c => piles.Transfer(c, piles.Votes[c] - quota, continuing))];
    }

    private bool GoesOn(ImmutableArray<int> winners, ImmutableArray<int> losers)
    {
        if (stages.Count + 1 >= rules.StopAfter)
        {
            return false;
        }

        if (rules.UntilTwo)
        {
            return excluded.Count + elected.Count + 1 < Standing || !losers.IsEmpty;
        }

        if (rules.Electing == Electing.AllWhenAllAtQuota)
        {
            return winners.IsEmpty && Hopeful().Any();
        }

        return Unfilled > 0 ? Hopeful().Any() : rules.FinalTransfers && waiting.Count > 0;
    }

    private int? Choose(TiePurpose purpose, IEnumerable<int> among, ImmutableArray<TieDecision>.Builder decisions) =>
        ties.Choose(new CandidateTie(stages.Count + 1, purpose, [.. among.Order()]), stages, decisions);

    private IEnumerable<int> Receiving() => Enumerable.Range(0, continuing.Length).Where(c => continuing[c]);

    private IEnumerable<int> Hopeful() => Receiving().Where(c => !elected.Contains(c));

    private static Rational Sum(ImmutableArray<VoteTransfer> transfers, Func<VoteTransfer, Rational> figure) =>
        transfers.Aggregate(Rational.Zero, (sum, t) => sum + figure(t));
}
