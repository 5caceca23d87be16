using System.Collections.Immutable;
using System.Numerics;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>
/// A count of transferable votes, done again ballot by ballot: every kind has a weight and a holder, found each time by
/// reading it from its first rank. The decisions of each stage are judged by <see cref="CountDecisions"/>.
/// </summary>
internal sealed class CountCheck
{
    private readonly CountResult result;
    private readonly ImmutableArray<string>.Builder objections;
    private readonly Rational[] weight;
    private readonly int?[] holder;
    private readonly bool[] receives;
    private readonly Rational?[] kept;
    private readonly HashSet<int> excluded = [];
    private readonly HashSet<int> elected = [];
    private readonly List<int> waiting = [];

    private CountCheck(CountResult result, ImmutableArray<string>.Builder objections)
    {
        (this.result, this.objections) = (result, objections);
        var candidates = result.Ballots.Candidates;
        weight = [.. Enumerable.Repeat(Rational.One, result.Ballots.Kinds)];
        receives = [.. Enumerable.Range(0, candidates).Select(c => !result.Withdrawn.Contains(c))];
        kept = new Rational?[candidates];
        holder = [.. Enumerable.Range(0, result.Ballots.Kinds).Select(k => BallotReading.Holder(result, k, receives))];
    }

    public static void Check(CountResult result, ImmutableArray<string>.Builder objections)
    {
        var candidates = result.Ballots.Candidates;
        var stages = result.Stages;
        if (
            stages.Any(s => s.Votes.Length != candidates || s.Transfers.Any(t => t.To.Length != candidates))
            || stages.Any(s => s.Elected.Concat(s.Excluded).Any(c => c < 0 || c >= candidates))
            || stages.Any(s => s.Transfers.Any(t => t.From < 0 || t.From >= candidates))
            || stages.Where((s, i) => s.Number != i + 1).Any()
        )
        {
            objections.Add("The stages are not numbered from 1, or not of these candidates.");
            return;
        }

        var check = new CountCheck(result, objections);
        for (var i = 0; i < stages.Length && objections.Count == 0; i++)
        {
            check.CheckStage(stages[i], isLast: i == stages.Length - 1);
        }
    }

    private void CheckStage(CountStage stage, bool isLast)
    {
        var votes = Votes();
        for (var c = 0; c < votes.Length; c++)
        {
            var expected = excluded.Contains(c) || result.Withdrawn.Contains(c) ? (Rational?)null : votes[c];
            if (stage.Votes[c] != expected)
            {
                Object(stage, $"candidate {c} has {expected?.ToString() ?? "no"} votes, not {stage.Votes[c]}");
            }
        }

        var nonTransferable = Enumerable
            .Range(0, weight.Length)
            .Where(k => holder[k] is null)
            .Aggregate(Rational.Zero, (sum, k) => sum + (weight[k] * result.Ballots.CountOf(k)));
        var loss = result.Ballots.Count - votes.Aggregate(nonTransferable, (sum, v) => sum + v);
        if (stage.NonTransferable != nonTransferable || stage.Loss != loss)
        {
            Object(stage, $"{nonTransferable} votes are non-transferable and {loss} lost");
        }

        new CountDecisions(result, stage, receives, elected, waiting.Count > 0).Check(objections);
        foreach (var winner in stage.Elected)
        {
            elected.Add(winner);
            receives[winner] = result.Rules.UntilTwo;
            if (result.Rules.Surplus != SurplusRule.None && votes[winner] > stage.Quota)
            {
                waiting.Add(winner);
            }
        }

        foreach (var loser in stage.Excluded)
        {
            excluded.Add(loser);
            receives[loser] = false;
        }

        if (!isLast || !stage.Transfers.IsEmpty)
        {
            CheckTransfers(stage, votes);
        }

        if (isLast)
        {
            CheckEnd(stage);
        }
    }

    private void CheckTransfers(CountStage stage, Rational[] votes)
    {
        var sources = stage.Transfers.Select(t => t.From).ToList();
        var fits =
            waiting.Count == 0 ? sources.Order().SequenceEqual(stage.Excluded.Order())
            : result.Rules.Surplus == SurplusRule.Together ? sources.Order().SequenceEqual(waiting.Order())
            : sources is [var only] && waiting.Contains(only) && waiting.All(w => votes[w] <= votes[only]);
        if (!fits || stage.Transfers.Any(t => t.IsSurplus != waiting.Contains(t.From)))
        {
            Object(stage, $"the votes of [{string.Join(", ", sources)}] are not those to be transferred");
            return;
        }

        foreach (var transfer in stage.Transfers)
        {
            CheckTransfer(stage, transfer, votes[transfer.From]);
            waiting.Remove(transfer.From);
        }
    }

    private void CheckTransfer(CountStage stage, VoteTransfer transfer, Rational votes)
    {
        var to = new Rational[receives.Length];
        var (nobody, moved) = (Rational.Zero, Rational.Zero);
        for (var kind = 0; kind < weight.Length; kind++)
        {
            if (holder[kind] != transfer.From)
            {
                continue;
            }

            weight[kind] = transfer.IsSurplus ? NewWeight(weight[kind], votes - stage.Quota, votes) : weight[kind];
            holder[kind] = BallotReading.Holder(result, kind, receives);
            var sum = weight[kind] * result.Ballots.CountOf(kind);
            moved += sum;
            if (holder[kind] is { } receiver)
            {
                to[receiver] += sum;
            }
            else
            {
                nobody += sum;
            }
        }

        kept[transfer.From] = transfer.IsSurplus ? stage.Quota : null;
        var loss = (transfer.IsSurplus ? votes - stage.Quota : votes) - moved;
        if (!transfer.To.SequenceEqual(to) || transfer.NonTransferable != nobody || transfer.Loss != loss)
        {
            Object(stage, $"the transfer from candidate {transfer.From} is not what the ballots say");
        }
    }

    private Rational NewWeight(Rational old, Rational surplus, Rational votes) =>
        result.Rules.TransferValue == TransferValue.CutOnce
            ? Cut(old * surplus / votes)
            : Cut(old * Cut(surplus / votes));

    private Rational Cut(Rational value) =>
        result.Rules.Decimals is { } places
            ? new Rational((value * BigInteger.Pow(10, places)).Floor(), BigInteger.Pow(10, places))
            : value;

    private Rational[] Votes()
    {
        var votes = kept.Select(k => k ?? Rational.Zero).ToArray();
        for (var kind = 0; kind < weight.Length; kind++)
        {
            if (holder[kind] is { } c)
            {
                votes[c] += weight[kind] * result.Ballots.CountOf(kind);
            }
        }

        return votes;
    }

    private void CheckEnd(CountStage stage)
    {
        var rules = result.Rules;
        var hopeful = Enumerable.Range(0, receives.Length).Count(c => receives[c] && !elected.Contains(c));
        var ended =
            stage.Number >= rules.StopAfter
            || (
                rules.UntilTwo ? excluded.Count + elected.Count + 1 >= receives.Length - result.Withdrawn.Length
                : rules.Electing == Electing.AllWhenAllAtQuota ? elected.Count > 0 || hopeful == 0
                : elected.Count >= rules.Seats || hopeful == 0
            );
        if (result.IsComplete && !ended)
        {
            Object(stage, "the count is not at its end");
        }

        if (rules.Electing != Electing.AllWhenAllAtQuota && elected.Count > rules.Seats)
        {
            Object(stage, $"{elected.Count} are elected for {rules.Seats} seats");
        }
    }

    private void Object(CountStage stage, string text) => objections.Add($"Stage {stage.Number}: {text}.");
}
