using System.Collections.Immutable;
using Scrutineer.Allocation.Plurality;

namespace Scrutineer.Allocation.Verifying;

/// <summary>First rounds: whether a majority is met, who then has most votes, and otherwise who stands again.</summary>
internal static class RunoffCheck
{
    public static void Check(RunoffResult result, ImmutableArray<string>.Builder objections)
    {
        var (rules, votes) = (result.Rules, result.Votes);
        if (votes.Any(v => v.Sign < 0))
        {
            objections.Add("Votes are not negative.");
            return;
        }

        var sum = Strongest.Sum(votes);
        List<int> voted = [.. Enumerable.Range(0, votes.Length).Where(c => votes[c].Sign > 0)];
        bool Wins(int c) => rules.Majorities.Any(m => Strongest.Reach(m.Threshold, votes[c], sum) && Leads(m, c));
        bool Leads(Majority majority, int c) =>
            voted
                .Where(o => o != c)
                .Select(o => votes[o])
                .Append(Rational.Zero)
                .All(next =>
                    votes[c] >= next && (majority.Lead is not { } lead || Strongest.Reach(lead, votes[c] - next, sum))
                );
        var decided = voted.Exists(Wins);
        if (decided != result.IsDecided)
        {
            objections.Add(decided ? "A majority is met." : "No majority is met.");
            return;
        }

        if (decided)
        {
            Strongest.Check(
                voted,
                c => votes[c],
                1,
                result.Winner is { } winner ? [winner] : [],
                result.Tie,
                result.Lot,
                objections
            );
            if (!result.Standing.IsEmpty)
            {
                objections.Add("There is no second round.");
            }

            return;
        }

        if (result.Winner is not null)
        {
            objections.Add("Nobody is elected before the second round.");
        }

        List<int> standing = [.. voted.Except(result.Withdrawn)];
        Strongest.Check(
            standing,
            c => votes[c],
            rules.Places,
            result.Standing,
            result.Tie,
            result.Lot,
            objections,
            c =>
                (rules.AlsoStand is { } also && Strongest.Reach(also, votes[c], sum))
                || (rules.Tie == RunoffTie.AllStand && standing.Count(o => votes[o] > votes[c]) < rules.Places)
        );
    }
}
