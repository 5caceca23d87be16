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
            .. plan.Terms.Stations is null ? Array.Empty<string>() : ["least work"],
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
            .. plan.Terms.Stations is null ? Array.Empty<string>() : [Name(assertion.Sizes[0].Method)],
        ];
    }

    /// <summary>The columns of the table of places.</summary>
    public static IReadOnlyList<string> PlaceColumns { get; } =
    ["place", ">ballots", ">assertions", ">margin", ">mean", ">90 %", ">station draws"];

    /// <summary>The row of a place.</summary>
    public static IReadOnlyList<string> Row(PlacePlan place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var polling = place.By(AuditMethod.BallotPolling)!;
        return
        [
            place.Place,
            Shown.Whole(place.Counts.Total),
            Shown.Whole(place.Assertions.Count),
            place.Assertions.Min(a => a.Margin).ToDecimal(5),
            Ballots(polling.Expected, polling),
            Ballots(polling.P90, polling),
            Shown.Whole(place.By(AuditMethod.BatchComparison)!.P90),
        ];
    }

    /// <summary>What the samples of several places are together.</summary>
    private static IEnumerable<string> Places(AuditPlan plan)
    {
        var all = plan.Whole.First(s => s.Method == AuditMethod.BallotPolling);
        var full = plan.ByPlace.Where(p => p.IsFullCount).Select(p => p.Place).ToList();
        yield return "Each assertion is confirmed at the risk limit by itself. A wrong seat makes one of them false, so a wrong result is confirmed with no greater chance.";
        if (all.IsFullCount)
        {
            yield return "Only a count of all ballots confirms the whole: no sample is smaller.";
        }
        else
        {
            yield return $"Together {Shown.Whole((long)Math.Ceiling(all.Expected))} of {Shown.Whole(plan.Seats.Counts.Total)} ballots, {Shown.Whole(all.P90)} where each place needs as many as nine times in ten; a ballot drawn for the whole is drawn besides those for its place.";
        }

        if (full.Count > 0)
        {
            yield return $"By itself no sample is smaller than a full count in {Shown.Of(full.Count, "place", "places")} of {plan.ByPlace.Count}: {Shown.Row(full)}.";
        }

        yield return $"The hardest to confirm is '{plan.Binding!.Assertion.Name}'.";
    }

    /// <summary>What confirms all assertions at once, the least work first.</summary>
    public static IEnumerable<string> Whole(AuditPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.ByPlace.Count > 1)
        {
            foreach (var sentence in Places(plan))
            {
                yield return sentence;
            }

            yield break;
        }

        if (plan.Whole.Count > 0 && plan.Whole.All(s => s.IsFullCount))
        {
            yield return "Only a count of all ballots confirms the whole: no sample is smaller.";
        }

        foreach (var (index, size) in plan.Whole.Where(s => !s.IsFullCount).Index())
        {
            var what = size.Method switch
            {
                AuditMethod.BatchComparison =>
                    $"{Shown.Whole(size.P90)} draws of stations counted whole, if none differs from its protocol{(plan.Terms.Stations is { } stations ? $", of {Shown.Whole(stations)} stations" : "; how much work that is depends on how many stations there are")}",
                AuditMethod.BallotComparison =>
                    $"{Shown.Whole((long)Math.Ceiling(size.Expected))} ballots compared with their records, {Shown.Whole(size.P90)} nine times in ten",
                _ =>
                    $"{Shown.Whole((long)Math.Ceiling(size.Expected))} ballots drawn from all, {Shown.Whole(size.P90)} nine times in ten",
            };
            yield return (
                index > 0 ? "Or: "
                : plan.Terms.Stations is null ? "Enough for the whole: "
                : "Least work for the whole: "
            )
                + what
                + ".";
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
