using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>
/// Meek's method: every elected candidate keeps that share of each vote which leaves just a quota, and the rest goes
/// on, to those elected before as well (Hill, Wichmann and Woodall, <i>The Computer Journal</i> 30, 1987; the steps and
/// the arithmetic are those of the Proportional Representation Foundation's Reference Meek Rule).
/// </summary>
/// <remarks>
/// The arithmetic is declared, not exact, because the exact shares are roots of polynomials: numbers have
/// <see cref="Decimals"/> decimals; keep factors and what a candidate keeps of a ballot are rounded up, quotas cut off
/// and raised by one unit. A candidate's vote is above that of exact products by less than one unit a ballot.
/// </remarks>
public sealed record MeekRules
{
    /// <summary>The greatest number of decimals.</summary>
    public const int MostDecimals = 9;

    /// <summary>Seats to be filled; at least one.</summary>
    public required int Seats { get; init; }

    /// <summary>Decimals of the arithmetic, from 1 to <see cref="MostDecimals"/>.</summary>
    public int Decimals { get; init; } = MostDecimals;

    /// <summary>The total surplus below which a stage has converged.</summary>
    public Rational Omega { get; init; } = new(1, 1_000_000);

    /// <summary>How ties are decided, rule after rule. A tie that none decides stops the count.</summary>
    public ImmutableArray<TieRule> Ties { get; init; } = [TieRule.Lot];

    /// <summary>How ballots are read. An overvote exhausts the ballot or is passed over.</summary>
    public BallotRules Ballots { get; init; } = new();

    /// <summary>Equal in every rule.</summary>
    public bool Equals(MeekRules? other) =>
        other is not null
        && (Seats, Decimals, Omega, Ballots) == (other.Seats, other.Decimals, other.Omega, other.Ballots)
        && Ties.SequenceEqual(other.Ties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Seats, Decimals, Omega, Ballots);
}
