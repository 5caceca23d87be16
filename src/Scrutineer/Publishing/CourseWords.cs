using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Courses;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Publishing;

/// <summary>The courses of turnout as rows, for the terminal and the report.</summary>
public static class CourseWords
{
    /// <summary>
    /// One row an hour of each unit: the unit, the hour, which part of the turnout at the end had come, the same before, its
    /// standard deviation, the earlier elections, the points beyond the past growth, the same in voters. Empty where nothing is known.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(TurnoutCourses courses)
    {
        ArgumentNullException.ThrowIfNull(courses);
        return courses.Units.SelectMany(u => u.Hours.Select(h => Row(u, h)));
    }

    private static IReadOnlyList<string> Row(UnitCourse unit, CourseHour hour) =>
        [
            unit.Name,
            CourseFindings.Hour(hour.Time),
            EstimateWords.Percent(hour.OfEnd, 1),
            hour.PastOfEnd is { } past ? EstimateWords.Percent(past, 1) : "",
            hour.PastSpread is { } spread ? EstimateWords.Number(spread * 100, 1) : "",
            string.Join(", ", unit.Past),
            hour.Beyond is { } beyond ? EstimateWords.Points(beyond, 1) : "",
            hour.Votes is { } votes ? Shown.Signed((long)Math.Round(votes)) : "",
        ];
}
