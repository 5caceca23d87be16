using Scrutineer.Allocation;

namespace Scrutineer.Publishing.Charts;

/// <summary>An estimate that does not pretend to be a point.</summary>
/// <param name="Label">What is estimated, usually a list.</param>
/// <param name="Estimate">The estimate, within its interval: a share (1 for all) or a number of seats.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Official">The official figure, where there is one.</param>
/// <param name="Mark">How it is drawn.</param>
public sealed record Interval(
    string Label,
    Rational Estimate,
    Rational Low,
    Rational High,
    Rational? Official,
    ListMark Mark
);

/// <summary>What the numbers of an <see cref="Interval"/> are.</summary>
public enum IntervalUnit
{
    /// <summary>Shares, 1 for all, written in percent.</summary>
    Percent,

    /// <summary>Numbers of seats.</summary>
    Seats,
}

/// <summary>Where the rows of an interval chart begin and end.</summary>
public enum IntervalScale
{
    /// <summary>All rows on one scale from zero: compares lists.</summary>
    FromZero,

    /// <summary>
    /// A window a row, all of one width in points and each labelled at its ends: compares the official figure with an
    /// interval that would be a hair on a scale from zero.
    /// </summary>
    OwnWindow,
}
