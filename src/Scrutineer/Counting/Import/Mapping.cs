using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Import;

/// <summary>A mapping, read and held to its own rules; which columns a table really has is looked at when one is opened.</summary>
public sealed class Mapping
{
    private Mapping(MappingFile file, SourceText source)
    {
        File = file;
        Source = source;
        Separator = file.Separator == "tab" ? (byte)'\t' : (byte)file.Separator[0];
    }

    /// <summary>The file as written.</summary>
    public MappingFile File { get; }

    /// <summary>The text it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>What stands between columns.</summary>
    public byte Separator { get; }

    /// <summary>The names of the levels from the top; the last is the station's.</summary>
    public IReadOnlyList<string> Levels => [.. File.Units.Select(u => u.Level)];

    /// <summary>The hours of which the table tells the turnout, in order, each with its column.</summary>
    public IReadOnlyList<(TimeOnly Time, string Column)> Hours =>
        [.. File.Turnout.Select(t => (HourOf(t.Key)!.Value, t.Value)).OrderBy(t => t.Item1)];

    /// <summary>Reads a mapping. Nothing is returned while a problem stands; all are recorded.</summary>
    public static Mapping? Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return SourceText.Read(path, problems) is { } source ? Read(source, problems) : null;
    }

    /// <summary>Reads a mapping from text already in memory.</summary>
    public static Mapping? Read(SourceText source, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var mapping = ReadInto(source, own);
        foreach (var problem in own.InOrder())
        {
            problems.Add(problem.Where, problem.Found, problem.Expected, problem.Remedy);
        }

        return own.Any ? null : mapping;
    }

    private static Mapping? ReadInto(SourceText source, Problems problems)
    {
        if (
            YamlReader.Read(source, problems) is not { } top
            || new FieldReader(problems).Read<MappingFile>(top) is not { } file
        )
        {
            return null;
        }

        if (file.Format is not ("1" or ""))
        {
            problems.Add(
                top["scrutineer-mapping"]!.At,
                $"The file is of version '{file.Format}' of the mapping format.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
            return null;
        }

        Check(file, top, problems);
        return problems.Any ? null : new Mapping(file, source);
    }

    private static TimeOnly? HourOf(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    private static void Check(MappingFile file, MappingNode top, Problems problems)
    {
        var separator = file.Separator;
        if (
            separator != "tab"
            && (separator.Length != 1 || separator[0] is > '~' or < ' ' or '"' or (>= '0' and <= '9'))
        )
        {
            problems.Add(
                top["separator"]!.At,
                $"The separator is '{separator}'.",
                "one ASCII sign that is neither a digit nor a quotation mark, or the word 'tab'",
                "Look at the first lines of the table."
            );
        }

        if (file.Written.Groups is { } groups && (groups.Length != 1 || char.IsAsciiDigit(groups[0])))
        {
            problems.Add(top["written"]!.At, $"'groups' is '{groups}'.", "one sign", "Write for example ','.");
        }

        if (file.Layout == TableLayout.Long != file.Long is not null)
        {
            problems.Add(
                (top["layout"] ?? top["long"] ?? top).At,
                file.Long is null
                    ? "The layout is long and 'long' is missing."
                    : "'long' is given and the layout is wide.",
                "'long: { key: …, value: … }' for a long table, and only for one",
                "Add or remove 'long'."
            );
        }

        foreach (var hour in file.Turnout.Keys.Where(h => HourOf(h) is null))
        {
            problems.Add(
                top["turnout"]!.At,
                $"'{hour}' is no hour of the day.",
                "an hour as \"09:00\"",
                "Write it with two digits each, in quotation marks."
            );
        }

        if (file.Turnout.Count > 0 && file.Layout == TableLayout.Long)
        {
            problems.Add(
                top["turnout"]!.At,
                "'turnout' is given and the layout is long.",
                "'turnout' for a wide table only",
                "Leave it out."
            );
        }

        if (file.Units.Count == 0)
        {
            problems.Add(top.At, "No level of units is given.", "at least the station", "Fill 'units'.");
        }

        foreach (var unit in file.Units.Where(u => u.Constant is null == (u.Columns.Count == 0)))
        {
            problems.Add(
                unit.At,
                $"The level '{unit.Level}' has {(unit.Constant is null ? "neither columns nor a constant" : "both")}.",
                "'columns', or 'constant' where every row belongs to one unit",
                "Give one of the two."
            );
        }

        if (file.Units.Count > 0 && file.Units[^1].Constant is not null)
        {
            problems.Add(
                file.Units[^1].At,
                "The last level is a constant.",
                "columns that tell one station from another",
                "Give the columns of the station."
            );
        }

        foreach (var twice in file.Units.GroupBy(u => u.Level, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Add(
                twice.Last().At,
                $"The level '{twice.Key}' is given twice.",
                "each level once",
                "Rename one of them."
            );
        }
    }
}
