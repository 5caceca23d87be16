using System.Globalization;
using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Registry;

namespace Scrutineer.Observation;

/// <summary>A turnout that was announced.</summary>
/// <param name="Time">The time of the day, on the clock of the place in which the election is held.</param>
/// <param name="Share">The share; nothing where none was announced or found, which is not nought.</param>
/// <param name="Source">The key of its source.</param>
/// <param name="At">The row.</param>
public sealed record AnnouncedTurnout(TimeOnly Time, Rational? Share, string Source, Location At);

/// <summary>The turnout of one unit over the day.</summary>
/// <param name="Unit">The unit: <c>nation</c>, or the id of a place in the registry.</param>
/// <param name="Name">What to call it on polling day.</param>
/// <param name="Points">What was announced, in order of time.</param>
/// <param name="Behind">How far its clock is behind that of the election.</param>
/// <param name="Closes">When its polls close, on the clock of the election; nothing where that is not known.</param>
public sealed record UnitTurnout(
    string Unit,
    string Name,
    IReadOnlyList<AnnouncedTurnout> Points,
    TimeSpan Behind,
    TimeOnly? Closes
)
{
    /// <summary>The last share that was announced.</summary>
    public Rational? Last => Points.LastOrDefault(p => p.Share is not null)?.Share;
}

/// <summary>Where a unit stands on a map of equal tiles.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Row">Its row from the top, from nought.</param>
/// <param name="Column">Its column from the left, from nought.</param>
/// <param name="Label">Its short name.</param>
public sealed record UnitTile(string Unit, int Row, int Column, string Label);

/// <summary>The turnout of an election as it was announced over the day, <c>turnout.csv</c>.</summary>
public sealed record TurnoutReport
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "turnout.csv";

    /// <summary>The name of the file with the tiles of the map.</summary>
    public const string TilesName = "tiles.csv";

    private const string Nation = "nation";

    private static readonly string[] Columns = ["time", "unit", "counted", "share", "of", "source", "note"];

    /// <summary>What is counted.</summary>
    public required BaseName Counted { get; init; }

    /// <summary>What it is a share of.</summary>
    public required BaseName Of { get; init; }

    /// <summary>The units, in the order of the file; the whole first where it is there.</summary>
    public required IReadOnlyList<UnitTurnout> Units { get; init; }

    /// <summary>The tiles of the map, in the order of the file.</summary>
    public required IReadOnlyList<UnitTile> Tiles { get; init; }

    /// <summary>The times at which something was announced, in order.</summary>
    public IReadOnlyList<TimeOnly> Times => [.. Units.SelectMany(u => u.Points.Select(p => p.Time)).Distinct().Order()];

    /// <summary>Reads the turnout of a dossier; nothing where it has none, or a problem stands.</summary>
    public static TurnoutReport? Read(ElectionDossier dossier, DossierFacts facts, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(problems);
        var path = Path.Combine(dossier.Folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        var own = new Problems();
        var report = ReadInto(path, dossier, facts, own);
        problems.AddAll(own);
        return own.Any ? null : report;
    }

    private static TurnoutReport? ReadInto(string path, ElectionDossier dossier, DossierFacts facts, Problems problems)
    {
        if (
            SourceText.Read(path, problems) is not { } source
            || Table.Read(source, Columns, 6, problems) is not { } table
        )
        {
            return null;
        }

        var units = new OrderedDictionary<string, List<AnnouncedTurnout>>(StringComparer.Ordinal);
        (BaseName Counted, BaseName Of)? bases = null;
        foreach (var row in table.Rows)
        {
            var unit = row["unit"];
            Unit(unit, facts.Register, row.At("unit"), problems);
            if (
                !TimeOnly.TryParseExact(
                    row["time"],
                    "HH:mm",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var time
                )
            )
            {
                problems.Add(row.At("time"), $"'{row["time"]}' is no time.", "a time as 20:00", "Correct it.");
                continue;
            }

            if (!dossier.File.Sources.ContainsKey(row["source"]))
            {
                problems.Add(
                    row.At("source"),
                    $"The source '{row["source"]}' is not listed in election.yaml.",
                    "a key of 'sources'",
                    Problems.Nearest(row["source"], dossier.File.Sources.Keys)
                );
            }

            if (Base(row, "counted", problems) is not { } counted || Base(row, "of", problems) is not { } of)
            {
                continue;
            }

            if (bases is { } known && known != (counted, of))
            {
                problems.Add(
                    row.At("counted"),
                    "The row has other bases than those before it.",
                    "one kind of turnout in one file",
                    "Leave out what cannot be compared."
                );
            }

            bases ??= (counted, of);
            Rational? share = null;
            if (row["share"].Length > 0)
            {
                if (!Rational.TryParse(row["share"], out var read) || read.Sign < 0 || read > Rational.One)
                {
                    problems.Add(
                        row.At("share"),
                        $"'{row["share"]}' is no share.",
                        "a percentage from 0 % to 100 %, or nothing where none was announced",
                        "Correct it."
                    );
                    continue;
                }

                share = read;
            }

            units.TryAdd(unit, []);
            if (units[unit].Exists(p => p.Time == time))
            {
                problems.Add(
                    row.At("time"),
                    $"The turnout of '{unit}' at {row["time"]} is given twice.",
                    "each time once; figures that differ belong among the claims",
                    "Remove one of the two."
                );
                continue;
            }

            units[unit].Add(new AnnouncedTurnout(time, share, row["source"], row.At("share")));
        }

        if (bases is not { } stated)
        {
            problems.Add(new Location(source.Path), "The file has no rows.", "a row for each figure", "Add some.");
            return null;
        }

        return new TurnoutReport
        {
            Counted = stated.Counted,
            Of = stated.Of,
            Units =
            [
                .. units
                    .Select(u => Made(u.Key, [.. u.Value.OrderBy(p => p.Time)], dossier, facts))
                    .OrderBy(u => u.Unit != Nation),
            ],
            Tiles = ReadTiles(dossier, facts.Register, problems),
        };
    }

    private static UnitTurnout Made(
        string unit,
        IReadOnlyList<AnnouncedTurnout> points,
        ElectionDossier dossier,
        DossierFacts facts
    )
    {
        var day = dossier.File.PollingDay;
        var own = facts.Register?.Find(unit)?.ClockOn(day)?.Ahead;
        var whole = dossier.File.Place is { } place ? facts.Register?.Find(place)?.ClockOn(day)?.Ahead : null;
        var behind = own is { } a && whole is { } b ? b - a : TimeSpan.Zero;
        var closes = facts.Calendar.GetValueOrDefault("voting")?.Closes is { IsToTheMinute: true } closing
            ? TimeOnly.FromDateTime(closing.Earliest).Add(behind)
            : (TimeOnly?)null;
        return new UnitTurnout(unit, unit == Nation ? "the whole" : facts.NameOf(unit, day), points, behind, closes);
    }

    private static List<UnitTile> ReadTiles(ElectionDossier dossier, IdentityRegister? register, Problems problems)
    {
        var path = Path.Combine(dossier.Folder, TilesName);
        var tiles = new List<UnitTile>();
        if (
            !File.Exists(path)
            || SourceText.Read(path, problems) is not { } source
            || Table.Read(source, ["unit", "row", "column", "label"], 4, problems) is not { } table
        )
        {
            return tiles;
        }

        foreach (var row in table.Rows)
        {
            Unit(row["unit"], register, row.At("unit"), problems);
            if (Place(row, "row", problems) is { } top && Place(row, "column", problems) is { } left)
            {
                if (tiles.Exists(t => (t.Row == top && t.Column == left) || t.Unit == row["unit"]))
                {
                    problems.Add(
                        row.At("unit"),
                        $"The tile of '{row["unit"]}' is there, or its place is taken.",
                        "each unit and each place once",
                        "Move one of the two."
                    );
                }

                tiles.Add(new UnitTile(row["unit"], top, left, row["label"]));
            }
        }

        return tiles;
    }

    private static int? Place(TableRow row, string column, Problems problems)
    {
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < 8)
        {
            return place;
        }

        problems.Add(row.At(column), $"'{row[column]}' is no {column}.", "a whole number from 0 to 7", "Correct it.");
        return null;
    }

    private static BaseName? Base(TableRow row, string column, Problems problems)
    {
        var type = ScalarType.Of(typeof(BaseName))!;
        if (type.Parse(row[column]) is BaseName name)
        {
            return name;
        }

        problems.Add(
            row.At(column),
            $"'{row[column]}' is no base.",
            type.Expected,
            Problems.Nearest(row[column], type.Words)
        );
        return null;
    }

    private static void Unit(string unit, IdentityRegister? register, Location at, Problems problems)
    {
        if (unit != Nation && register is not null && register.Find(unit) is not { Kind: IdentityKind.Place })
        {
            problems.Add(
                at,
                $"'{unit}' is no place of the registry.",
                "nation, or the id of a place",
                Problems.Nearest(unit, register.Of(IdentityKind.Place).Select(p => p.Id).Append(Nation))
            );
        }
    }
}
