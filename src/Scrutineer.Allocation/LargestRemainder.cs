using System.Buffers;
using System.Collections.Immutable;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation;

/// <summary>
/// Largest remainders: every list has a seat for each whole quota in its votes; the seats left over go to the largest
/// remainders (Balinski and Young, <i>Fair Representation</i>, 1982, app. A; Pukelsheim, <i>Proportional
/// Representation</i>, 2nd ed., ch. 5).
/// </summary>
/// <remarks>
/// The same in one sentence: each seat goes to the list with the most votes left, and costs it one quota. That
/// sentence also serves what the usual one leaves open: a capped list is passed over, a guarantee is charged like any
/// other seat, and seats that outnumber the lists go round again in the order of the remainders.
/// </remarks>
public sealed class LargestRemainder : AllocationMethod
{
    /// <summary>Scratch numbers up to this many stay on the stack.</summary>
    private const int StackNumbers = 256;

    /// <summary>The method with the given quota.</summary>
    /// <param name="quota">Votes per seat.</param>
    /// <param name="overAward">What follows when whole quotas alone fill more seats than there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The over-award rule is none.</exception>
    public LargestRemainder(Quota quota, OverAward overAward = OverAward.Error)
        : base("largest-remainder")
    {
        ArgumentNullException.ThrowIfNull(quota);
        if (!Enum.IsDefined(overAward))
        {
            throw new ArgumentOutOfRangeException(nameof(overAward));
        }

        Quota = quota;
        OverAward = overAward;
    }

    /// <summary>Hare and Niemeyer, Hamilton, Vinton: the exact quota V/S.</summary>
    public static LargestRemainder Hare { get; } = new(Quota.Hare);

    /// <summary>Votes per seat.</summary>
    public Quota Quota { get; }

    /// <summary>What follows when whole quotas alone fill more seats than there are.</summary>
    public OverAward OverAward { get; }

    /// <inheritdoc/>
    public override AllocationResult Apportion(ReadOnlySpan<long> votes, int seats) => Apportion(votes, seats, null);

    /// <summary>Apportions with a smallest or a largest number of seats for some lists.</summary>
    /// <inheritdoc cref="AllocationMethod.Apportion"/>
    /// <param name="votes">Votes per list in ballot order.</param>
    /// <param name="seats">Size of the house.</param>
    /// <param name="bounds">
    /// Bounds per list. A list at its maximum is passed over, and its further quotas go to the next claims; a minimum
    /// is filled first and charged to the list's votes. Null for none.
    /// </param>
    public AllocationResult Apportion(ReadOnlySpan<long> votes, int seats, SeatBounds? bounds)
    {
        var election = new Election(votes, seats, bounds);
        var held = new int[votes.Length];
        if (!TryFill(election, held, out var tied, out var problem))
        {
            return new AllocationResult(problem, Explain(problem, election));
        }

        _ = Quota.TryFraction(election.Total, seats, out var numerator, out var denominator);
        var order = new QuotaOrder(numerator, denominator);
        Step.Extremes(order, election, held, out var open, out var served);
        var quota = new Rational(numerator, denominator);
        Rational? losing = open < 0 ? null : votes[open] - (held[open] * quota);
        Rational? winning = served < 0 ? null : votes[served] - ((held[served] - 1) * quota);
        var wholes = ImmutableArray.CreateBuilder<int>(votes.Length);
        var remainders = ImmutableArray.CreateBuilder<Rational>(votes.Length);
        var shares = new QuotaShares(numerator, denominator);
        foreach (var v in votes)
        {
            wholes.Add(shares.Divide((ulong)v, out var remainder));
            remainders.Add(new Rational(remainder, denominator));
        }

        return new AllocationResult(
            new Apportionment
            {
                Method = this,
                Votes = [.. votes],
                HouseSize = seats,
                Seats = [.. held],
                Tie = tied == 0 ? null : new Tie(TiedLists(order, election, held, open), tied),
                Bounds = bounds,
                Certificate = new QuotaCertificate(
                    quota,
                    wholes.MoveToImmutable(),
                    remainders.MoveToImmutable(),
                    tied == 0 ? winning : losing,
                    losing
                ),
            }
        );
    }

    /// <inheritdoc cref="DivisorMethod.TryAllocate"/>
    public bool TryAllocate(ReadOnlySpan<long> votes, int seats, Span<int> allocated, out int tied)
    {
        var election = new Election(votes, seats);
        return allocated.Length == votes.Length
            ? TryFill(election, allocated, out tied, out _)
            : throw new ArgumentException("There is one place for each list.", nameof(allocated));
    }

    private bool TryFill(Election election, Span<int> held, out int tied, out ProblemKind problem)
    {
        tied = 0;
        if (Refuse(election, out var numerator, out var denominator) is { } refused)
        {
            problem = refused;
            return false;
        }

        problem = default;
        var shares = new QuotaShares(numerator, denominator);
        var limits = election.Limits;
        long awarded = 0;
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = Math.Min(shares.Divide((ulong)election.Votes[i], out _), limits.Most(i));
            awarded += held[i];
        }

        if (awarded > election.Seats && OverAward == OverAward.Error)
        {
            problem = ProblemKind.OverAward;
            return false;
        }

        for (var i = 0; limits.Any && i < held.Length; i++)
        {
            held[i] = Math.Max(held[i], limits.Least(i));
        }

        if (awarded > election.Seats && OverAward == OverAward.Ignore)
        {
            return true;
        }

        if (awarded > election.Seats || limits.Any)
        {
            tied = Step.Settle(new QuotaOrder(numerator, denominator), election, held);
        }
        else if (awarded < election.Seats)
        {
            tied = GiveRemainders(shares, election, held, (int)(election.Seats - awarded));
        }

        return true;
    }

    /// <summary>One seat for each of the largest remainders; returns the seats that are tied.</summary>
    private static int GiveRemainders(QuotaShares shares, Election election, Span<int> held, int left)
    {
        // Seats enough for every list with votes, once or more often, leave the order of the remainders as it was.
        var (rounds, rank) = Math.DivRem(left, election.Lists);
        ulong[]? rented = null;
        var scratch =
            2 * held.Length <= StackNumbers
                ? stackalloc ulong[StackNumbers]
                : rented = ArrayPool<ulong>.Shared.Rent(2 * held.Length);
        var remainders = scratch[..held.Length];
        var candidates = scratch[held.Length..];
        var count = 0;
        for (var i = 0; i < held.Length; i++)
        {
            var v = (ulong)election.Votes[i];
            if (v != 0)
            {
                _ = shares.Divide(v, out remainders[i]);
                candidates[count++] = remainders[i];
                held[i] += rounds;
            }
        }

        var tied = rank == 0 ? 0 : Award(election.Votes, held, remainders, candidates[..count], rank);
        if (rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }

        return tied;
    }

    private static int Award(
        ReadOnlySpan<long> votes,
        Span<int> held,
        ReadOnlySpan<ulong> remainders,
        Span<ulong> candidates,
        int rank
    )
    {
        var last = Selection.Largest(candidates, rank);
        var above = 0;
        var equal = 0;
        for (var i = 0; i < held.Length; i++)
        {
            if (votes[i] != 0)
            {
                above += remainders[i] > last ? 1 : 0;
                equal += remainders[i] == last ? 1 : 0;
            }
        }

        var tied = above + equal > rank;
        for (var i = 0; i < held.Length; i++)
        {
            if (votes[i] != 0)
            {
                held[i] += remainders[i] > last || (remainders[i] == last && !tied) ? 1 : 0;
            }
        }

        return tied ? rank - above : 0;
    }

    private ProblemKind? Refuse(Election election, out ulong numerator, out ulong denominator)
    {
        if (!Quota.TryFraction(election.Total, election.Seats, out numerator, out denominator))
        {
            return election is { Lists: 0, Seats: > 0 } ? ProblemKind.NoVotes : ProblemKind.NoQuota;
        }

        if (!election.Limits.Any)
        {
            return election is { Lists: 0, Seats: > 0 } ? ProblemKind.NoVotes : null;
        }

        long least = 0;
        long most = 0;
        for (var i = 0; i < election.Votes.Length; i++)
        {
            least += election.Limits.Least(i);
            most += election.Votes[i] > 0 ? election.Limits.Most(i) : election.Limits.Least(i);
        }

        return least > election.Seats || most < election.Seats ? ProblemKind.BoundsUnattainable : null;
    }

    private string Explain(ProblemKind kind, Election election) =>
        kind switch
        {
            ProblemKind.NoVotes => $"No list has votes, and there are {election.Seats} seats.",
            ProblemKind.NoQuota =>
                $"The quota {Quota} of {election.Total} votes and {election.Seats} seats is nought or does not exist.",
            ProblemKind.OverAward =>
                $"Whole quotas ({Quota}, {Quota.Of(election.Total, election.Seats)} votes) fill more than the {election.Seats} seats.",
            _ => $"No seats within the bounds add up to {election.Seats}.",
        };

    private static ImmutableArray<int> TiedLists(QuotaOrder order, Election election, ReadOnlySpan<int> held, int open)
    {
        var tied = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < held.Length; i++)
        {
            var v = (ulong)election.Votes[i];
            if (
                v > 0
                && held[i] < election.Limits.Most(i)
                && order.Compare(v, held[i], (ulong)election.Votes[open], held[open]) == 0
            )
            {
                tied.Add(i);
            }
        }

        return tied.DrainToImmutable();
    }
}
