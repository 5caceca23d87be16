using Scrutineer.Counting.Corrections;
using Scrutineer.Findings;

namespace Scrutineer.Cli;

/// <summary>The option <c>--as-of</c>.</summary>
internal static class MomentOption
{
    /// <summary>The moment that a text names; nothing, and a problem, where it names none.</summary>
    public static Moment? Read(string? text, Problems problems)
    {
        if (text is null)
        {
            return null;
        }

        if (Moment.Parse(text) is { } moment)
        {
            return moment;
        }

        problems.Add(
            new Location("--as-of"),
            $"'{text}' is no moment.",
            Moment.TextForm.Expected,
            "Write for example 2018-07-01T22:00."
        );
        return null;
    }
}
