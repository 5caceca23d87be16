using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable.Counting;

/// <summary>Decides ties by the rules in turn.</summary>
internal sealed class TieBreaker(ImmutableArray<TieRule> rules, ImmutableArray<CandidateLot> lots)
{
    private int lotsUsed;

    /// <summary>The tie that nothing decides; null so far.</summary>
    public CandidateTie? Open { get; private set; }

    /// <summary>What is wrong with a lot; null for nothing.</summary>
    public string? Rejected { get; private set; }

    /// <summary>Whether recorded lots are left over.</summary>
    public bool HasLotsLeft => lotsUsed < lots.Length;

    /// <summary>The candidate chosen among the tied; null where nothing decides.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="earlier">The stages before this one.</param>
    /// <param name="decisions">Receives the decision, where there was a tie.</param>
    public int? Choose(
        CandidateTie tie,
        IReadOnlyList<CountStage> earlier,
        ImmutableArray<TieDecision>.Builder decisions
    )
    {
        if (tie.Among.Length == 1)
        {
            return tie.Among[0];
        }

        var left = tie.Among;
        foreach (var rule in rules)
        {
            int? stage = null;
            switch (rule)
            {
                case TieRule.LatestDifference:
                    left = ByStages(tie.Purpose, left, earlier.Reverse(), out stage);
                    break;
                case TieRule.EarliestDifference:
                    left = ByStages(tie.Purpose, left, earlier, out stage);
                    break;
                case TieRule.CandidateOrder:
                    left = [tie.Purpose == TiePurpose.Exclusion ? left[^1] : left[0]];
                    break;
                default:
                    left = Drawn(left);
                    break;
            }

            if (left.Length == 1)
            {
                decisions.Add(new TieDecision(tie, left[0], rule, stage));
                return left[0];
            }
        }

        Open = tie with { Among = left };
        return null;
    }

    /// <summary>Those who had most votes, or for an exclusion fewest, at the first of the stages where they differed.</summary>
    private static ImmutableArray<int> ByStages(
        TiePurpose purpose,
        ImmutableArray<int> among,
        IEnumerable<CountStage> stages,
        out int? deciding
    )
    {
        deciding = null;
        foreach (var stage in stages)
        {
            var votes = among.Select(c => stage.Votes[c] ?? Rational.Zero);
            var best = purpose == TiePurpose.Exclusion ? votes.Min() : votes.Max();
            among = [.. among.Where(c => (stage.Votes[c] ?? Rational.Zero) == best)];
            if (among.Length == 1)
            {
                deciding = stage.Number;
                break;
            }
        }

        return among;
    }

    private ImmutableArray<int> Drawn(ImmutableArray<int> among)
    {
        if (!HasLotsLeft)
        {
            return among;
        }

        var lot = lots[lotsUsed++];
        if (lot.Among.Order().SequenceEqual(among) && among.Contains(lot.Chosen))
        {
            return [lot.Chosen];
        }

        Rejected =
            $"Lot {lotsUsed} was drawn among candidates [{string.Join(", ", lot.Among)}] for {lot.Chosen}, but the tie is "
            + $"among [{string.Join(", ", among)}].";
        return among;
    }
}
