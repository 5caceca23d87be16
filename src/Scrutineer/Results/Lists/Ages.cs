using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Registry;

namespace Scrutineer.Results.Lists;

/// <summary>Whole years between a date that may be partial and a day, and whether they meet a bound.</summary>
internal static class Ages
{
    /// <summary>Whether so many whole years meet a bound; not sure where the date leaves it open.</summary>
    public static Answer Meet(PartialDate? since, DateOnly day, Bound bound)
    {
        if (since is null || since.Earliest == DateTime.MinValue || since.Latest == DateTime.MaxValue)
        {
            return Answer.NotSure;
        }

        var most = bound.IsMetBy(new Rational(Years(DateOnly.FromDateTime(since.Earliest), day)));
        var least = bound.IsMetBy(new Rational(Years(DateOnly.FromDateTime(since.Latest), day)));
        return most != least ? Answer.NotSure
            : most ? Answer.Yes
            : Answer.No;
    }

    /// <summary>Completed years from one day to another; who was born on 29 February completes one on 1 March.</summary>
    public static int Years(DateOnly from, DateOnly to) =>
        to.Year - from.Year - ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0);
}
