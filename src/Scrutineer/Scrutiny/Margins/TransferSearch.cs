using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Margins;

/// <summary>
/// Finds, for every pair of lists, the smallest transfer of votes that moves a seat, by evaluating the law itself. All
/// bases stay as they are: a transfer changes nobody's ballot into an invalid one.
/// </summary>
/// <remarks>
/// As votes move from one list to another, lists pass or fail a threshold at most once each, so the way is cut where the
/// set of admitted lists changes; between two cuts the giver's seats never rise and the taker's never fall (largest
/// remainders and highest averages with a fixed sum of votes), so the first change is found by halving. A tie that stays
/// open is not yet a moved seat.
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
        var most = tally.Contenders[from].Votes.Value!.Value;
        Standing After(long votes) =>
            edition.Evaluate(contest, Moved(tally, from, to, votes), lots, traced: false, earlier);
        bool Changed(Standing standing) =>
            standing.Ended != Outcome.Tied && !standing.Seats.AsSpan().SequenceEqual(now.Seats.AsSpan());

        long start = 0;
        var standingAtStart = now;
        while (start < most)
        {
            var admitted = standingAtStart.Admitted;
            bool SameAdmission(Standing s) => s.Admitted.AsSpan().SequenceEqual(admitted.AsSpan());
            var last = LastWhere(start, most, v => SameAdmission(After(v)));
            if (Changed(After(last)))
            {
                var first = 1 + LastWhere(start, last, v => !Changed(After(v)));
                return Result(first);
            }

            if (last == most)
            {
                return null;
            }

            start = last + 1;
            standingAtStart = After(start);
            if (Changed(standingAtStart))
            {
                return Result(start);
            }
        }

        return null;

        Transfer Result(long votes)
        {
            var after = After(votes);
            return new Transfer(
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
        contenders[from] = contenders[from] with { Votes = new Count(contenders[from].Votes.Value!.Value - votes) };
        contenders[to] = contenders[to] with { Votes = new Count(contenders[to].Votes.Value!.Value + votes) };
        return tally with { Contenders = contenders };
    }
}
