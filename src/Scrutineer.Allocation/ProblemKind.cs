namespace Scrutineer.Allocation;

/// <summary>Why a method has no answer for an input that is well formed.</summary>
public enum ProblemKind
{
    /// <summary>There are seats to fill and no list has a vote.</summary>
    NoVotes,

    /// <summary>The first divisor is nought, so every list with votes is owed a seat, and there are fewer seats.</summary>
    FewerSeatsThanLists,

    /// <summary>The whole quotas alone fill more seats than there are, and the law does not say what then.</summary>
    OverAward,

    /// <summary>The quota is nought or does not exist: no seats to divide by, or it was rounded down to nought.</summary>
    NoQuota,

    /// <summary>The divisor list ends before the house is full.</summary>
    DivisorsExhausted,

    /// <summary>The smallest numbers of seats are too many for the house, or the largest too few.</summary>
    BoundsUnattainable,

    /// <summary>Balinski–Young only: one tie opens into another, so lots have to be drawn seat by seat.</summary>
    InterlockingTies,

    /// <summary>A recorded lot does not fit the tie, or there is none.</summary>
    LotRejected,
}
