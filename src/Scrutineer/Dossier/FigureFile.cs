using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Dossier;

/// <summary>Reads <c>results.csv</c>: one figure a row, each with its source.</summary>
internal static class FigureFile
{
    private static readonly string[] Columns =
    [
        "contest",
        "unit",
        "stage",
        "figure",
        "list",
        "value",
        "base",
        "source",
        "note",
    ];

    /// <summary>
    /// More than any election counts, a hundred times the people on earth. Below it the sum of a whole file, which is
    /// bounded too, stays within 64 bits.
    /// </summary>
    private const long Most = 1_000_000_000_000;

    /// <summary>Records what is wrong with the form of the file, where what it should hold is not known.</summary>
    public static void ReadForm(string path, Problems problems)
    {
        if (SourceText.Read(path, problems) is { } source)
        {
            Table.Read(source, Columns, 8, problems);
        }
    }

    public static IReadOnlyList<Figure> Read(string path, DossierFile file, Problems problems)
    {
        if (
            SourceText.Read(path, problems) is not { } source
            || Table.Read(source, Columns, 8, problems) is not { } table
        )
        {
            return [];
        }

        var figures = new List<Figure>();
        var seen = new Dictionary<(string, string, Stage, FigureName, string, BaseName?, string), int>();
        foreach (var row in table.Rows)
        {
            if (ReadRow(row, file, problems) is not { } figure)
            {
                continue;
            }

            var key = (figure.Contest, figure.Unit, figure.Stage, figure.Name, figure.List, figure.Base, figure.Source);
            if (seen.TryGetValue(key, out var first))
            {
                problems.Add(
                    row.At("contest"),
                    $"The row repeats line {first}: the same figure from the same source.",
                    "each figure once from each source",
                    "Remove one of the two, or name the source in which it differs."
                );
                continue;
            }

            seen[key] = row.Line;
            figures.Add(figure);
        }

        return figures;
    }

    private static Figure? ReadRow(TableRow row, DossierFile file, Problems problems)
    {
        var contest = Known(row, "contest", file.Contests.Keys, problems);
        var stage = Word<Stage>(row, "stage", problems);
        var name = Word<FigureName>(row, "figure", problems);
        var source = Known(row, "source", file.Sources.Keys, problems);
        var unit = Unit(row, file, problems);

        if (contest is null || name is null)
        {
            return null;
        }

        var needsList = name is FigureName.Votes or FigureName.Seats or FigureName.Share;
        var list = row["list"];
        if (!needsList && list.Length > 0)
        {
            problems.Add(
                row.At("list"),
                $"'{row["figure"]}' belongs to no list, and '{list}' is named.",
                "nothing",
                "Leave the field empty."
            );
            return null;
        }

        if (
            (needsList && Known(row, "list", file.Contests[contest].Contenders.Keys, problems) is null)
            || stage is null
            || source is null
            || unit is null
        )
        {
            return null;
        }

        var figure = new Figure(contest, unit, stage.Value, name.Value, list, source, row.At("value"))
        {
            Note = row["note"],
            Written = row["value"],
        };
        return name is FigureName.Share or FigureName.ShareAgainstAll or FigureName.Turnout
            ? Share(row, figure, problems)
            : Number(row, figure, problems);
    }

    /// <summary>The unit of a row: the nation, or one of <c>units</c>; a misspelt one would take its figures out of the sums.</summary>
    public static string? Unit(TableRow row, DossierFile file, Problems problems)
    {
        var unit = row["unit"];
        if (unit == Tally.Nation || file.Units.ContainsKey(unit))
        {
            return unit;
        }

        problems.Add(
            row.At("unit"),
            unit.Length == 0 ? "The row names no unit." : $"The unit '{unit}' is not in election.yaml.",
            "'nation' for the whole country, or a key of 'units'",
            unit.Length == 0 ? "Name the unit." : Problems.Nearest(unit, file.Units.Keys.Prepend(Tally.Nation))
        );
        return null;
    }

    private static Figure? Number(TableRow row, Figure figure, Problems problems)
    {
        if (row["base"].Length > 0)
        {
            problems.Add(
                row.At("base"),
                "A number has a base.",
                "nothing",
                "Leave 'base' empty; only shares have one."
            );
            return null;
        }

        var most = figure.Name == FigureName.Seats ? LawSense.MostSeats : Most;
        if (Count.TryParse(row["value"], out var count) && !(count.Value > most))
        {
            return figure with { Count = count };
        }

        problems.Add(
            row.At("value"),
            count.Value is not null
                ? $"'{count}' is more {(figure.Name == FigureName.Seats ? "seats than any body" : "than any election")} has."
                : WhyNot(row["value"]),
            $"a whole number from 0 to {most}, or not-reported, blank, illegible",
            Remedy(row["value"])
        );
        return null;
    }

    private static string WhyNot(string value) =>
        value switch
        {
            "" => "The value is missing.",
            _ when value.All(char.IsAsciiDigit) => $"'{Shorten(value)}' is beyond 64 bits.",
            _ when value[0] == '-' && value.Length > 1 && value[1..].All(char.IsAsciiDigit) =>
                $"'{Shorten(value)}' is negative.",
            _ when IsExact(value, out _) => $"'{Shorten(value)}' is not whole.",
            _ => $"'{Shorten(value)}' is not a number.",
        };

    private static bool IsExact(string text, out Rational value)
    {
        value = default;
        return text.Length <= ScalarType.MostDigits && Rational.TryParse(text, out value);
    }

    private static string Remedy(string value) =>
        value switch
        {
            "" => "Write 'not-reported' where nobody reported it; an empty field is not nought.",
            _ when value.Any(char.IsWhiteSpace) || value.Contains('\'', StringComparison.Ordinal) =>
                "Write the digits without spaces or group signs.",
            _ => "Correct the value from its source.",
        };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..37] + "...";

    private static Figure? Share(TableRow row, Figure figure, Problems problems)
    {
        var of = Word<BaseName>(row, "base", problems);
        var text = row["value"];
        if (!text.EndsWith('%') || !IsExact(text, out var share) || share.Sign < 0 || share > Rational.One)
        {
            problems.Add(
                row.At("value"),
                $"'{Shorten(text)}' is not a share.",
                "a percentage from 0 % to 100 %, such as 71.09 %",
                "Write it with its per-cent sign."
            );
            return null;
        }

        if (of is null)
        {
            return null;
        }

        var digits = text.TrimEnd('%', ' ');
        var decimals = digits.Contains('.', StringComparison.Ordinal)
            ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1
            : 0;
        return figure with { Share = ShareOf.Published(share, decimals), Base = of };
    }

    private static string? Known(TableRow row, string column, IEnumerable<string> known, Problems problems)
    {
        var names = known.ToList();
        if (names.Contains(row[column], StringComparer.Ordinal))
        {
            return row[column];
        }

        problems.Add(
            row.At(column),
            row[column].Length == 0
                ? $"The row names no {column}."
                : $"The {column} '{Shorten(row[column])}' is not in election.yaml.",
            $"a {column} of this dossier",
            names.Count == 0 ? "election.yaml names none here." : Problems.Nearest(row[column], names)
        );
        return null;
    }

    private static T? Word<T>(TableRow row, string column, Problems problems)
        where T : struct, Enum
    {
        var type = ScalarType.Of(typeof(T))!;
        if (type.Parse(row[column]) is T value)
        {
            return value;
        }

        problems.Add(
            row.At(column),
            row[column].Length == 0
                ? $"The row names no {column}."
                : $"The {column} '{Shorten(row[column])}' is not known.",
            type.Expected,
            Problems.Nearest(row[column], type.Words)
        );
        return null;
    }
}
