using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>
/// The rules of a count of transferable votes: instant run-off, the single transferable vote with Gregory transfers,
/// and their variants. Start from one of the named rules and change what differs.
/// </summary>
public sealed record TransferRules
{
    /// <summary>Seats to be filled; at least one. Without meaning under <see cref="Electing.AllWhenAllAtQuota"/>.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Who is elected at a stage.</summary>
    public Electing Electing { get; init; } = Electing.AllAtQuota;

    /// <summary>The votes that elect.</summary>
    public ElectionQuota Quota { get; init; } = ElectionQuota.Droop;

    /// <summary>
    /// Whether the quota is computed anew at each stage from the votes of those who continue, until the seats are
    /// filled; otherwise from the first stage, once. Not where surpluses are transferred.
    /// </summary>
    public bool QuotaEachStage { get; init; }

    /// <summary>
    /// Fewest votes with which a candidate stays in the count: those below are excluded together, and the quota is
    /// never lower. Nought for no such rule.
    /// </summary>
    public Rational MinimumVotes { get; init; }

    /// <summary>How surpluses are transferred.</summary>
    public SurplusRule Surplus { get; init; } = SurplusRule.LargestFirst;

    /// <summary>Decimals of a transfer value, further ones being cut off; null for exact fractions.</summary>
    public int? Decimals { get; init; }

    /// <summary>Where decimals are cut off.</summary>
    public TransferValue TransferValue { get; init; }

    /// <summary>Whether the last surpluses are transferred too, when every seat is filled already.</summary>
    public bool FinalTransfers { get; init; }

    /// <summary>
    /// Whether all candidates are excluded together who could not pass the next one even with each other's votes; where
    /// that would be one alone, the ordinary rule applies.
    /// </summary>
    public bool BatchExclusion { get; init; }

    /// <summary>Whether everybody below the quota is excluded together, under <see cref="Electing.AllWhenAllAtQuota"/>.</summary>
    public bool CutoffExclusion { get; init; }

    /// <summary>Candidates who stay after the first stage, all others being excluded together (contingent vote); null for all.</summary>
    public int? KeptAfterFirst { get; init; }

    /// <summary>
    /// Whether the count goes on after the election of the one winner, who keeps receiving votes, until two are left.
    /// </summary>
    public bool UntilTwo { get; init; }

    /// <summary>The stage after which the count is broken off; null for none.</summary>
    public int? StopAfter { get; init; }

    /// <summary>
    /// The place that stands for all written-in names that are nobody's: excluded first, and never elected. Null for none.
    /// </summary>
    public int? WriteIn { get; init; }

    /// <summary>How ties are decided, rule after rule. A tie that none decides stops the count.</summary>
    public ImmutableArray<TieRule> Ties { get; init; } = [TieRule.Lot];

    /// <summary>How ballots are read.</summary>
    public BallotRules Ballots { get; init; } = new();

    /// <summary>
    /// Instant run-off, the alternative vote: the last is excluded until somebody has a majority of the votes of those
    /// who continue.
    /// </summary>
    public static TransferRules InstantRunoff { get; } = new() { QuotaEachStage = true, Surplus = SurplusRule.None };

    /// <summary>
    /// Wards of Scottish councils: weighted inclusive Gregory with five decimals, the rest being cut off (Scottish Local
    /// Government Elections Order 2007, SSI 2007/42, Sch. 1, rules 45 to 52; the transfer value: rule 48(3)).
    /// </summary>
    /// <param name="seats">Seats of the ward.</param>
    public static TransferRules Scottish(int seats) =>
        new()
        {
            Seats = seats,
            Decimals = 5,
            Ties = [TieRule.LatestDifference, TieRule.Lot],
        };

    /// <summary>Weighted inclusive Gregory in exact fractions, with the Droop quota.</summary>
    /// <param name="seats">Seats to be filled.</param>
    public static TransferRules ExactGregory(int seats) => new() { Seats = seats };

    /// <summary>Equal in every rule.</summary>
    public bool Equals(TransferRules? other) =>
        other is not null
        && Ties.SequenceEqual(other.Ties)
        && (Seats, Electing, Quota, QuotaEachStage, MinimumVotes, Surplus, Decimals)
            == (
                other.Seats,
                other.Electing,
                other.Quota,
                other.QuotaEachStage,
                other.MinimumVotes,
                other.Surplus,
                other.Decimals
            )
        && (TransferValue, FinalTransfers, BatchExclusion, CutoffExclusion)
            == (other.TransferValue, other.FinalTransfers, other.BatchExclusion, other.CutoffExclusion)
        && (KeptAfterFirst, UntilTwo, StopAfter, WriteIn, Ballots)
            == (other.KeptAfterFirst, other.UntilTwo, other.StopAfter, other.WriteIn, other.Ballots);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Seats, Electing, Quota, Surplus, Decimals, Ballots);
}
