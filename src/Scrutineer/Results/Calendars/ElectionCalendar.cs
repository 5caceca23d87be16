using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law.Calendars;
using Scrutineer.Registry;

namespace Scrutineer.Results.Calendars;

/// <summary>The calendar of an election: the law's windows with their days, and which events kept or missed them.</summary>
public sealed class ElectionCalendar
{
    private readonly Dictionary<string, EdgeResult> known = new(StringComparer.Ordinal);

    private ElectionCalendar(ElectionDossier dossier, DossierFacts facts)
    {
        Dossier = dossier;
        Facts = facts;
        Windows = [.. dossier.Edition.Text.Calendar.Select(w => Window(w.Key, w.Value))];
        Clocks = ReadClocks();
        Windows = [.. Windows.Select(w => w with { Events = Judge(w) })];
        Findings = CalendarFindings.Of(this);
    }

    /// <summary>The dossier.</summary>
    public ElectionDossier Dossier { get; }

    /// <summary>Its dated facts.</summary>
    public DossierFacts Facts { get; }

    /// <summary>The windows in the order of the law.</summary>
    public IReadOnlyList<WindowResult> Windows { get; }

    /// <summary>The clock of the place in which the election is held; nothing where the registry does not say.</summary>
    public UtcOffset? CapitalClock =>
        Dossier.File.Place is { } place ? Facts.Register?.Find(place)?.ClockOn(Dossier.File.PollingDay) : null;

    /// <summary>The places within it whose clock differs on polling day, with how far they are behind the capital.</summary>
    public IReadOnlyList<(Identity Place, TimeSpan Behind)> Clocks { get; }

    /// <summary>What the calendar has to say.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The calendar of a dossier.</summary>
    public static ElectionCalendar Of(ElectionDossier dossier, DossierFacts facts)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(facts);
        return new ElectionCalendar(dossier, facts);
    }

    private WindowResult Window(string name, CalendarWindow window) =>
        new(
            name,
            window,
            PollingDay(window.Contest),
            End(name, window, closes: false),
            End(name, window, closes: true),
            []
        );

    private DateOnly PollingDay(string? contest) =>
        (contest is null ? null : Dossier.File.Contests.GetValueOrDefault(contest)?.PollingDay)
        ?? Dossier.File.PollingDay;

    private EdgeResult? End(string name, CalendarWindow window, bool closes)
    {
        if ((closes ? window.Closes : window.Opens) is not { } edge)
        {
            return null;
        }

        var key = $"{name}.{(closes ? "closes" : "opens")}";
        if (known.TryGetValue(key, out var found))
        {
            return found;
        }

        var anchor = Anchor(edge.Of, window.Contest);
        var set = Facts.Calendar.GetValueOrDefault(name) is { } written
            ? (closes ? written.Closes : written.Opens)
            : null;
        var computed = anchor is { } from ? Moment(edge, from, edge.Counting, closes) : (DateTime?)null;
        IReadOnlyList<CountingConvention> fits =
            anchor is { } counted && set?.Day is { } day
                ?
                [
                    .. Enum.GetValues<CountingConvention>()
                        .Where(c => DateOnly.FromDateTime(edge.Offset.From(counted, c)) == day),
                ]
                : [];
        return known[key] = new EdgeResult(edge, anchor, computed, set, State(edge, computed, set, fits), fits)
        {
            Closes = closes,
        };
    }

    private static EdgeState State(
        WindowEdge edge,
        DateTime? computed,
        PartialDate? set,
        IReadOnlyList<CountingConvention> fits
    )
    {
        if (set is null)
        {
            return computed is null ? EdgeState.Untold : EdgeState.NotSet;
        }

        if (computed is not { } moment)
        {
            return EdgeState.Untold;
        }

        if (set.Day is null)
        {
            return set.Earliest <= moment && moment <= set.Latest ? EdgeState.Agrees : EdgeState.Differs;
        }

        if (!fits.Contains(edge.Counting))
        {
            return fits.Count > 0 && edge.Offset.IsCounted ? EdgeState.CountedOtherwise : EdgeState.Differs;
        }

        return set.IsToTheMinute && edge.Time is not null && set.Earliest != moment
            ? EdgeState.Differs
            : EdgeState.Agrees;
    }

    private DateTime? Anchor(string of, string? contest)
    {
        switch (of)
        {
            case "polling-day":
                return PollingDay(contest).ToDateTime(TimeOnly.MinValue);
            case "call":
                return Dossier.File.Called?.ToDateTime(TimeOnly.MinValue);
            case "term-end":
                return Facts.TermEnds?.Day?.ToDateTime(TimeOnly.MinValue);
            case "result":
                var declared = contest is null
                    ? Dossier.File.Contests.Values.Select(c => c.Declared).FirstOrDefault(d => d is not null)
                    : Dossier.File.Contests.GetValueOrDefault(contest)?.Declared;
                return declared?.ToDateTime(TimeOnly.MinValue);
            default:
                var parts = of.Split('.');
                return End(parts[0], Dossier.Edition.Text.Calendar[parts[0]], parts[1] == "closes")?.Moment;
        }
    }

    /// <summary>The moment that a rule gives: a whole day begins with its first minute and ends with its last.</summary>
    private static DateTime Moment(WindowEdge edge, DateTime from, CountingConvention counting, bool closes)
    {
        var moment = edge.Offset.From(from, counting);
        return edge.Offset.Unit is OffsetUnit.Hour or OffsetUnit.Minute ? moment
            : edge.Time is { } time ? moment.Add(time.Time.ToTimeSpan())
            : closes ? moment.AddDays(1).AddMinutes(-1)
            : moment;
    }

    private List<(Identity, TimeSpan)> ReadClocks()
    {
        if (CapitalClock is not { } capital || Facts.Register is not { } register)
        {
            return [];
        }

        var day = Dossier.File.PollingDay;
        return
        [
            .. register
                .Of(IdentityKind.Place)
                .Where(p => p.Entry.Within.Any(w => w.In == Dossier.File.Place && w.Held(day) == Answer.Yes))
                .Select(p => (p, capital.Ahead - (p.ClockOn(day) ?? capital).Ahead))
                .Where(p => p.Item2 != TimeSpan.Zero),
        ];
    }

    private List<JudgedEvent> Judge(WindowResult window)
    {
        var judged = new List<JudgedEvent>();
        foreach (
            var happened in Facts.Events.Where(e => window.Window.Contest is null || window.Window.Contest == e.Contest)
        )
        {
            if (window.Window.Forbids.Contains(happened.What))
            {
                Inside(happened, EventVerdict.Forbidden);
            }
            else if (window.Window.Suspends.Contains(happened.What))
            {
                Inside(happened, EventVerdict.BeforeTheEnd);
            }
            else if (window.Window.Holds.Contains(happened.What) && !IsForbidden(happened))
            {
                judged.Add(new JudgedEvent(happened, Position(window, happened)));
            }
        }

        return judged;

        void Inside(EventEntry happened, EventVerdict verdict)
        {
            var position = Position(window, happened);
            if (position is EventVerdict.Kept or EventVerdict.NotSure)
            {
                judged.Add(new JudgedEvent(happened, position == EventVerdict.Kept ? verdict : position));
            }
        }
    }

    /// <summary>Whether another window forbids an event where it lies; then that is said, and not also that it came late.</summary>
    private bool IsForbidden(EventEntry happened) =>
        Windows.Any(w =>
            w.Window.Forbids.Contains(happened.What)
            && (w.Window.Contest is null || w.Window.Contest == happened.Contest)
            && Position(w, happened) == EventVerdict.Kept
        );

    private EventVerdict Position(WindowResult window, EventEntry happened)
    {
        var opens = At(window.Opens, happened);
        var closes = At(window.Closes, happened);
        if (opens is { } first && happened.On.Latest < first)
        {
            return EventVerdict.TooEarly;
        }

        if (closes is { } last && happened.On.Earliest > last)
        {
            return EventVerdict.TooLate;
        }

        var begun = window.Opens is null || (opens is { } start && happened.On.Earliest >= start);
        var ended = window.Closes is null || (closes is { } end && happened.On.Latest <= end);
        return begun && ended ? EventVerdict.Kept : EventVerdict.NotSure;
    }

    /// <summary>The moment of an end on the capital's clock, for the place of an event.</summary>
    private DateTime? At(EdgeResult? edge, EventEntry happened)
    {
        var behind =
            edge?.Edge.Clock == ClockName.Local && happened.Where is { } place
                ? Clocks.FirstOrDefault(c => c.Place.Id == place).Behind
                : TimeSpan.Zero;
        return edge?.Moment is { } moment ? moment + behind : null;
    }
}
