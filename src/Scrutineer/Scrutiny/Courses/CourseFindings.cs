using System.Globalization;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Scrutiny.Courses;

/// <summary>What the course of a day says against earlier ones.</summary>
public static class CourseFindings
{
    /// <summary>What the comparison cannot see.</summary>
    public const string CannotSee =
        "Weather, the season, other hours of voting and another habit of announcing move the hours as well; a surge in every unit at once, or spread over the day, is not told from these; and a false course that copies an earlier one passes.";

    internal static IReadOnlyList<Finding> Of(ElectionDossier dossier, IReadOnlyList<UnitCourse> units)
    {
        var verify = $"scrutineer turnout {SourceText.Show(dossier.Folder)}";
        var found = SurgeTest.Of([.. units.Where(u => u.Unit != Tally.Nation)]);
        return
        [
            .. found
                .Select(Surged)
                .Concat(units.Where(u => u.Unit == Tally.Nation).Select(Whole))
                .Select(f => f with { Verify = verify }),
        ];
    }

    private static Finding Surged(SurgeTest.Surge surge)
    {
        var (unit, hour) = (surge.Unit, surge.Hour);
        var votes = unit.Base is { } size ? surge.Beyond * size : (double?)null;
        return new Finding(
            "turnout-surge",
            Severity.Warning,
            $"Between {Hour(hour.Since!.Value)} and {Hour(hour.Time)} the turnout of {unit.Name} grew by {EstimateWords.Points(surge.Beyond, 1)} points more than its own past ({Shown.Of(unit.Past.Count, "earlier election", "earlier elections")}) and the change of the other units imply{(votes is { } more ? $": about {Shown.Whole((long)Math.Round(more))} of {Shown.Whole(unit.Base!.Value)} voters" : "; how many voters that is cannot be told, its register is not known")}. Held against the other units p = {surge.P.ToString("0.0000", CultureInfo.InvariantCulture)} (all units and hours together). {CannotSee}",
            "growth between two hours against the past; Student's t against the other units, Bonferroni",
            ""
        )
        {
            Unit = unit.Unit,
            Figures =
            [
                KeyValuePair.Create("from", Hour(hour.Since.Value)),
                KeyValuePair.Create("to", Hour(hour.Time)),
                KeyValuePair.Create("points", EstimateWords.Number(surge.Beyond * 100, 2)),
                .. votes is { } voters
                    ? [KeyValuePair.Create("votes", ((long)Math.Round(voters)).ToString(CultureInfo.InvariantCulture))]
                    : Array.Empty<KeyValuePair<string, string>>(),
            ],
        };
    }

    private static Finding Whole(UnitCourse whole)
    {
        var hours = whole.Hours.SkipLast(1).ToList();
        var most = whole.Hours.Where(h => h.Beyond is not null).MaxBy(h => h.Beyond)!;
        return new Finding(
            "turnout-course",
            Severity.Info,
            $"Of the turnout of the whole at the end ({EstimateWords.Percent(whole.Hours[^1].Share, 1)}), {string.Join(", ", hours.Select(h => $"{EstimateWords.Percent(h.OfEnd, 1)} had come by {Hour(h.Time)}, before {EstimateWords.Percent(h.PastOfEnd!.Value, 1)}{(h.PastSpread is { } s ? $" ± {EstimateWords.Number(s * 100, 1)}" : "")}"))} (mean of {Shown.Row([.. whole.Past])}). "
                + (
                    most.Beyond > 0
                        ? $"Most beyond the past growth came between {Hour(most.Since!.Value)} and {Hour(most.Time)}: {EstimateWords.Points(most.Beyond.Value, 1)} points{(most.Votes is { } votes ? $", about {Shown.Whole((long)Math.Round(votes))} of {Shown.Whole(whole.Base!.Value)} voters" : "")}. "
                        : "In no interval came more than the past growth implies. "
                )
                + "So few earlier elections give no probability of an error; this describes.",
            "turnout over the day of this dossier and of those before it",
            ""
        );
    }

    /// <summary>An hour in words.</summary>
    public static string Hour(TimeOnly time) =>
        time == TurnoutCourses.EndOfDay ? "the end" : time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
