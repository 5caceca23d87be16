using System.Collections.Immutable;
using Scrutineer.Allocation.OpenLists;

namespace Scrutineer.Allocation.Verifying;

/// <summary>Open lists: the strongest of those who pass the order of the list, and then that order.</summary>
internal static class OpenListCheck
{
    public static void Check(OpenListResult result, ImmutableArray<string>.Builder objections)
    {
        if (
            result.Seats < 0
            || result.Base.Sign < 0
            || result.Votes.Any(v => v < 0)
            || result.Died.Any(c => c < 0 || c >= result.Votes.Length)
        )
        {
            objections.Add("The list has no such seats, votes or candidates.");
            return;
        }

        var needed = result.Base * result.Rules.Share;
        List<int> living = [.. Enumerable.Range(0, result.Votes.Length).Except(result.Died)];
        var preferred = living.FindAll(c =>
            result.Rules.Inclusive ? result.Votes[c] >= needed : result.Votes[c] > needed
        );
        // Where the order of the list decides between equals, less than a vote added to each does so too.
        Rational Votes(int c) =>
            result.Rules.TiesByListOrder
                ? result.Votes[c] + new Rational(result.Votes.Length - 1 - c, result.Votes.Length)
                : result.Votes[c];
        Strongest.Check(preferred, Votes, result.Seats, result.ByPreference, result.Tie, result.Lot, objections);
        var rest = living.Except(preferred).Take(Math.Max(0, result.Seats - preferred.Count)).ToList();
        if (!rest.SequenceEqual(result.ByListOrder))
        {
            objections.Add($"[{string.Join(", ", rest)}] are elected by the order of the list.");
        }
    }
}
