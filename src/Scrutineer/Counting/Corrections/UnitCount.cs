using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Corrections;

/// <summary>Whether the figures of a unit count.</summary>
public enum UnitStatus
{
    /// <summary>There are none yet.</summary>
    NotReported,

    /// <summary>They count.</summary>
    Counted,

    /// <summary>They were annulled and do not count.</summary>
    Annulled,
}

/// <summary>How the count of one unit stands after some events.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Status">Whether its figures count.</param>
/// <param name="Protocol">Its latest figures, also where they do not count; nothing where there are none.</param>
/// <param name="Events">The events that made it so, in order.</param>
/// <param name="Findings">Events that could not take effect.</param>
public sealed record UnitCount(
    UnitPath Unit,
    UnitStatus Status,
    Protocol? Protocol,
    IReadOnlyList<CountEvent> Events,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>The code of an event that does not fit what stood before it.</summary>
    public const string WithoutEffect = "event-without-effect";

    /// <summary>Applies events to what a unit reported.</summary>
    /// <param name="layout">The form and ballot.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="reported">What it reported at first; nothing where it did not.</param>
    /// <param name="events">The events of the unit and of units above it, in order of time.</param>
    public static UnitCount After(FormLayout layout, UnitPath unit, Protocol? reported, IEnumerable<CountEvent> events)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(events);
        var count = new UnitCount(
            unit,
            reported is null ? UnitStatus.NotReported : UnitStatus.Counted,
            reported,
            [],
            []
        );
        foreach (var next in events)
        {
            count = count.With(layout, next);
        }

        return count;
    }

    private UnitCount With(FormLayout layout, CountEvent next) =>
        (next.Kind, Status) switch
        {
            (CountEventKind.LateProtocol, UnitStatus.NotReported) => Counts(layout, next, whole: true),
            (CountEventKind.Correction or CountEventKind.Recount, not UnitStatus.NotReported) => Counts(
                layout,
                next,
                next.Kind == CountEventKind.Recount
            ) with
            {
                // A correction or recount of annulled figures changes them and does not lift the annulment.
                Status = Status,
            },
            (CountEventKind.Annulment, not UnitStatus.Annulled) => this with
            {
                Status = UnitStatus.Annulled,
                Events = [.. Events, next],
            },
            (CountEventKind.Reinstatement, UnitStatus.Annulled) => this with
            {
                Status = Protocol is null ? UnitStatus.NotReported : UnitStatus.Counted,
                Events = [.. Events, next],
            },
            (CountEventKind.RepeatVote, UnitStatus.Annulled) => Counts(layout, next, whole: true),
            _ => this with { Findings = [.. Findings, Refused(next)] },
        };

    private UnitCount Counts(FormLayout layout, CountEvent next, bool whole) =>
        this with
        {
            Status = UnitStatus.Counted,
            Protocol = new Protocol(
                layout,
                Unit,
                CopyKind.Signed,
                [
                    .. Enumerable
                        .Range(0, layout.Columns.Count)
                        .Select(c =>
                            next.Figures.TryGetValue(c, out var figure) ? figure
                            : whole || Protocol is null ? Count.NotReported
                            : Protocol[c]
                        ),
                ]
            )
            {
                By = next.Source,
                Lineage = next.Where is { } where ? new Lineage(where.File, where.Line, 0) : default,
            },
            Events = [.. Events, next],
        };

    private Finding Refused(CountEvent next) =>
        new(
            WithoutEffect,
            Severity.Warning,
            $"The {ScalarType.Word(next.Kind).Replace('-', ' ')} of {Shown.Day(DateOnly.FromDateTime(next.At.From))} has no effect: the unit is {Words(Status)} at that moment.",
            $"{next.Reason} ({next.Source})",
            "Read the events of the unit in order."
        )
        {
            Unit = Unit.Text,
            Where = next.Where,
        };

    private static string Words(UnitStatus status) =>
        status switch
        {
            UnitStatus.Counted => "counted",
            UnitStatus.Annulled => "annulled",
            _ => "not reported",
        };
}
