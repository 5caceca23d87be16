using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Courses;

/// <summary>
/// Units whose turnout grew more within an interval than that of the other units, each measured against its own past.
/// </summary>
/// <remarks>
/// With x the logarithm of the growth less that of the past, a unit is held against the others by the deleted residual
/// <c>(x − mean of the others) / (s of the others · √(1 + 1/(n − 1)))</c>, which is Student's t with n − 2 degrees of freedom where the
/// x are drawn from one normal distribution. One-sided; Bonferroni over all units and intervals.
/// </remarks>
public static class SurgeTest
{
    /// <summary>The chance that a clean day has any surge named, under the model.</summary>
    public const double Level = 0.01;

    /// <summary>Fewer units than these cannot be held against each other.</summary>
    public const int Least = 6;

    /// <summary>A unit and interval that stand out.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Hour">The hour at which the interval ends.</param>
    /// <param name="Common">The mean surge of the other units in the same interval.</param>
    /// <param name="P">The p-value, adjusted for all units and intervals.</param>
    public sealed record Surge(UnitCourse Unit, CourseHour Hour, double Common, double P)
    {
        /// <summary>The turnout beyond what the unit's past and the change of the others imply, as a share of the base.</summary>
        public double Beyond
        {
            get
            {
                // What the past implies is the share less what is beyond it.
                var implied = (Hour.Share - Hour.Beyond!.Value) * Math.Exp(Common);
                return Hour.Share - Math.Min(1, implied);
            }
        }
    }

    /// <summary>The surges, the least probable first; none where fewer than six units share an interval.</summary>
    /// <param name="units">The units, without the whole that they make up.</param>
    public static IReadOnlyList<Surge> Of(IReadOnlyList<UnitCourse> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var intervals = units
            .SelectMany(u => u.Hours.Where(h => h.Surge is not null).Select(h => (Unit: u, Hour: h)))
            .GroupBy(p => (p.Hour.Since, p.Hour.Time))
            .Select(g => g.ToList())
            .Where(g => g.Count >= Least)
            .ToList();
        var tests = intervals.Sum(i => i.Count);
        return
        [
            .. intervals
                .SelectMany(i => i.Select(p => Held(p.Unit, p.Hour, i, tests)))
                .OfType<Surge>()
                .Where(s => s.P <= Level)
                .OrderBy(s => s.P),
        ];
    }

    private static Surge? Held(
        UnitCourse unit,
        CourseHour hour,
        List<(UnitCourse Unit, CourseHour Hour)> interval,
        int tests
    )
    {
        var others = interval.Where(p => p.Unit != unit).Select(p => p.Hour.Surge!.Value).ToList();
        var mean = others.Average();
        var s = Math.Sqrt(others.Sum(x => (x - mean) * (x - mean)) / (others.Count - 1));
        var apart = hour.Surge!.Value - mean;
        if (apart <= 0 || s == 0)
        {
            return null;
        }

        var t = apart / (s * Math.Sqrt(1 + (1.0 / others.Count)));
        return new Surge(unit, hour, mean, Math.Min(1, tests * Quantiles.StudentBeyond(t, others.Count - 1) / 2));
    }
}
