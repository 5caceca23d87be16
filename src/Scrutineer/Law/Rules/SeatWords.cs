using System.Numerics;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>Words that the rules which share out seats have in common.</summary>
internal static class SeatWords
{
    /// <summary>The lists with seats, most first: "A 48, H 36 and SP 28".</summary>
    public static string Row(Standing standing, IReadOnlyList<int> seats) =>
        Shown.Row(
            Enumerable
                .Range(0, seats.Count)
                .Where(i => seats[i] > 0)
                .OrderByDescending(i => seats[i])
                .Select(i => $"{standing.Name(i)} {Shown.Whole(seats[i])}")
        );

    /// <summary>The standing ended because a list's votes are not known; nothing where all are.</summary>
    public static Standing? Unknown(Standing standing, RuleEntry entry)
    {
        var missing = standing.AdmittedIndices.Where(i => !standing.Votes(i).IsKnown).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        var unknown =
            $"The seats cannot be shared out: the votes of {Shown.Row(missing.Select(standing.Name))} are not reported.";
        return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
    }

    /// <summary>The standing ended because a tie is open on which this rule depends; nothing where none is.</summary>
    public static Standing? Waits(Standing standing, RuleEntry entry)
    {
        if (standing.OpenTies.FirstOrDefault() is not { } tie)
        {
            return null;
        }

        var waits =
            $"The rule depends on a tie that is open: {Shown.Seats(tie.Seats)} between {Shown.Row(tie.Names)}{(tie.Place is { } place ? $" in {place}" : "")}, {tie.Because}.";
        return standing.With(entry, () => waits).End(Outcome.Tied, waits);
    }

    /// <summary>The votes of the lists that take part; nought for the others.</summary>
    public static long[] VotesOfAdmitted(Standing standing) =>
        [.. standing.Admitted.Select((a, i) => a ? standing.Votes(i).Value!.Value : 0)];

    /// <summary>
    /// The voter numbers of the lists that take part, brought to a common denominator, where votes were weighed; else
    /// their votes. Nought for the others.
    /// </summary>
    public static long[] Weights(Standing standing)
    {
        if (standing.Weighed.IsEmpty)
        {
            return VotesOfAdmitted(standing);
        }

        var scale = standing.Weighed.Aggregate(
            BigInteger.One,
            (s, n) => s / BigInteger.GreatestCommonDivisor(s, n.Denominator) * n.Denominator
        );
        return [.. standing.Admitted.Select((a, i) => a ? (long)(standing.Weighed[i] * scale).Numerator : 0)];
    }
}
