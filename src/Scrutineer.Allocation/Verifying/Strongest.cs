using System.Collections.Immutable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>
/// Who has a place among the strongest, by the definition: whoever has at most as many with as many votes, himself
/// counted, as there are places has one; whoever has fewer with more votes than there are places is tied for one.
/// </summary>
internal static class Strongest
{
    /// <summary>Objects where others have the places, or a tie is another than it is said to be.</summary>
    /// <param name="standing">Those who may have a place.</param>
    /// <param name="votes">Votes by candidate.</param>
    /// <param name="places">Places for the strongest.</param>
    /// <param name="placed">Who is said to have one: those with more votes first, equals in order, then those drawn.</param>
    /// <param name="tie">The tie that is said to be open.</param>
    /// <param name="lot">The lot that is said to have resolved the tie.</param>
    /// <param name="objections">What is wrong.</param>
    /// <param name="inAnyway">Who has a place whatever the others have.</param>
    public static void Check(
        IReadOnlyList<int> standing,
        Func<int, Rational> votes,
        int places,
        ImmutableArray<int> placed,
        Tie? tie,
        Lot? lot,
        ImmutableArray<string>.Builder objections,
        Func<int, bool>? inAnyway = null
    )
    {
        int More(int c) => standing.Count(o => votes(o) > votes(c));
        bool Has(int c) => inAnyway?.Invoke(c) == true || standing.Count(o => votes(o) >= votes(c)) <= places;
        List<int> sure = [.. standing.Where(Has).OrderByDescending(votes).ThenBy(c => c)];
        List<int> level = [.. standing.Where(c => !Has(c) && More(c) < places).Order()];
        var open = level.Count > 0 ? new Tie([.. level], places - More(level[0])) : null;
        ImmutableArray<int> drawn = lot is not null && open?.IsResolvedBy(lot) == true ? lot.Winners : [];
        if (lot is not null && drawn.IsEmpty)
        {
            objections.Add("A lot is recorded where there is no tie that it resolves.");
        }

        if (!Equals(tie, drawn.IsEmpty ? open : null))
        {
            objections.Add(
                open is null ? "There is no tie." : $"[{string.Join(", ", level)}] are tied for {open.Seats}."
            );
        }

        if (!sure.Concat(drawn).SequenceEqual(placed))
        {
            objections.Add($"[{string.Join(", ", sure.Concat(drawn))}] have most votes, in this order.");
        }
    }

    /// <summary>Whether votes reach a threshold whose base is the sum where it names none.</summary>
    public static bool Reach(Threshold threshold, Rational votes, Rational sum)
    {
        var needed = (threshold.Base ?? sum) * threshold.Share;
        return threshold.Inclusive ? votes >= needed : votes > needed;
    }

    /// <summary>The sum of votes.</summary>
    public static Rational Sum(IEnumerable<Rational> votes) => votes.Aggregate(Rational.Zero, (a, v) => a + v);
}
