using System.Collections.Immutable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>A Balinski–Young result: every step of the order, by the definition of the step.</summary>
internal static class OrderCheck
{
    public static void Check(
        Apportionment result,
        AwardOrderCertificate certificate,
        ImmutableArray<string>.Builder objections
    )
    {
        Shape.CheckHouse(result, objections);
        if (result.Bounds is not null)
        {
            objections.Add("The quota method knows no bounds.");
        }

        if (certificate.Order.Length != result.HouseSize)
        {
            objections.Add($"The order has {certificate.Order.Length} steps, and the house {result.HouseSize} seats.");
            return;
        }

        var drawn = (result.Tie?.Among ?? result.Lot?.Among ?? []).Order().ToList();
        var tied = result.Tie?.Seats ?? result.Lot?.Winners.Length ?? 0;
        var total = result.Votes.Sum();
        var held = new int[result.Votes.Length];
        var contested = 0;
        for (var step = 0; step < certificate.Order.Length; step++)
        {
            var best = Best(result.Votes, total, held, step + 1);
            var list = certificate.Order[step];
            if (list == AwardOrderCertificate.Contested)
            {
                // Lists of the tie that become eligible only after this seat need as many later seats for themselves.
                contested++;
                var later = drawn.Count - best.Count;
                if (best.Count == 0 || best.Except(drawn).Any() || later > tied - contested)
                {
                    objections.Add($"Seat {step + 1} is declared tied, but not among the lists with the best claim.");
                }
            }
            else if (best.Contains(list))
            {
                held[list]++;
            }
            else
            {
                objections.Add($"Seat {step + 1} goes to list {list}, which does not have the best claim.");
                return;
            }
        }

        foreach (var winner in result.Lot?.Winners ?? [])
        {
            held[winner]++;
        }

        if (!held.SequenceEqual(result.Seats) || contested != tied)
        {
            objections.Add("The seats are not those of the order.");
        }

        CheckHiddenTies(result, certificate, total, drawn, objections);
    }

    /// <summary>A list that was among the best for an awarded seat, and never got it, was tied.</summary>
    private static void CheckHiddenTies(
        Apportionment result,
        AwardOrderCertificate certificate,
        long total,
        List<int> drawn,
        ImmutableArray<string>.Builder objections
    )
    {
        var held = new int[result.Votes.Length];
        var waiting = new List<(int List, int Held)>();
        for (var step = 0; step < certificate.Order.Length; step++)
        {
            if (certificate.Order[step] is >= 0 and var list)
            {
                waiting.AddRange(
                    Best(result.Votes, total, held, step + 1).Where(i => i != list).Select(i => (i, held[i]))
                );
                held[list]++;
            }
        }

        if (waiting.Exists(w => held[w.List] == w.Held && !drawn.Contains(w.List)))
        {
            objections.Add("A list had as good a claim as one that was served, and no tie is declared.");
        }
    }

    /// <summary>The lists that may take the last seat of a house and have the greatest quotient for it.</summary>
    private static List<int> Best(ImmutableArray<long> votes, long total, int[] held, int house)
    {
        var eligible = Enumerable
            .Range(0, votes.Length)
            .Where(i => held[i] < new Rational((System.Numerics.BigInteger)votes[i] * house, total))
            .ToList();
        if (eligible.Count == 0)
        {
            return [];
        }

        var greatest = eligible.Max(i => new Rational(votes[i], held[i] + 1));
        return [.. eligible.Where(i => new Rational(votes[i], held[i] + 1) == greatest)];
    }
}
