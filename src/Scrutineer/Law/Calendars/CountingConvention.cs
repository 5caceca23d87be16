namespace Scrutineer.Law.Calendars;

/// <summary>How "40 days before" is counted. Acts seldom say; commissions differ from step to step.</summary>
public enum CountingConvention
{
    /// <summary>The day counted from is day nought: 40 days before 10 January is 1 December.</summary>
    Plain,

    /// <summary>So many whole days lie between: 40 days before 10 January is 30 November.</summary>
    ClearDays,

    /// <summary>Both ends count: 40 days before 10 January is 2 December.</summary>
    BothEnds,
}

/// <summary>Whose clock a time of day is.</summary>
public enum ClockName
{
    /// <summary>The clock of the capital, at the same moment everywhere.</summary>
    Capital,

    /// <summary>The clock of each place.</summary>
    Local,
}
