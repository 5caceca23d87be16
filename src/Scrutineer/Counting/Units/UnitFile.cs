using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Units;

/// <summary>Reads the rows of <c>units.csv</c>.</summary>
internal static class UnitFile
{
    private static readonly string[] Columns =
    [
        "unit",
        "parent",
        "level",
        "code",
        "name",
        "kind",
        "registered",
        "from",
        "until",
        "follows",
        "note",
    ];

    private static readonly string[] Needed = ["unit", "level"];

    public static IReadOnlyList<UnitRow> Read(SourceText source, Problems problems) =>
        Table.Read(source, Columns, 3, problems) is { } table
            ? [.. table.Rows.Select(r => Row(r, problems)).OfType<UnitRow>()]
            : [];

    private static UnitRow? Row(TableRow row, Problems problems)
    {
        var sound = true;
        foreach (var column in Needed.Where(c => row[c].Length == 0))
        {
            problems.Add(row.At(column), $"The row has no {column}.", $"a {column}", "Write it.");
            sound = false;
        }

        var registered = Count.NotReported;
        if (row["registered"].Length > 0 && !Count.TryParse(row["registered"], out registered))
        {
            problems.Add(
                row.At("registered"),
                $"'{row["registered"]}' is no number of voters.",
                "a whole number in digits, or not-reported, blank, illegible",
                "Write the digits without spaces, or leave the field empty."
            );
            sound = false;
        }

        var kinds = ScalarType.Of(typeof(UnitKind))!;
        var kind = row["kind"].Length == 0 ? UnitKind.Ordinary : kinds.Parse(row["kind"]) as UnitKind?;
        if (kind is null)
        {
            problems.Add(
                row.At("kind"),
                $"'{row["kind"]}' is no kind of unit.",
                kinds.Expected,
                Problems.Nearest(row["kind"], kinds.Words)
            );
            sound = false;
        }

        var from = Day(row, "from", problems, ref sound);
        var until = Day(row, "until", problems, ref sound);
        if (from > until)
        {
            problems.Add(
                row.At("until"),
                "The row ends before it begins.",
                "a later day",
                "Correct 'from' or 'until'."
            );
            sound = false;
        }

        return sound
            ? new UnitRow(row["unit"], row["parent"], row["level"], row.At("unit"))
            {
                Code = row["code"].Length > 0 ? row["code"] : row["unit"],
                Name = row["name"].Length > 0 ? row["name"] : row["unit"],
                Kind = kind!.Value,
                Registered = registered,
                From = from,
                Until = until,
                Follows = row["follows"]
                    .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            }
            : null;
    }

    private static DateOnly? Day(TableRow row, string column, Problems problems, ref bool sound)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                row[column],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }

        problems.Add(
            row.At(column),
            $"'{row[column]}' is no day.",
            "a date that exists, written YYYY-MM-DD",
            "Correct it, or leave the field empty."
        );
        sound = false;
        return null;
    }
}
