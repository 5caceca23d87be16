namespace Scrutineer.Scrutiny.Courses;

/// <summary>How far a unit had come by an hour of the day, now and in earlier elections.</summary>
/// <param name="Time">The hour, on the clock of the election.</param>
/// <param name="Share">The turnout announced then, 1 for all.</param>
/// <param name="OfEnd">Which part that is of the turnout at the end of the course.</param>
/// <param name="PastOfEnd">The mean of the same part over earlier elections; nothing for the end itself.</param>
/// <param name="PastSpread">Their standard deviation; nothing where there is only one.</param>
public sealed record CourseHour(TimeOnly Time, double Share, double OfEnd, double? PastOfEnd, double? PastSpread)
{
    /// <summary>The hour before, which the growth is counted from; nothing for the first.</summary>
    public TimeOnly? Since { get; init; }

    /// <summary>
    /// The logarithm of the growth since then, less the mean of that of earlier elections: above nought, more came than the past
    /// implies. Nothing for the first hour.
    /// </summary>
    public double? Surge { get; init; }

    /// <summary>The turnout beyond what the past growth makes of that of the hour before, as a share of the base.</summary>
    public double? Beyond { get; init; }

    /// <summary>The same in voters; nothing where the size of the base is not known.</summary>
    public double? Votes { get; init; }
}
