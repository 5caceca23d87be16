using Scrutineer.Observation;

namespace Scrutineer.Scrutiny.Courses;

/// <summary>The course of a day's turnout in one unit, against the same hours of earlier elections.</summary>
/// <param name="Unit">The unit, as the turnout of the day names it.</param>
/// <param name="Name">What to call it.</param>
/// <param name="Base">How many its turnout is a share of; nothing where that is not known.</param>
/// <param name="Past">The earlier elections of which it has two hours or more in common.</param>
/// <param name="Hours">The hours that all of them have, in order; the last is the end of the course.</param>
public sealed record UnitCourse(
    string Unit,
    string Name,
    long? Base,
    IReadOnlyList<string> Past,
    IReadOnlyList<CourseHour> Hours
)
{
    /// <summary>How far apart two figures may be that a straight line is drawn between.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromHours(2);

    /// <summary>How near a figure must be to an hour for which it may stand with a line from the next, however far.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(15);

    /// <summary>The course of a unit; nothing where no earlier election has two of its hours.</summary>
    /// <param name="now">The unit's turnout.</param>
    /// <param name="size">How many it is a share of.</param>
    /// <param name="past">The same unit in earlier elections, by their ids.</param>
    public static UnitCourse? Of(UnitTurnout now, long? size, IReadOnlyList<(string Election, UnitTurnout Unit)> past)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(past);
        var used = new List<(string Election, UnitTurnout Unit)>();
        var times = now.Points.Where(p => p.Share?.Sign > 0).Select(p => p.Time).ToList();
        foreach (var earlier in past)
        {
            var common = times.Where(t => At(earlier.Unit, t) is > 0).ToList();
            if (common.Count >= 2)
            {
                times = common;
                used.Add(earlier);
            }
        }

        if (used.Count == 0)
        {
            return null;
        }

        var end = times[^1];
        var hours = new List<CourseHour>();
        foreach (var (i, time) in times.Index())
        {
            var share = At(now, time)!.Value;
            var parts = used.ConvertAll(u => At(u.Unit, time)!.Value / At(u.Unit, end)!.Value);
            var hour = new CourseHour(
                time,
                share,
                share / At(now, end)!.Value,
                time == end ? null : parts.Average(),
                time == end || parts.Count < 2 ? null : Deviation(parts)
            );
            if (i > 0)
            {
                var since = times[i - 1];
                var before = At(now, since)!.Value;
                var growth = used.Average(u => Math.Log(At(u.Unit, time)!.Value / At(u.Unit, since)!.Value));
                var beyond = share - Math.Min(1, before * Math.Exp(growth));
                hour = hour with
                {
                    Since = since,
                    Surge = Math.Log(share / before) - growth,
                    Beyond = beyond,
                    Votes = beyond * size,
                };
            }

            hours.Add(hour);
        }

        return new UnitCourse(now.Unit, now.Name, size, [.. used.Select(u => u.Election)], hours);
    }

    /// <summary>
    /// The turnout at an hour: as announced, or on the straight line between the figures around it where these are at most two hours
    /// apart or one of them is within a quarter of an hour. Nothing where neither holds.
    /// </summary>
    private static double? At(UnitTurnout unit, TimeOnly time)
    {
        AnnouncedTurnout? before = null;
        foreach (var point in unit.Points.Where(p => p.Share is not null))
        {
            if (point.Time == time)
            {
                return Share(point);
            }

            if (point.Time < time)
            {
                before = point;
                continue;
            }

            if (before is null)
            {
                return null;
            }

            var (whole, part) = (point.Time - before.Time, time - before.Time);
            return whole <= Between || part <= Near || whole - part <= Near
                ? Share(before) + ((Share(point) - Share(before)) * (part / whole))
                : null;
        }

        return null;
    }

    private static double Share(AnnouncedTurnout point) => Numerics.Approximation.ToDouble(point.Share!.Value);

    private static double Deviation(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }
}
