using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Margins;

/// <summary>
/// Finds, for every constituency of a contest with tiers, a small transfer of votes within it that moves a seat somewhere: in
/// the constituency itself, in another one, or in the whole. The law itself is evaluated each time, every tier of it.
/// </summary>
/// <remarks>
/// Through the tiers a seat can move, move back and move again while votes go from one list to another, so halving finds
/// a number at which a seat moves and below which, by one vote, none does, but not surely the first. The numbers are
/// therefore upper bounds, and are marked so. Votes go between lists that hold a seat or were admitted somewhere; those of
/// other lists are not tried.
/// </remarks>
public static class ConstituencyTransfers
{
    /// <summary>The smallest transfer found in each constituency that has one, in their order.</summary>
    /// <param name="edition">The law.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="tally">The votes with all constituencies.</param>
    /// <param name="lots">Lots that were drawn.</param>
    /// <param name="earlier">The seats of the contests that stand before it.</param>
    public static IReadOnlyList<Transfer> All(
        Edition edition,
        string contest,
        Tally tally,
        IReadOnlyList<Lot> lots,
        IReadOnlyDictionary<string, SeatTable>? earlier = null
    )
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(tally);
        var now = edition.Evaluate(contest, tally, lots, traced: false, earlier);
        if (now.Ended != Outcome.Allocated || now.Seats.Sum() == 0)
        {
            return [];
        }

        var seats = SeatsOf(now);
        var lists = Enumerable
            .Range(0, now.Seats.Length)
            .Where(i => now.Admitted[i] || now.Seats[i] > 0 || now.Constituencies.Any(p => p.Seats[i] > 0))
            .ToList();
        return [.. Leaves(tally, []).AsParallel().AsOrdered().Select(path => Smallest(path)).OfType<Transfer>()];

        Transfer? Smallest(string[] path)
        {
            Transfer? best = null;
            var place = path.Aggregate(tally, (t, name) => t.Parts.First(p => p.Unit == name));
            var standing = lists.Where(i => place.Contenders[i].Votes.Value > 0).ToList();
            foreach (var from in standing)
            {
                foreach (var to in standing.Where(to => to != from))
                {
                    var most = Math.Min(place.Contenders[from].Votes.Value!.Value, best?.Votes - 1 ?? long.MaxValue);
                    if (most < 1 || Change(After(path, from, to, most)).Count == 0)
                    {
                        continue;
                    }

                    long low = 0;
                    while (low + 1 < most)
                    {
                        var middle = low + ((most - low) / 2);
                        (low, most) = Change(After(path, from, to, middle)).Count == 0 ? (middle, most) : (low, middle);
                    }

                    best = new Transfer(now.Id(from), now.Id(to), most, Change(After(path, from, to, most)))
                    {
                        Place = place.Unit,
                        IsBound = true,
                    };
                }
            }

            return best;
        }

        Standing After(string[] path, int from, int to, long votes) =>
            edition.Evaluate(contest, Moved(tally, path, from, to, votes), lots, traced: false, earlier);

        // A seat that moves only between constituencies of one list changes nothing in the whole; it is told with a nought.
        List<KeyValuePair<string, int>> Change(Standing after)
        {
            if (after.Ended != Outcome.Allocated)
            {
                return [];
            }

            var differ = SeatsOf(after)
                .Zip(seats)
                .Index()
                .Where(s => s.Item.First != s.Item.Second)
                .Select(s => s.Index % now.Seats.Length)
                .ToHashSet();
            return [.. differ.Order().Select(i => KeyValuePair.Create(now.Id(i), after.Seats[i] - now.Seats[i]))];
        }
    }

    private static int[] SeatsOf(Standing standing) =>
        [.. standing.Constituencies.Prepend(standing).SelectMany(p => p.Seats)];

    private static IEnumerable<string[]> Leaves(Tally tally, string[] path) =>
        tally.Parts.Count == 0 ? [path] : tally.Parts.SelectMany(p => Leaves(p, [.. path, p.Unit]));

    /// <summary>The tally after the transfer, in the constituency and in every place above it.</summary>
    private static Tally Moved(Tally tally, ReadOnlySpan<string> path, int from, int to, long votes)
    {
        var contenders = tally.Contenders.ToArray();
        contenders[from] = With(contenders[from], -votes);
        contenders[to] = With(contenders[to], votes);
        var parts = tally.Parts;
        if (!path.IsEmpty)
        {
            var changed = parts.ToArray();
            var name = path[0];
            var at = Array.FindIndex(changed, p => p.Unit == name);
            changed[at] = Moved(changed[at], path[1..], from, to, votes);
            parts = changed;
        }

        return tally with
        {
            Contenders = contenders,
            Parts = parts,
        };
    }

    private static Contender With(Contender contender, long more) =>
        contender with
        {
            Votes = contender.Votes.Value is { } votes ? new Count(votes + more) : contender.Votes,
            PublishedShares = new Dictionary<BaseName, ShareOf>(),
        };
}
