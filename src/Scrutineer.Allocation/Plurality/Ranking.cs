using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>Candidates by descending figures.</summary>
internal static class Ranking
{
    /// <summary>Whether votes reach a threshold, whose base is the total where it names none.</summary>
    public static bool Meets(Threshold threshold, Rational votes, Rational total)
    {
        var sign = votes.CompareTo((threshold.Base ?? total) * threshold.Share);
        return sign > 0 || (sign == 0 && threshold.Inclusive);
    }

    /// <summary>
    /// The candidates with the greatest figures for some places, those with more first; and the tie for the last
    /// places, where there is one. Equal figures that all fit stand in ballot order.
    /// </summary>
    public static (ImmutableArray<int> Elected, Tie? Tie) Top(
        ImmutableArray<Rational> figures,
        int places,
        Func<int, bool> standing
    )
    {
        var elected = ImmutableArray.CreateBuilder<int>();
        var groups = Enumerable
            .Range(0, figures.Length)
            .Where(standing)
            .GroupBy(c => figures[c])
            .OrderByDescending(g => g.Key);
        foreach (var equals in groups.Select(g => g.ToList()))
        {
            var left = places - elected.Count;
            if (left == 0)
            {
                break;
            }

            if (equals.Count > left)
            {
                return (elected.ToImmutable(), new Tie([.. equals], left));
            }

            elected.AddRange(equals);
        }

        return (elected.ToImmutable(), null);
    }
}
