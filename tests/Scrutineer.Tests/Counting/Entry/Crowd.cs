using System.Globalization;
using CsvHelper;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;
using Scrutineer.Tests.Counting.Forms;

namespace Scrutineer.Tests.Counting.Entry;

/// <summary>Reads the crowd's entries and the official table where they lie.</summary>
internal sealed class Crowd
{
    private static readonly FormLayout Layout = Shipped
        .Form("ge/president-2013")
        .For([.. Enumerable.Range(1, 22).Append(41).Select(i => i.ToString(CultureInfo.InvariantCulture))]);

    public required IReadOnlyList<(Consensus Consensus, Protocol Validated)> Papers { get; init; }

    public static Crowd Read(string path)
    {
        var papers = new Dictionary<UnitPath, (List<BlindEntry> Entries, Protocol? Validated)>();
        foreach (var row in Rows(path).Skip(1))
        {
            var unit = UnitPath.Of(row[2], row[3]);
            var protocol = new Protocol(Layout, unit, CopyKind.FirstEntry, [.. row[5..35].Select(Figure)]);
            var paper = papers.GetValueOrDefault(unit, ([], null));
            paper.Entries.Add(new BlindEntry(row[4], protocol));
            // Two precincts have two validated rows that differ; the later one counts.
            papers[unit] = (paper.Entries, row[37] == "1" ? protocol : paper.Validated);
        }

        return new Crowd { Papers = [.. papers.Values.Select(p => (Consensus.Of(p.Entries), p.Validated!))] };
    }

    public static IReadOnlyDictionary<UnitPath, Protocol> Official(string path) =>
        Rows(path)
            .Skip(1)
            .Select(row => new Protocol(
                Layout,
                UnitPath.Of(row[1], row[3]),
                CopyKind.PublishedTable,
                [.. row[5..12].Concat(row[19..42]).Select(Figure)]
            ))
            .ToDictionary(p => p.Unit);

    private static Count Figure(string text) =>
        text is "" or "NULL" ? Count.Blank
        : Count.TryParse(text, out var figure) ? figure
        : Count.Illegible;

    private static IEnumerable<string[]> Rows(string path)
    {
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = false });
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        }
    }
}
