namespace Scrutineer.Allocation.Transferable;

/// <summary>How the marks of a ballot are read as an order of candidates.</summary>
public sealed record BallotRules
{
    /// <summary>What an overvote means.</summary>
    public OvervoteRule Overvote { get; init; } = OvervoteRule.Exhaust;

    /// <summary>Skipped ranks in a row that are passed over; one more exhausts the ballot. Null for any number.</summary>
    public int? SkippedRanksAllowed { get; init; }

    /// <summary>Ranks that count, from the first; null for all.</summary>
    public int? RanksCounted { get; init; }

    /// <summary>Whether a candidate marked at a second rank exhausts the ballot there; otherwise that mark is passed over.</summary>
    public bool ExhaustOnDuplicate { get; init; }
}
