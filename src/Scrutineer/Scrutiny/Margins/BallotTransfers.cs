using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Margins;

/// <summary>
/// Finds, for every pair of candidates of a contest with ranked ballots, a small number of ballots with one of them as first
/// preference that, with the other put before everybody, elect somebody else. The law itself counts the ballots each time.
/// </summary>
/// <remarks>
/// The smallest change of any kind is a hard problem already for one seat (Xia, "Computing the Margin of Victory for Various
/// Voting Rules", EC 2012), and who is elected can change back as more ballots change. The numbers are therefore upper
/// bounds: halving finds a number with which somebody else is elected, and with one ballot fewer nobody else is. Ballots
/// change in the order of their rankings, candidate by candidate as on the ballot paper, whatever their order in the file.
/// </remarks>
public static class BallotTransfers
{
    /// <summary>The smallest number found for each pair that has one, in ballot order; empty where nobody was elected.</summary>
    /// <param name="edition">The law.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="tally">The ranked ballots.</param>
    /// <param name="lots">Lots that were drawn.</param>
    public static IReadOnlyList<Transfer> All(Edition edition, string contest, Tally tally, IReadOnlyList<Lot> lots)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(tally);
        var now = edition.Evaluate(contest, tally, lots, traced: false);
        if (now.Ended != Outcome.Allocated || now.Seats.Sum() == 0)
        {
            return [];
        }

        var ballots = tally
            .Ballots.Where(b => b.Ranking.Count > 0)
            .Order(Comparer<RankedBallot>.Create((a, b) => Compare(a.Ranking, b.Ranking)))
            .ToList();
        var candidates = Enumerable.Range(0, tally.Contenders.Count).ToList();
        return
        [
            .. candidates
                .SelectMany(from => candidates.Where(to => to != from).Select(to => Smallest(from, to)))
                .OfType<Transfer>(),
        ];

        Transfer? Smallest(int from, int to)
        {
            var most = ballots.Where(b => b.Ranking[0] == from).Sum(b => b.Count);
            if (most == 0 || !Changes(most))
            {
                return null;
            }

            long low = 0;
            while (low + 1 < most)
            {
                var middle = low + ((most - low) / 2);
                (low, most) = Changes(middle) ? (low, middle) : (middle, most);
            }

            var after = After(most);
            return new Transfer(
                now.Id(from),
                now.Id(to),
                most,
                [
                    .. candidates
                        .Where(i => after.Seats[i] != now.Seats[i])
                        .Select(i => KeyValuePair.Create(now.Id(i), after.Seats[i] - now.Seats[i])),
                ]
            )
            {
                IsBound = true,
            };

            Standing After(long votes) =>
                edition.Evaluate(contest, Moved(tally, ballots, from, to, votes), lots, traced: false);

            bool Changes(long votes) =>
                After(votes) is { Ended: Outcome.Allocated } after
                && !after.Seats.AsSpan().SequenceEqual(now.Seats.AsSpan());
        }
    }

    /// <summary>The ballots after the first so many of one first preference have another candidate before everybody.</summary>
    internal static Tally Moved(Tally tally, IReadOnlyList<RankedBallot> ballots, int from, int to, long votes)
    {
        var left = votes;
        var changed = new List<RankedBallot>(ballots.Count + 1);
        foreach (var ballot in ballots)
        {
            var moved = ballot.Ranking[0] == from ? Math.Min(left, ballot.Count) : 0;
            left -= moved;
            if (moved > 0)
            {
                changed.Add(new RankedBallot([to, .. ballot.Ranking.Where(c => c != to)], moved));
            }

            if (moved < ballot.Count)
            {
                changed.Add(ballot with { Count = ballot.Count - moved });
            }
        }

        var contenders = tally.Contenders.ToArray();
        contenders[from] = With(contenders[from], -votes);
        contenders[to] = With(contenders[to], votes);
        return tally with { Ballots = changed, Contenders = contenders };
    }

    private static Contender With(Contender contender, long more) =>
        contender with
        {
            Votes = contender.Votes.Value is { } votes ? new Count(votes + more) : contender.Votes,
            PublishedShares = new Dictionary<BaseName, ShareOf>(),
        };

    private static int Compare(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (a[i] != b[i])
            {
                return a[i].CompareTo(b[i]);
            }
        }

        return a.Count.CompareTo(b.Count);
    }
}
