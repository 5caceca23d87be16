using System.Globalization;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Planning;

namespace Scrutineer.Publishing;

/// <summary>The words of an audit's plan, for terminal and report.</summary>
public static class AuditWords
{
    /// <summary>What no sample can supply.</summary>
    public const string Precondition =
        "All of this presupposes that the ballots are those that were cast: sealed, guarded and complete since the count. Mathematics cannot supply that.";

    /// <summary>What the assertions imply.</summary>
    public static string Summary(AuditPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var seats = Shown.Seats(plan.Seats.Standing.Seats.Sum());
        var ballots = Shown.Whole(plan.Seats.Counts.Total);
        return plan.Assertions.Count == 0 && plan.Seats.ImplyEverySeat
                ? $"No ballot could change who holds the {seats}: there is nothing that a sample could find."
            : plan.Seats.ImplyEverySeat
                ? $"If {Shown.Of(plan.Assertions.Count, "assertion is", "assertions are")} true of the {ballots} ballots, {(plan.Seats.Standing.Seats.Sum() == 1 ? "the one seat is" : $"all {seats} are")} right."
            : $"{Shown.Of(plan.Assertions.Count, "assertion", "assertions")} on {ballots} ballots {(plan.Assertions.Count == 1 ? "does" : "do")} not imply the {seats}: rules of the law are left out.";
    }

    /// <summary>The columns of the table of samples.</summary>
    public static IReadOnlyList<string> Columns(AuditPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            ">",
            ">margin",
            ">ballots, mean",
            ">90 %",
            .. plan.Terms.Records ? new[] { ">with records", ">90 %" } : [],
            ">station draws",
            "least work",
        ];
    }

    /// <summary>The row of an assertion.</summary>
    public static IReadOnlyList<string> Row(AuditPlan plan, PlannedAssertion assertion, int number)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(assertion);
        var polling = assertion.By(AuditMethod.BallotPolling)!;
        var records = assertion.By(AuditMethod.BallotComparison);
        return
        [
            number.ToString(CultureInfo.InvariantCulture),
            assertion.Margin.ToDecimal(5),
            Ballots(polling.Expected, polling),
            Ballots(polling.P90, polling),
            .. records is null
                ? Array.Empty<string>()
                : [Ballots(records.Expected, records), Ballots(records.P90, records)],
            Stations(plan, assertion.By(AuditMethod.BatchComparison)!),
            Name(assertion.Sizes[0].Method),
        ];
    }

    /// <summary>What confirms all assertions at once, the least work first.</summary>
    public static IEnumerable<string> Whole(AuditPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Whole.Count > 0 && plan.Whole.All(s => s.IsFullCount))
        {
            yield return "Only a count of all ballots confirms the whole: no sample is smaller.";
        }

        foreach (var (index, size) in plan.Whole.Where(s => !s.IsFullCount).Index())
        {
            var what = size.Method switch
            {
                AuditMethod.BatchComparison =>
                    $"{Shown.Whole(size.P90)} draws of stations counted whole, if none differs from its protocol{(plan.Terms.Stations is { } stations ? $", of {Shown.Whole(stations)} stations" : "; how much work that is depends on how many there are (--stations)")}",
                AuditMethod.BallotComparison =>
                    $"{Shown.Whole((long)Math.Ceiling(size.Expected))} ballots compared with their records, {Shown.Whole(size.P90)} nine times in ten",
                _ =>
                    $"{Shown.Whole((long)Math.Ceiling(size.Expected))} ballots drawn from all, {Shown.Whole(size.P90)} nine times in ten",
            };
            yield return (index == 0 ? "Least work for the whole: " : "Or: ") + what + ".";
        }

        if (plan.Binding is { } binding)
        {
            yield return $"The size of the whole is that of '{binding.Assertion.Name}'.";
        }
    }

    /// <summary>A method in words.</summary>
    public static string Name(AuditMethod method) =>
        method switch
        {
            AuditMethod.BallotPolling => "ballots",
            AuditMethod.BallotComparison => "records",
            _ => "stations",
        };

    private static string Stations(AuditPlan plan, SampleSize size) =>
        plan.Terms.Stations is not null && size.IsFullCount ? "all" : Shown.Whole(size.P90);

    private static string Ballots(double number, SampleSize size) =>
        number >= size.Most ? "all" : Shown.Whole((long)Math.Ceiling(number));
}
