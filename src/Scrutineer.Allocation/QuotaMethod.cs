using System.Collections.Immutable;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation;

/// <summary>
/// The quota method of Balinski and Young ("The quota method of apportionment", <i>American Mathematical Monthly</i>
/// 82, 1975, pp. 701–730): seat h = 1, 2, … goes to the greatest D'Hondt quotient v/(k+1) among the lists that it would
/// not raise above their upper quota in a house of h, that is, those with k·V &lt; h·v. The only method that stays within
/// the quota and never takes a seat away when the house grows.
/// </summary>
public sealed class QuotaMethod : AllocationMethod
{
    private QuotaMethod()
        : base("balinski-young") { }

    /// <summary>The method.</summary>
    public static QuotaMethod BalinskiYoung { get; } = new();

    /// <inheritdoc/>
    /// <remarks>
    /// Where one tie opens into another, lots drawn for an earlier seat decide who is tied for a later one, and no set of
    /// lists with a number of seats says what is open: a problem of kind <see cref="ProblemKind.InterlockingTies"/>.
    /// </remarks>
    public override AllocationResult Apportion(ReadOnlySpan<long> votes, int seats)
    {
        var election = new Election(votes, seats);
        if (election is { Lists: 0, Seats: > 0 })
        {
            return new AllocationResult(ProblemKind.NoVotes, $"No list has votes, and there are {seats} seats.");
        }

        var held = new int[votes.Length];
        var order = ImmutableArray.CreateBuilder<int>(seats);
        var ties = new List<OpenTie>();
        var best = new List<int>();
        for (var house = 1; house <= seats; house++)
        {
            FindBest(election, held, house, best);
            Join(ties, best)?.Award(best[0], order.Count);
            ties.RemoveAll(t => t.Pending.Count == 0);
            order.Add(best[0]);
            held[best[0]]++;
        }

        if (ties.Count > 1 || !ties.TrueForAll(t => t.IsOpenToAll))
        {
            return new AllocationResult(
                ProblemKind.InterlockingTies,
                $"Seats {string.Join(", ", ties.SelectMany(t => t.Steps).Order().Select(s => s + 1))} are tied, and the lot "
                    + "for one decides who is tied for another."
            );
        }

        Tie? tie = null;
        if (ties.Count == 1)
        {
            tie = new Tie([.. ties[0].Members.Order()], ties[0].Steps.Count);
            foreach (var step in ties[0].Steps)
            {
                held[order[step]]--;
                order[step] = AwardOrderCertificate.Contested;
            }
        }

        return new AllocationResult(
            new Apportionment
            {
                Method = this,
                Votes = [.. votes],
                HouseSize = seats,
                Seats = [.. held],
                Tie = tie,
                Certificate = new AwardOrderCertificate(order.MoveToImmutable()),
            }
        );
    }

    /// <summary>The eligible lists with the greatest quotient for the last seat of a house.</summary>
    private static void FindBest(Election election, ReadOnlySpan<int> held, int house, List<int> best)
    {
        best.Clear();
        for (var i = 0; i < held.Length; i++)
        {
            var (v, k) = ((ulong)election.Votes[i], (ulong)held[i]);
            if (Wide.CompareProducts(k, (ulong)election.Total, (ulong)house, v) >= 0)
            {
                continue;
            }

            var sign =
                best.Count == 0
                    ? 1
                    : Wide.CompareProducts(v, (ulong)held[best[0]] + 1, (ulong)election.Votes[best[0]], k + 1);
            if (sign > 0)
            {
                best.Clear();
            }

            if (sign >= 0)
            {
                best.Add(i);
            }
        }
    }

    /// <summary>The tie to which the seat belongs: one that is still open, a new one, or none.</summary>
    private static OpenTie? Join(List<OpenTie> ties, List<int> best)
    {
        var open = ties.Find(t => t.Pending.Overlaps(best));
        if (open is not null)
        {
            // Everybody still waiting is among the best; whoever else is there has become eligible since.
            open.Pending.UnionWith(best);
            open.Members.UnionWith(best);
        }
        else if (best.Count > 1)
        {
            open = new OpenTie(best);
            ties.Add(open);
        }

        return open;
    }

    /// <summary>
    /// Lists with equal quotients of which not all have been served. Served in any order they leave the same state, so
    /// the tie is one only if the house is full before the last of them.
    /// </summary>
    private sealed class OpenTie(List<int> lists)
    {
        /// <summary>Members there were at each step.</summary>
        private readonly List<int> released = [];

        public HashSet<int> Members { get; } = [.. lists];

        public HashSet<int> Pending { get; } = [.. lists];

        public List<int> Steps { get; } = [];

        /// <summary>
        /// Whether any of the members can have the seats. Those who became eligible after step m share the later steps,
        /// so there must not be more of them than of those.
        /// </summary>
        public bool IsOpenToAll => !released.Where((count, m) => Members.Count - count > Steps.Count - m - 1).Any();

        public void Award(int list, int step)
        {
            released.Add(Members.Count);
            Pending.Remove(list);
            Steps.Add(step);
        }
    }
}
