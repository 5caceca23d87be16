using System.Globalization;
using System.Text.Json.Nodes;
using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>
/// When something happened, as exactly as its source says: a minute, a day, a month, a year, about, before, after or between
/// such, or unknown. It is held as the first and the last minute that it can have been, in the election's own time.
/// </summary>
/// <param name="Written">The date as it is written in files.</param>
/// <param name="Earliest">The first minute that it can have been; <see cref="DateTime.MinValue"/> where there is none.</param>
/// <param name="Latest">The last minute that it can have been; <see cref="DateTime.MaxValue"/> where there is none.</param>
public sealed record PartialDate(string Written, DateTime Earliest, DateTime Latest)
{
    private const string Life = "for life";

    /// <summary>
    /// The forms of an exact date, each with the last minute that it covers and with what "about" adds on either side: an
    /// hour, a week, a month, a year.
    /// </summary>
    private static readonly (
        string Form,
        string Shown,
        Func<DateTime, DateTime> Last,
        Func<DateTime, int, DateTime> About
    )[] Forms =
    [
        ("yyyy-MM-ddTHH:mm", "d MMMM yyyy, HH:mm", d => d, (d, n) => d.AddHours(n)),
        ("yyyy-MM-dd", "d MMMM yyyy", d => d.AddDays(1).AddMinutes(-1), (d, n) => d.AddDays(7 * n)),
        ("yyyy-MM", "MMMM yyyy", d => d.AddMonths(1).AddMinutes(-1), (d, n) => d.AddMonths(n)),
        ("yyyy", "yyyy", d => d.AddYears(1).AddMinutes(-1), (d, n) => d.AddYears(n)),
    ];

    /// <summary>How a date is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "a date that exists: 2020-11-05, 2020-11-05T18:00, 2020-11, 2020; 'about', 'before', 'after' one; 'between' one 'and' one; 'unknown'; 'for life'",
            Parse,
            () => new JsonObject { ["type"] = new JsonArray("string", "integer") },
            []
        );

    /// <summary>A day that is known.</summary>
    public static PartialDate Of(DateOnly day) => Exact(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))!;

    /// <summary>Whether it is known to the minute.</summary>
    public bool IsToTheMinute => Earliest == Latest;

    /// <summary>The one day on which it was; nothing where it can have been on several, or lies open.</summary>
    public DateOnly? Day =>
        !IsForLife && DateOnly.FromDateTime(Earliest) is var first && first == DateOnly.FromDateTime(Latest)
            ? first
            : null;

    /// <summary>Whether it lies in the future for as long as somebody lives.</summary>
    public bool IsForLife => string.Equals(Written, Life, StringComparison.Ordinal);

    /// <summary>Reads a date; nothing where the text is none, or names a day that does not exist.</summary>
    public static PartialDate? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text switch
        {
            "unknown" => new PartialDate(text, DateTime.MinValue, DateTime.MaxValue),
            Life => new PartialDate(text, DateTime.MaxValue, DateTime.MaxValue),
            _ when Rest(text, "about ") is { } about => About(text, about),
            _ when Rest(text, "before ") is { } before => Exact(before) is { } end
                ? new PartialDate(text, DateTime.MinValue, end.Earliest.AddMinutes(-1))
                : null,
            _ when Rest(text, "after ") is { } after => Exact(after) is { } start
                ? new PartialDate(text, start.Latest.AddMinutes(1), DateTime.MaxValue)
                : null,
            _ when Rest(text, "between ")?.Split(" and ") is [var from, var to] => Exact(from) is { } first
            && Exact(to) is { } last
            && first.Earliest < last.Earliest
                ? new PartialDate(text, first.Earliest, last.Latest)
                : null,
            _ => Exact(text),
        };
    }

    /// <summary>Whether it had happened when a day ended.</summary>
    public Answer HadHappenedBy(DateOnly day) => HadHappenedBy(day.ToDateTime(new TimeOnly(23, 59)));

    /// <summary>Whether it had happened at a minute.</summary>
    public Answer HadHappenedBy(DateTime minute) =>
        Latest <= minute ? Answer.Yes
        : Earliest > minute ? Answer.No
        : Answer.NotSure;

    /// <summary>Whether it was before another date.</summary>
    public Answer IsBefore(PartialDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Latest < other.Earliest ? Answer.Yes
            : Earliest >= other.Latest ? Answer.No
            : Answer.NotSure;
    }

    /// <summary>The date in words: "5 November 2020", "about 21 December 2020", "a day that is not known".</summary>
    public string InWords()
    {
        if (string.Equals(Written, "unknown", StringComparison.Ordinal))
        {
            return "a day that is not known";
        }

        var words = Written.Split(' ');
        return string.Join(
            ' ',
            words.Select(w =>
                Forms.FirstOrDefault(f => Try(w, f.Form) is not null) is { Form: not null } form
                    ? Try(w, form.Form)!.Value.ToString(form.Shown, CultureInfo.InvariantCulture)
                    : w
            )
        );
    }

    /// <summary>The date as it is written in files.</summary>
    public override string ToString() => Written;

    private static string? Rest(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..] : null;

    private static PartialDate? Exact(string text)
    {
        foreach (var (form, _, last, _) in Forms)
        {
            if (Try(text, form) is { } first)
            {
                return new PartialDate(text, first, last(first));
            }
        }

        return null;
    }

    private static PartialDate? About(string text, string core)
    {
        foreach (var (form, _, last, about) in Forms)
        {
            if (Try(core, form) is { } first)
            {
                return new PartialDate(text, about(first, -1), about(last(first), 1));
            }
        }

        return null;
    }

    private static DateTime? Try(string text, string form) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1000 and <= 2999
            ? date
            : null;
}
