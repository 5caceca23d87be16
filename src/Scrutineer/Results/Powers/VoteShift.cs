using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Law;

namespace Scrutineer.Results.Powers;

/// <summary>The share of one list, or of one and those that it came from, in two elections.</summary>
/// <param name="Name">Its name in the later election, or in the earlier one where it did not stand in the later.</param>
/// <param name="Before">Its share of the votes for lists in the earlier election.</param>
/// <param name="Now">Its share of the votes for lists in the later election.</param>
public sealed record ListShift(string Name, Rational Before, Rational Now);

/// <summary>How the votes of one contest moved between two elections. The base is the votes for lists in each.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="VotesBefore">All votes for lists in the earlier election.</param>
/// <param name="VotesNow">All votes for lists in the later election.</param>
/// <param name="Lists">The lists of both.</param>
public sealed record VoteShift(string Contest, long VotesBefore, long VotesNow, IReadOnlyList<ListShift> Lists)
{
    /// <summary>Half the sum of the changes of shares (Pedersen 1979, p. 4): 0 where nothing moved, 1 where everything did.</summary>
    public Rational Volatility => Lists.Aggregate(Rational.Zero, (sum, l) => sum + (l.Now - l.Before).Abs()) / 2;

    /// <summary>The shift of each contest of lists that both elections have with the votes of every list.</summary>
    internal static IReadOnlyList<VoteShift> Between(ElectionDossier before, ElectionDossier now) =>
        [
            .. now
                .Edition.Text.Contests.Where(c => c.Value.Ballot is null or BallotKind.List)
                .Select(c => Of(c.Key, before, now))
                .OfType<VoteShift>(),
        ];

    private static VoteShift? Of(string contest, ElectionDossier before, ElectionDossier now)
    {
        if (
            !before.Edition.Text.Contests.TryGetValue(contest, out var then)
            || then.Ballot is not (null or BallotKind.List)
            || Votes(before, contest) is not { } old
            || Votes(now, contest) is not { } votes
        )
        {
            return null;
        }

        var entries = now.File.Contests[contest].Contenders;
        var names = before.File.Contests[contest].Contenders;
        var (allBefore, allNow) = (old.Values.Sum(), votes.Values.Sum());
        var lists = votes
            .GroupBy(v => entries[v.Key].Before ?? v.Key, StringComparer.Ordinal)
            .Select(g => new ListShift(
                string.Join(", ", g.Select(v => entries[v.Key].Name)),
                new Rational(old.GetValueOrDefault(g.Key), allBefore),
                new Rational(g.Sum(v => v.Value), allNow)
            ))
            .ToList();
        var followed = votes.Keys.Select(id => entries[id].Before ?? id).ToHashSet(StringComparer.Ordinal);
        lists.AddRange(
            old.Where(v => !followed.Contains(v.Key))
                .Select(v => new ListShift(names[v.Key].Name, new Rational(v.Value, allBefore), Rational.Zero))
        );
        return new VoteShift(contest, allBefore, allNow, lists);
    }

    private static OrderedDictionary<string, long>? Votes(ElectionDossier dossier, string contest)
    {
        if (!dossier.File.Contests.ContainsKey(contest) || dossier.Units(contest).Count == 0)
        {
            return null;
        }

        var votes = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var contender in dossier.TallyOf(contest).Contenders)
        {
            if (contender.Votes.Value is not { } known)
            {
                return null;
            }

            votes[contender.Id] = known;
        }

        return votes.Values.Sum() > 0 ? votes : null;
    }
}
