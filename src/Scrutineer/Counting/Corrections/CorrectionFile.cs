using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Units;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Corrections;

/// <summary>
/// Reads <c>corrections.csv</c>: dated facts about the count. Columns: at, event, unit, field, value, reason, source.
/// Rows of the same moment, event and unit are one fact with several figures; a field is a column of the form, such as
/// <c>invalid</c> or <c>votes:AkZhol</c>. An annulment and its lifting have no figures.
/// </summary>
public static class CorrectionFile
{
    private static readonly string[] Columns = ["at", "event", "unit", "field", "value", "reason", "source", "note"];

    private static readonly string[] Needed = ["reason", "source"];

    /// <summary>Reads a file. All problems are recorded; nothing is returned while one stands.</summary>
    /// <param name="source">The text.</param>
    /// <param name="layout">The form and ballot.</param>
    /// <param name="tree">The units.</param>
    /// <param name="sources">The keys of known sources; nothing where any text is a source.</param>
    /// <param name="problems">Where problems go.</param>
    public static IReadOnlyList<CountEvent>? Read(
        SourceText source,
        FormLayout layout,
        UnitTree tree,
        IReadOnlyCollection<string>? sources,
        Problems problems
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var events = new OrderedDictionary<(string, CountEventKind, UnitPath), CountEvent>();
        foreach (var row in Table.Read(source, Columns, 7, own)?.Rows ?? [])
        {
            Row(row, layout, tree, sources, events, own);
        }

        foreach (var next in events.Values)
        {
            Whole(next, layout, own);
        }

        foreach (var problem in own.InOrder())
        {
            problems.Add(problem.Where, problem.Found, problem.Expected, problem.Remedy);
        }

        return own.Any ? null : [.. events.Values];
    }

    private static void Row(
        TableRow row,
        FormLayout layout,
        UnitTree tree,
        IReadOnlyCollection<string>? sources,
        OrderedDictionary<(string, CountEventKind, UnitPath), CountEvent> events,
        Problems problems
    )
    {
        var at = Value(row, "at", typeof(Moment), problems) as Moment;
        var kind = Value(row, "event", typeof(CountEventKind), problems) as CountEventKind?;
        var unit = Unit(row, tree, kind, problems);
        foreach (var column in Needed)
        {
            if (row[column].Length == 0)
            {
                problems.Add(
                    row.At(column),
                    $"The fact has no {column}.",
                    $"a {column}",
                    "No figure changes without one."
                );
            }
        }

        if (sources is not null && row["source"].Length > 0 && !sources.Contains(row["source"]))
        {
            problems.Add(
                row.At("source"),
                $"The source '{row["source"]}' is not listed.",
                "a source of the dossier",
                Problems.Nearest(row["source"], sources)
            );
        }

        if (at is null || kind is null || unit is null)
        {
            return;
        }

        var key = (row["at"], kind.Value, unit.Value);
        var next =
            events.GetValueOrDefault(key)
            ?? new CountEvent(at, kind.Value, unit.Value, row["reason"], row["source"]) { Where = row.At("at") };
        events[key] =
            row["field"].Length == 0 && row["value"].Length == 0
                ? next
                : next with
                {
                    Figures = Figures(row, layout, next, problems),
                };
    }

    private static Dictionary<int, Count> Figures(TableRow row, FormLayout layout, CountEvent next, Problems problems)
    {
        var figures = new Dictionary<int, Count>(next.Figures);
        var names = layout.Columns.Select(c => c.Name).ToList();
        var column = names.IndexOf(row["field"]);
        if (column < 0)
        {
            problems.Add(
                row.At("field"),
                $"The form has no field '{row["field"]}'.",
                "a field, or FIELD:LIST for one of lists",
                Problems.Nearest(row["field"], names)
            );
        }
        else if (!Count.TryParse(row["value"], out var value))
        {
            problems.Add(
                row.At("value"),
                $"'{row["value"]}' is no figure.",
                "a whole number from 0 to 9223372036854775807, or not-reported, blank, illegible",
                "Write the digits without spaces or group signs."
            );
        }
        else if (!figures.TryAdd(column, value))
        {
            problems.Add(
                row.At("field"),
                $"'{row["field"]}' is given twice.",
                "each field once",
                "Remove one of the two."
            );
        }

        return figures;
    }

    private static UnitPath? Unit(TableRow row, UnitTree tree, CountEventKind? kind, Problems problems)
    {
        var path = row["unit"].Split('/').Any(p => p.Length == 0) ? UnitPath.Whole : UnitPath.Parse(row["unit"]);
        if (tree.Find(path) is null)
        {
            problems.Add(
                row.At("unit"),
                $"'{row["unit"]}' is no unit of this election.",
                "the path of a unit from the top, such as Altai/39/592",
                "Write the path as the units or the protocols give it."
            );
            return null;
        }

        if (!tree.IsStation(path) && kind is not (CountEventKind.Annulment or CountEventKind.Reinstatement or null))
        {
            problems.Add(
                row.At("unit"),
                $"'{row["unit"]}' is above stations, and figures change station by station.",
                "the path of a station",
                "Write one fact for each station."
            );
            return null;
        }

        return path;
    }

    private static object? Value(TableRow row, string column, Type type, Problems problems)
    {
        var scalar = ScalarType.Of(type)!;
        var value = scalar.Parse(row[column]);
        if (value is null)
        {
            problems.Add(
                row.At(column),
                $"For '{column}' stands '{row[column]}'.",
                scalar.Expected,
                scalar.Words.Count > 0 ? Problems.Nearest(row[column], scalar.Words) : "Correct it."
            );
        }

        return value;
    }

    private static void Whole(CountEvent next, FormLayout layout, Problems problems)
    {
        var withoutFigures = next.Kind is CountEventKind.Annulment or CountEventKind.Reinstatement;
        if (withoutFigures == (next.Figures.Count == 0))
        {
            return;
        }

        problems.Add(
            next.Where!.Value,
            withoutFigures
                ? $"The {ScalarType.Word(next.Kind)} of {next.Unit} gives figures of {layout.Form.Id}."
                : $"The {ScalarType.Word(next.Kind)} of {next.Unit} gives no figure.",
            withoutFigures ? "no field and no value" : "at least one field with its value",
            withoutFigures ? "Write a repeat-vote or recount for new figures." : "Write one row for each figure."
        );
    }
}
