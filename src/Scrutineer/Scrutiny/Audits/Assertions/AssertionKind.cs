namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>What an assertion says.</summary>
public enum AssertionKind
{
    /// <summary>A list reaches a share of a base.</summary>
    ReachesShare,

    /// <summary>A list stays below a share of a base.</summary>
    StaysBelowShare,

    /// <summary>One list or candidate has more votes than another.</summary>
    MoreVotes,

    /// <summary>A list's last quotient that won a seat is above another's first that won none.</summary>
    HigherQuotient,

    /// <summary>A list holds, by its quotient, more of what it was given than another with one seat more.</summary>
    LargerRemainder,

    /// <summary>A list's quotient is less than one below its seats.</summary>
    QuotientNotBelow,

    /// <summary>A list's quotient is less than one above its seats.</summary>
    QuotientNotAbove,

    /// <summary>A list has votes, or none: what a series whose first divisor is nought asks.</summary>
    HasVotes,

    /// <summary>A list's votes in a place are enough for its seats there, or too few for one more, at a fixed divisor.</summary>
    EarnsSeats,
}
