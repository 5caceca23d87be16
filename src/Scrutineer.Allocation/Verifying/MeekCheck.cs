using System.Collections.Immutable;
using System.Numerics;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>
/// A count by Meek's method: at each stage one distribution of the ballots by the keep factors gives the votes and the
/// quota, which say who is elected or excluded.
/// </summary>
internal static class MeekCheck
{
    public static void Check(MeekResult result, ImmutableArray<string>.Builder objections)
    {
        var elected = new List<int>();
        var excluded = new HashSet<int>(result.Withdrawn);
        var orders = Enumerable.Range(0, result.Ballots.Kinds).Select(k => Order(result, k)).ToList();
        foreach (var (stage, index) in result.Stages.Select((s, i) => (s, i)))
        {
            if (
                stage.Number != index + 1
                || stage.Votes.Length != result.Ballots.Candidates
                || stage.KeepFactors.Length != result.Ballots.Candidates
            )
            {
                objections.Add($"Stage {index + 1} is not one of these candidates.");
                return;
            }

            CheckFigures(result, stage, orders, elected, excluded, objections);
            CheckDecisions(result, stage, elected, excluded, objections);
            elected.AddRange(stage.Elected);
            excluded.UnionWith(stage.Excluded);
        }

        var hopeful = Enumerable.Range(0, result.Ballots.Candidates).Except(elected).Except(excluded).ToList();
        var expected =
            elected.Count < result.Rules.Seats && elected.Count + hopeful.Count <= result.Rules.Seats ? hopeful : [];
        if (result.IsComplete && !result.ElectedAtEnd.SequenceEqual(expected))
        {
            objections.Add($"At the end [{string.Join(", ", expected)}] are elected without a quota.");
        }

        if (result.IsComplete && elected.Count + result.ElectedAtEnd.Length < result.Rules.Seats && hopeful.Count > 0)
        {
            _ = expected.Count > 0 || Object(objections, "The count is not at its end.");
        }
    }

    private static void CheckFigures(
        MeekResult result,
        MeekStage stage,
        List<List<int>> orders,
        List<int> elected,
        HashSet<int> excluded,
        ImmutableArray<string>.Builder objections
    )
    {
        var scale = BigInteger.Pow(10, result.Rules.Decimals);
        var votes = new Rational[result.Ballots.Candidates];
        var rest = Rational.Zero;
        for (var kind = 0; kind < result.Ballots.Kinds; kind++)
        {
            var left = Rational.One;
            var count = result.Ballots.CountOf(kind);
            foreach (var candidate in orders[kind])
            {
                var kept = new Rational((left * stage.KeepFactors[candidate] * scale).Ceiling(), scale);
                votes[candidate] += kept * count;
                left -= kept;
            }

            rest += left * count;
        }

        var total = votes.Aggregate(Rational.Zero, (sum, v) => sum + v);
        var quota = new Rational((total * scale / (result.Rules.Seats + 1)).Floor() + 1, scale);
        var surplus = elected.Concat(stage.Elected).Aggregate(Rational.Zero, (sum, c) => sum + votes[c] - quota);
        surplus = surplus.Sign < 0 ? Rational.Zero : surplus;
        if (
            !stage.Votes.SequenceEqual(votes)
            || stage.NonTransferable != rest
            || stage.Quota != quota
            || stage.Surplus != surplus
        )
        {
            Object(objections, $"Stage {stage.Number}: the keep factors do not give these votes, quota and surplus.");
        }

        for (var c = 0; c < votes.Length; c++)
        {
            var factor = stage.KeepFactors[c];
            var fits =
                excluded.Contains(c) ? factor.Sign == 0
                : elected.Contains(c) ? factor.Sign > 0 && factor <= Rational.One
                : factor == Rational.One;
            _ = fits || Object(objections, $"Stage {stage.Number}: candidate {c} cannot keep {factor}.");
        }
    }

    private static void CheckDecisions(
        MeekResult result,
        MeekStage stage,
        List<int> elected,
        HashSet<int> excluded,
        ImmutableArray<string>.Builder objections
    )
    {
        var hopeful = Enumerable.Range(0, stage.Votes.Length).Except(elected).Except(excluded).ToList();
        var winners = hopeful.Where(c => stage.Votes[c] >= stage.Quota).ToList();
        if (!stage.Elected.Order().SequenceEqual(winners))
        {
            Object(objections, $"Stage {stage.Number}: [{string.Join(", ", winners)}] have the quota.");
        }

        if (winners.Count > 0 || hopeful.Count == 0)
        {
            _ = stage.Excluded.IsEmpty || Object(objections, $"Stage {stage.Number}: nobody is excluded yet.");
            return;
        }

        var least = hopeful.Min(c => stage.Votes[c]);
        var last = hopeful.Where(c => stage.Votes[c] - least <= stage.Surplus).ToList();
        var pending = result.Tie?.Stage == stage.Number || result.Problem is not null;
        var decided =
            last.Count == 1 ? stage.Excluded.SequenceEqual(last)
            : stage.Excluded.IsEmpty ? pending
            : stage.Excluded.Length == 1
                && stage.Ties.Any(t => t.Chosen == stage.Excluded[0] && t.Tie.Among.SequenceEqual(last));
        _ =
            decided
            || Object(objections, $"Stage {stage.Number}: one of [{string.Join(", ", last)}] is to be excluded.");
    }

    /// <summary>The candidates of a ballot: whom it would name if those before were gone, one after another.</summary>
    private static List<int> Order(MeekResult result, int kind)
    {
        var order = new List<int>();
        bool[] receives = [.. Enumerable.Repeat(true, result.Ballots.Candidates)];
        while (BallotReading.Holder(result.Ballots, result.Rules.Ballots, kind, receives) is { } next)
        {
            order.Add(next);
            receives[next] = false;
        }

        return order;
    }

    private static bool Object(ImmutableArray<string>.Builder objections, string text)
    {
        objections.Add(text);
        return false;
    }
}
