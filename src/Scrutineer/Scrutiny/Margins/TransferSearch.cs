using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Margins;

/// <summary>
/// Finds, for every pair of lists, the smallest transfer of votes that moves a seat, by evaluating the law itself. All
/// bases stay as they are: a transfer changes nobody's ballot into an invalid one.
/// </summary>
/// <remarks>
/// Every decision of the rules compares two figures that grow or fall in proportion to the votes moved: a list with a
/// threshold, a quotient with a whole number, a remainder or a number of votes with another. So the numbers of votes for
/// which all decisions fall alike are one interval, whose end is found by halving; the seats are the same within it. The
/// search steps from interval to interval until a seat has moved. It does not suppose that seats follow votes: where lists
/// are too short, or a factor weighs a quotient, a list can lose a seat by gaining votes. A tie that stays open is not yet
/// a moved seat.
/// </remarks>
public static class TransferSearch
{
    /// <summary>The smallest transfer of each pair that has one, in ballot order; empty where the seats are not known.</summary>
    public static IReadOnlyList<Transfer> All(
        Edition edition,
        string contest,
        Tally tally,
        IReadOnlyList<Lot> lots,
        IReadOnlyDictionary<string, SeatTable>? earlier = null
    )
    {
        if (!tally.Contenders.All(c => c.Votes.IsKnown))
        {
            return [];
        }

        var now = edition.Evaluate(contest, tally, lots, traced: false, earlier);
        if (now.Ended != Outcome.Allocated || now.Seats.Sum() == 0)
        {
            return [];
        }

        var transfers = new List<Transfer>();
        for (var from = 0; from < tally.Contenders.Count; from++)
        {
            for (var to = 0; to < tally.Contenders.Count; to++)
            {
                if (from != to && Smallest(edition, contest, tally, lots, earlier, now, from, to) is { } transfer)
                {
                    transfers.Add(transfer);
                }
            }
        }

        return transfers;
    }

    /// <summary>The smallest of all, the first in ballot order among equals; nothing where there is none.</summary>
    public static Transfer? Least(IReadOnlyList<Transfer> transfers) => transfers.MinBy(t => t.Votes);

    private static Transfer? Smallest(
        Edition edition,
        string contest,
        Tally tally,
        IReadOnlyList<Lot> lots,
        IReadOnlyDictionary<string, SeatTable>? earlier,
        Standing now,
        int from,
        int to
    )
    {
        var rules = edition.Text.Contests[contest];
        var most = Most(rules, tally, from, to);
        Standing After(long votes) =>
            edition.Evaluate(contest, Moved(tally, from, to, votes), lots, traced: false, earlier);

        long start = 0;
        var decisions = Decisions(rules, now);
        while (true)
        {
            var last = LastWhere(start, most, v => Decisions(rules, After(v)).AsSpan().SequenceEqual(decisions));
            if (last == most)
            {
                return null;
            }

            start = last + 1;
            var standing = After(start);
            if (IsTold(standing) && !standing.Seats.AsSpan().SequenceEqual(now.Seats.AsSpan()))
            {
                return Result(start, standing);
            }

            decisions = Decisions(rules, standing);
        }

        Transfer Result(long votes, Standing after) =>
            new(
                tally.Contenders[from].Id,
                tally.Contenders[to].Id,
                votes,
                [
                    .. Enumerable
                        .Range(0, now.Seats.Length)
                        .Where(i => after.Seats[i] != now.Seats[i])
                        .Select(i => KeyValuePair.Create(now.Id(i), after.Seats[i] - now.Seats[i])),
                ]
            );
    }

    private static bool IsTold(Standing standing) =>
        standing.Ended is not (Outcome.Tied or Outcome.Unknown or Outcome.Invalid);

    /// <summary>
    /// How every comparison fell that the rules made or could have made: who was admitted or elected by which rule, who
    /// reached the majority, the whole quotas, the order of the remainders and of the votes. Equal decisions give equal
    /// seats.
    /// </summary>
    private static int[] Decisions(Contest contest, Standing standing)
    {
        var count = standing.Admitted.Length;
        var decisions = new List<int>(count * 4) { (int)standing.Ended!.Value };
        decisions.AddRange(standing.Admitted.Select(a => a ? 1 : 0));
        foreach (var (_, members) in standing.ByRule.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            decisions.Add(members.Length);
            decisions.AddRange(members);
        }

        if (standing.Majority is { Needed: { } needed } majority)
        {
            decisions.AddRange(majority.Votes.Select(v => v.Value >= needed ? 1 : 0));
        }

        if (!standing.Quotients.IsEmpty)
        {
            decisions.AddRange(standing.Quotients.Select(q => (int)q.Floor()));
            Order(standing.AdmittedIndices, i => standing.Quotients[i].Fraction());
        }

        // Where seats go one by one to the largest quotients, a transfer takes from the giver and gives to the receiver in
        // one direction only, so equal seats at both ends of an interval are equal seats within it.
        decisions.AddRange(standing.Seats);
        if (ComparesVotes(contest, standing))
        {
            Order(Enumerable.Range(0, count), i => standing.Votes(i).Value!.Value);
        }

        return [.. decisions];

        void Order<T>(IEnumerable<int> indices, Func<int, T> measure)
            where T : IComparable<T>
        {
            var ranked = indices
                .Select(i => (Index: i, Measure: measure(i)))
                .OrderByDescending(r => r.Measure)
                .ToList();
            for (var i = 0; i < ranked.Count; i++)
            {
                decisions.Add(ranked[i].Index);
                decisions.Add(i > 0 && ranked[i].Measure.CompareTo(ranked[i - 1].Measure) == 0 ? 1 : 0);
            }
        }
    }

    /// <summary>Whether a rule that was applied, or that ended the evaluation with a tie, compared votes with votes.</summary>
    private static bool ComparesVotes(Contest contest, Standing standing) =>
        standing.Ended == Outcome.Tied
        || contest.Rules.Any(r =>
            r.Rule switch
            {
                Admit { NextByVotes: not null } => standing.ByRule.ContainsKey(r.Id),
                Remainders remainders => remainders.By == RemainderMeasure.AllToFirst
                    || remainders.Tie.Contains(TieRule.MoreVotes),
                Elect or RepeatVote => true,
                _ => false,
            }
        );

    /// <summary>
    /// The most votes that can move: those that the giver has. Where a ballot can hold several votes, nobody gets more of
    /// them than there are ballots.
    /// </summary>
    private static long Most(Contest contest, Tally tally, int from, int to)
    {
        var giver = tally.Contenders[from].Votes.Value!.Value;
        return
            contest.Ballot == BallotKind.Approval
            && (tally.BallotsInBox.Value ?? tally.BallotsIssued.Value) is { } ballots
            ? Math.Clamp(ballots - tally.Contenders[to].Votes.Value!.Value, 0, giver)
            : giver;
    }

    /// <summary>The last number from <paramref name="low"/>, where the condition holds, up to which it holds.</summary>
    private static long LastWhere(long low, long high, Func<long, bool> holds)
    {
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (holds(middle))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static Tally Moved(Tally tally, int from, int to, long votes)
    {
        var contenders = tally.Contenders.ToArray();
        contenders[from] = With(contenders[from], -votes);
        contenders[to] = With(contenders[to], votes);
        return tally with { Contenders = contenders };
    }

    /// <summary>A contender with other votes; the share that was published for it is no longer its share.</summary>
    private static Contender With(Contender contender, long more) =>
        contender with
        {
            Votes = new Count(contender.Votes.Value!.Value + more),
            PublishedShares = new Dictionary<BaseName, ShareOf>(),
        };
}
