using Scrutineer.Findings;

namespace Scrutineer.Law.Calendars;

/// <summary>Do the windows of a calendar refer to moments that exist, without a circle.</summary>
internal static class CalendarCheck
{
    private static readonly string[] Days = ["polling-day", "call", "result", "term-end"];

    public static void All(Edition edition, Problems problems)
    {
        var calendar = edition.Text.Calendar;
        foreach (var (name, window) in calendar)
        {
            if (window is { Opens: null, Closes: null })
            {
                problems.Add(
                    window.At,
                    $"The window '{name}' has neither beginning nor end.",
                    "'opens', 'closes' or both",
                    "Add one."
                );
            }

            if (window.Contest is { } contest && !edition.Text.Contests.ContainsKey(contest))
            {
                problems.Add(
                    window.At,
                    $"The window '{name}' belongs to the contest '{contest}', which edition {edition.Name} does not have.",
                    "a contest of the edition",
                    Problems.Nearest(contest, edition.Text.Contests.Keys)
                );
            }

            foreach (var (end, edge) in Ends(window))
            {
                if (!Days.Contains(edge.Of) && Target(calendar, edge.Of) is null)
                {
                    problems.Add(
                        edge.At,
                        $"'{name}.{end}' is counted from '{edge.Of}'.",
                        "polling-day, call, result, term-end, or an end of another window such as registration.closes",
                        Problems.Nearest(
                            edge.Of,
                            Days.Concat(calendar.SelectMany(w => Ends(w.Value).Select(e => $"{w.Key}.{e.End}")))
                        )
                    );
                }
                else if (IsCircle(calendar, edge))
                {
                    problems.Add(
                        edge.At,
                        $"'{name}.{end}' is counted, by way of others, from itself.",
                        "a moment that does not depend on it",
                        "Count one of them from polling-day."
                    );
                }
            }
        }
    }

    /// <summary>The ends of a window that are written.</summary>
    public static IEnumerable<(string End, WindowEdge Edge)> Ends(CalendarWindow window) =>
        new[] { ("opens", window.Opens), ("closes", window.Closes) }
            .Where(e => e.Item2 is not null)
            .Select(e => (e.Item1, e.Item2!));

    /// <summary>The end of a window that an anchor such as <c>registration.closes</c> names; nothing where there is none.</summary>
    public static WindowEdge? Target(IReadOnlyDictionary<string, CalendarWindow> calendar, string anchor) =>
        anchor.Split('.') is [var name, var end] && calendar.TryGetValue(name, out var window)
            ? end switch
            {
                "opens" => window.Opens,
                "closes" => window.Closes,
                _ => null,
            }
            : null;

    private static bool IsCircle(IReadOnlyDictionary<string, CalendarWindow> calendar, WindowEdge edge)
    {
        var next = edge;
        for (var steps = 0; next is not null && steps <= 2 * calendar.Count; steps++)
        {
            next = Target(calendar, next.Of);
            if (ReferenceEquals(next, edge))
            {
                return true;
            }
        }

        return false;
    }
}
