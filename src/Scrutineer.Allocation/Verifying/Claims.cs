using System.Collections.Immutable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>
/// The max–min inequality, which characterises divisor and largest-remainder results alike: no claim that won nothing
/// is stronger than one that won a seat, and equality is a declared tie or a drawn lot.
/// </summary>
internal sealed class Claims
{
    private readonly List<(int List, Rational? Claim)> open = [];
    private readonly List<(int List, Rational? Claim)> served = [];

    /// <summary>Reads the claims of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="claim">The claim of a list that holds so many seats; null for one above every number.</param>
    public Claims(Apportionment result, Func<int, int, Rational?> claim)
    {
        for (var i = 0; i < result.Votes.Length; i++)
        {
            var held = result.Seats[i];
            if (result.Votes[i] == 0)
            {
                continue;
            }

            if (held < (result.Bounds?.Most(i) ?? int.MaxValue))
            {
                open.Add((i, claim(i, held)));
            }

            if (held > (result.Bounds?.Least(i) ?? 0))
            {
                served.Add((i, claim(i, held - 1)));
            }
        }

        HasOpen = open.Count > 0;
        HasServed = served.Count > 0;
        GreatestOpen = HasOpen ? open.Select(c => c.Claim).Aggregate((a, b) => Compare(a, b) >= 0 ? a : b) : null;
        LeastServed = HasServed ? served.Select(c => c.Claim).Aggregate((a, b) => Compare(a, b) <= 0 ? a : b) : null;
    }

    public bool HasOpen { get; }

    public bool HasServed { get; }

    /// <summary>The strongest claim without a seat; null for one above every number, or for none.</summary>
    public Rational? GreatestOpen { get; }

    /// <summary>The weakest claim with a seat; null for one above every number, or for none.</summary>
    public Rational? LeastServed { get; }

    /// <summary>Objects to every breach of the inequality, and to every tie that is hidden or invented.</summary>
    public void Check(Apportionment result, ImmutableArray<string>.Builder objections)
    {
        var sign = HasOpen && HasServed ? Compare(GreatestOpen, LeastServed) : -1;
        if (sign > 0)
        {
            objections.Add($"A claim of {Text(GreatestOpen)} won no seat although one of {Text(LeastServed)} did.");
        }

        var losers = open.Where(c => Compare(c.Claim, GreatestOpen) == 0).Select(c => c.List).ToList();
        var winners =
            sign == 0 ? served.Where(c => Compare(c.Claim, GreatestOpen) == 0).Select(c => c.List).ToList() : [];
        if (result.Tie is { } tie)
        {
            if (sign == 0 || !losers.SequenceEqual(tie.Among.Order()))
            {
                objections.Add(
                    $"The tie is declared among lists [{string.Join(", ", tie.Among)}]; the equal claims are those of "
                        + $"[{string.Join(", ", winners.Concat(losers).Order())}]."
                );
            }
        }
        else if (result.Lot is { } lot)
        {
            if (
                sign != 0
                || !winners.SequenceEqual(lot.Winners.Order())
                || !winners.Concat(losers).Order().SequenceEqual(lot.Among.Order())
            )
            {
                objections.Add("The lot does not fit the equal claims.");
            }
        }
        else if (sign == 0)
        {
            objections.Add(
                $"Lists [{string.Join(", ", winners.Concat(losers).Order())}] have equal claims of {Text(GreatestOpen)}, "
                    + "and no tie is declared."
            );
        }
    }

    public static int Compare(Rational? left, Rational? right) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            ({ } a, { } b) => a.CompareTo(b),
        };

    private static string Text(Rational? claim) => claim?.ToString() ?? "any height";
}
