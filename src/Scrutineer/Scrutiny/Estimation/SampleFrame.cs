using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What a sample was drawn from: the strata, and how many stations each has.</summary>
public sealed class SampleFrame
{
    private static readonly string[] Columns = ["stratum", "stations", "registered", "drawn"];

    private readonly Dictionary<string, int> index;

    /// <summary>A frame of strata, in the order in which neighbours are collapsed.</summary>
    /// <exception cref="ArgumentException">There is no stratum, or two have one name.</exception>
    public SampleFrame(IReadOnlyList<FrameStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        if (strata.Count == 0)
        {
            throw new ArgumentException("A frame has a stratum or more.", nameof(strata));
        }

        Strata = strata;
        index = strata.Index().ToDictionary(s => s.Item.Name, s => s.Index, StringComparer.Ordinal);
    }

    /// <summary>The strata in order.</summary>
    public IReadOnlyList<FrameStratum> Strata { get; }

    /// <summary>The stations of all strata; nothing where one is not known.</summary>
    public int? Stations => Strata.All(s => s.Stations is not null) ? Strata.Sum(s => s.Stations) : null;

    /// <summary>The stations drawn in all strata; nothing where one is not known.</summary>
    public int? Drawn => Strata.All(s => s.Drawn is not null) ? Strata.Sum(s => s.Drawn) : null;

    /// <summary>The file it was read from; nothing where there was none.</summary>
    public SourceText? Source { get; internal init; }

    /// <summary>The frame of a simple sample: one stratum.</summary>
    /// <param name="stations">How many stations there are; nothing where that is not known.</param>
    /// <param name="drawn">How many were drawn; nothing where that is not known.</param>
    public static SampleFrame Whole(int? stations, int? drawn = null) =>
        new([new FrameStratum("", stations) { Drawn = drawn }]);

    /// <summary>The place of a stratum in <see cref="Strata"/>; −1 where the frame has none of the name.</summary>
    public int IndexOf(string stratum) => index.GetValueOrDefault(stratum, -1);

    /// <summary>Reads a frame: <c>stratum,stations</c> and, where they are known, <c>registered</c> and <c>drawn</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where problems go; nothing is returned while one stands.</param>
    public static SampleFrame? Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var frame = SourceText.Read(path, own) is { } source ? Read(source, own) : null;
        problems.AddAll(own);
        return own.Any ? null : frame;
    }

    private static SampleFrame? Read(SourceText source, Problems problems)
    {
        if (Table.Read(source, Columns, 2, problems) is not { } table)
        {
            return null;
        }

        var strata = new List<FrameStratum>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var name = row["stratum"];
            if (name.Length == 0 || !first.TryAdd(name, row.Line))
            {
                problems.Add(
                    row.At("stratum"),
                    name.Length == 0
                        ? "The stratum has no name."
                        : $"The stratum '{name}' is given twice (first in line {first[name]}).",
                    "each stratum once, with its name",
                    "Correct or remove the row."
                );
                continue;
            }

            var stations = Number(row, "stations", least: 1, problems);
            var drawn = Number(row, "drawn", least: 0, problems);
            if (stations is { } all && drawn > all)
            {
                problems.Add(
                    row.At("drawn"),
                    $"{drawn} stations were drawn of {all}.",
                    "no more drawn than there are",
                    "Compare the row with the design of the sample."
                );
            }

            strata.Add(
                new FrameStratum(name, (int?)stations)
                {
                    Registered = Number(row, "registered", least: 0, problems),
                    Drawn = (int?)drawn,
                }
            );
        }

        if (strata.Count == 0)
        {
            problems.Add(
                new Location(source.Path),
                "The frame has no stratum.",
                "a row for each stratum below the header",
                "Write one row for the whole where there are no strata."
            );
        }

        return problems.Any ? null : new SampleFrame(strata) { Source = source };
    }

    private static long? Number(TableRow row, string column, int least, Problems problems)
    {
        var text = row[column];
        if (text.Length == 0 && column != "stations")
        {
            return null;
        }

        if (
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && (column == "registered" || number <= int.MaxValue)
        )
        {
            return number;
        }

        problems.Add(
            row.At(column),
            $"'{text}' is no number of {(column == "registered" ? "voters" : "stations")}.",
            $"a whole number, at least {least}",
            "Write the number in digits."
        );
        return null;
    }
}
