using System.Security.Cryptography;
using System.Text;
using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Scrutiny.Forensics.Contrasts;

/// <summary>The stations that somebody marked: a file of station paths, one a line below the header <c>unit</c>.</summary>
public sealed class StationMarks
{
    private readonly string file;
    private readonly Dictionary<UnitPath, int> lines;

    private StationMarks(string file, string sha256, Dictionary<UnitPath, int> lines)
    {
        this.file = file;
        Sha256 = sha256;
        this.lines = lines;
    }

    /// <summary>The SHA-256 of the file's text in UTF-8, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Reads a file, or records what is wrong with it.</summary>
    public static StationMarks? Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        var shown = SourceText.Show(path);
        if (!File.Exists(path))
        {
            problems.Add(new Location(shown), "There is no such file.", "a file of station paths", "Check the path.");
            return null;
        }

        if (SourceText.Read(path, problems) is not { } source)
        {
            return null;
        }

        var rows = source.Text.Split('\n');
        if (rows[0].TrimEnd('\r') != "unit")
        {
            problems.Add(new Location(shown, 1, 1), "The first line is another.", "the header 'unit'", "Add it.");
            return null;
        }

        var named = new Dictionary<UnitPath, int>();
        for (var i = 1; i < rows.Length; i++)
        {
            var row = rows[i].TrimEnd('\r');
            if (row.Length == 0)
            {
                continue;
            }

            if (row.Split('/').Contains(""))
            {
                problems.Add(
                    new Location(shown, i + 1, 1),
                    $"'{row}' names a unit without a name.",
                    "the path of a station, as region/territory/station",
                    "Correct it."
                );
            }
            else if (!named.TryAdd(UnitPath.Parse(row), i + 1))
            {
                problems.Add(
                    new Location(shown, i + 1, 1),
                    $"'{row}' is there twice.",
                    "each station once",
                    "Remove one of the lines."
                );
            }
        }

        return new StationMarks(
            shown,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Text))),
            named
        );
    }

    /// <summary>Marks the stations of a table; a path that is none of them is a problem.</summary>
    public StationTable On(StationTable table, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(problems);
        var found = new HashSet<UnitPath>();
        bool[] marked =
        [
            .. Enumerable
                .Range(0, table.Count)
                .Select(s =>
                {
                    var path = table.PathOf(s);
                    return lines.ContainsKey(path) && found.Add(path);
                }),
        ];
        foreach (var (path, line) in lines.Where(l => !found.Contains(l.Key)))
        {
            problems.Add(
                new Location(file, line, 1),
                $"The table has no station '{path}'.",
                "the path of a station that is counted",
                "'scrutineer count --by' with the level of the stations names them."
            );
        }

        return table with
        {
            Marked = [.. marked],
        };
    }
}
