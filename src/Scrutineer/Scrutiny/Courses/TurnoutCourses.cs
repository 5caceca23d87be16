using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Observation;

namespace Scrutineer.Scrutiny.Courses;

/// <summary>The courses of a day's turnout against those of earlier elections of the same body, and the units that stand out.</summary>
public sealed record TurnoutCourses
{
    /// <summary>The end of a day: the time under which the official turnout of the whole stands.</summary>
    public static readonly TimeOnly EndOfDay = new(23, 59);

    /// <summary>How many elections back it looks.</summary>
    private const int MostPast = 6;

    /// <summary>The units that have a past, in the order of the turnout of the day.</summary>
    public required IReadOnlyList<UnitCourse> Units { get; init; }

    /// <summary>What they say.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Why nothing is told; nothing where something is.</summary>
    public string? Untold =>
        Units.Count > 0 ? null : "no earlier election of the body has two of its hours in common with this one";

    /// <summary>The courses of a dossier; nothing where no dossier before it has turnout over the day.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="report">Its turnout.</param>
    /// <param name="problems">Where problems of the earlier dossiers go.</param>
    public static TurnoutCourses? Of(ElectionDossier dossier, TurnoutReport report, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(problems);
        var past = new List<(ElectionDossier Dossier, TurnoutReport Report)>();
        var earlier = dossier.Previous(problems);
        for (var back = 0; back < MostPast && earlier is not null; back++, earlier = earlier.Previous(problems))
        {
            if (
                DossierFacts.Read(earlier, problems) is { } facts
                && TurnoutReport.Read(earlier, facts, problems) is { } turnout
                && (turnout.Counted, turnout.Of) == (report.Counted, report.Of)
            )
            {
                past.Add((earlier, turnout));
            }
        }

        if (past.Count == 0)
        {
            return null;
        }

        var units = new List<UnitCourse>();
        foreach (var unit in report.Units)
        {
            var before = past.SelectMany(p =>
                p.Report.Units.Where(u => u.Unit == unit.Unit).Select(u => (p.Dossier.File.Id, WithEnd(u, p.Dossier)))
            );
            if (UnitCourse.Of(WithEnd(unit, dossier), Size(dossier, unit.Unit, report.Of), [.. before]) is { } course)
            {
                units.Add(course);
            }
        }

        return new TurnoutCourses { Units = units, Findings = CourseFindings.Of(dossier, units) };
    }

    /// <summary>The whole with its official turnout as the end of its day, where the figures give it.</summary>
    private static UnitTurnout WithEnd(UnitTurnout unit, ElectionDossier dossier)
    {
        if (unit.Unit != Tally.Nation || dossier.File.Contests.Keys.FirstOrDefault() is not { } contest)
        {
            return unit;
        }

        var tally = dossier.TallyOf(contest, Tally.Nation);
        return
            tally.Registered.Value is { } registered and > 0
            && tally.BallotsIssued.Value is { } issued
            && issued <= registered
            && unit.Points is [.., { Time: var last }]
            && last < EndOfDay
            ? unit with
            {
                Points =
                [
                    .. unit.Points,
                    new AnnouncedTurnout(EndOfDay, new Rational(issued, registered), "", default),
                ],
            }
            : unit;
    }

    private static long? Size(ElectionDossier dossier, string unit, BaseName of) =>
        of == BaseName.Registered && dossier.File.Contests.Keys.FirstOrDefault() is { } contest
            ? dossier.TallyOf(contest, unit).Registered.Value
            : null;
}
