using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Observation;

/// <summary>One station of a poll.</summary>
/// <param name="Station">The station.</param>
/// <param name="Answers">How many said so, by list.</param>
/// <param name="Votes">The official votes of the station, by list.</param>
public sealed record PollStation(
    string Station,
    IReadOnlyDictionary<string, int> Answers,
    IReadOnlyDictionary<string, int> Votes
);

/// <summary>A poll by station: what was answered there, beside the official votes of the same station.</summary>
/// <param name="Stations">The stations in the order of the file.</param>
/// <param name="Source">The file.</param>
public sealed record PollClusters(IReadOnlyList<PollStation> Stations, SourceText Source)
{
    private static readonly string[] Columns = ["station", "list", "answers", "votes"];

    /// <summary>Reads <c>station,list,answers,votes</c>; nothing is returned while a problem stands.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lists">The lists of the poll.</param>
    /// <param name="problems">Where problems go.</param>
    public static PollClusters? Read(string path, IReadOnlyCollection<string> lists, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var source = SourceText.Read(path, own);
        var table = source is null ? null : Table.Read(source, Columns, Columns.Length, own);
        var order = new List<string>();
        var stations = new Dictionary<string, (Dictionary<string, int> Answers, Dictionary<string, int> Votes)>(
            StringComparer.Ordinal
        );
        foreach (var row in table?.Rows ?? [])
        {
            if (!stations.TryGetValue(row["station"], out var station))
            {
                stations[row["station"]] = station = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
                order.Add(row["station"]);
            }

            var list = row["list"];
            if (!lists.Contains(list))
            {
                own.Add(
                    row.At("list"),
                    $"The poll has no list '{list}'.",
                    "a list of the poll",
                    Problems.Nearest(list, lists)
                );
            }
            else if (
                !station.Answers.TryAdd(list, Number(row, "answers", own))
                || !station.Votes.TryAdd(list, Number(row, "votes", own))
            )
            {
                own.Add(
                    row.At("list"),
                    $"'{list}' is given twice at '{row["station"]}'.",
                    "each list once a station",
                    "Remove one of the two."
                );
            }
        }

        problems.AddAll(own);
        return own.Any
            ? null
            : new PollClusters(
                [.. order.Select(s => new PollStation(s, stations[s].Answers, stations[s].Votes))],
                source!
            );
    }

    private static int Number(TableRow row, string column, Problems problems)
    {
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add(row.At(column), $"'{row[column]}' is no number.", "a whole number", "Write the number in digits.");
        return 0;
    }
}
