using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Audits.Drawing;

/// <summary>Stations counted again, as somebody wrote them into the table that the draw made.</summary>
public static class RecountFile
{
    /// <summary>The column of the station.</summary>
    public const string Unit = "unit";

    /// <summary>The column of invalid ballots.</summary>
    public const string Invalid = "invalid";

    /// <summary>The column of votes against all, where that row is on the ballot.</summary>
    public const string AgainstAll = "against-all";

    /// <summary>The column of ballots issued, by the stubs or the signed register.</summary>
    public const string Issued = "ballots-issued";

    /// <summary>The columns of the table for a ballot.</summary>
    /// <param name="lists">The lists in ballot order.</param>
    /// <param name="againstAll">Whether the row "against all" is on the ballot.</param>
    public static IReadOnlyList<string> Columns(IEnumerable<string> lists, bool againstAll) =>
        [Unit, .. lists, .. againstAll ? new[] { AgainstAll } : [], Invalid, Issued];

    /// <summary>
    /// Reads recounts. Stations that were not drawn, that stand twice or are missing, and figures that are none, are
    /// problems.
    /// </summary>
    /// <param name="source">The table.</param>
    /// <param name="manifest">The stations.</param>
    /// <param name="drawn">The stations drawn, by their place in the manifest.</param>
    /// <param name="lists">The lists in ballot order.</param>
    /// <param name="againstAll">Whether the row "against all" is on the ballot.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>The ballots found in each station.</returns>
    public static IReadOnlyDictionary<int, BallotCounts> Read(
        SourceText source,
        StationManifest manifest,
        IReadOnlyCollection<int> drawn,
        IReadOnlyList<string> lists,
        bool againstAll,
        Problems problems
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(problems);
        var columns = Columns(lists, againstAll);
        var places = manifest.Units.Index().ToDictionary(u => u.Item.Unit, u => u.Index, StringComparer.Ordinal);
        var wanted = drawn.ToHashSet();
        var found = new Dictionary<int, BallotCounts>();
        var lines = new Dictionary<int, int>();
        if (Table.Read(source, columns, columns.Count, problems) is not { } table)
        {
            return found;
        }

        foreach (var row in table.Rows)
        {
            if (!places.TryGetValue(row[Unit], out var place) || !wanted.Contains(place))
            {
                problems.Add(
                    row.At(Unit),
                    places.ContainsKey(row[Unit])
                        ? $"'{row[Unit]}' was not drawn."
                        : $"There is no station '{row[Unit]}'.",
                    "a station that was drawn",
                    Problems.Nearest(row[Unit], wanted.Select(w => manifest.Units[w].Unit).Take(20))
                );
            }
            else if (!lines.TryAdd(place, row.Line))
            {
                problems.Add(
                    row.At(Unit),
                    $"'{row[Unit]}' stands in line {lines[place]} already.",
                    "every station once",
                    "Keep the count that was signed."
                );
            }
            else if (Counts(row, lists, againstAll, problems) is { } counts)
            {
                found.Add(place, counts);
            }
        }

        foreach (var missing in wanted.Except(lines.Keys).Order())
        {
            problems.Add(
                new Location(source.Path),
                $"The recount of '{manifest.Units[missing].Unit}' is missing.",
                "every station that was drawn",
                "Count it; a station whose ballots cannot be found is entered with nought for every list and all ballots invalid."
            );
        }

        return found;
    }

    private static BallotCounts? Counts(TableRow row, IReadOnlyList<string> lists, bool againstAll, Problems problems)
    {
        var right = true;
        long Number(string column)
        {
            if (Count.TryParse(row[column], out var count) && count.Value is { } number)
            {
                return number;
            }

            problems.Add(
                row.At(column),
                $"'{row[column]}' is no number of ballots.",
                "a whole number, 0 or more",
                "Write what was counted."
            );
            right = false;
            return 0;
        }

        long[] votes = [.. lists.Select(Number)];
        var against = againstAll ? Number(AgainstAll) : 0;
        var invalid = Number(Invalid);
        var issued = Number(Issued);
        if (right && votes.Sum() + against + invalid is var found && found > issued)
        {
            problems.Add(
                row.At(Issued),
                $"{found} ballots were found and {issued} issued.",
                "no more ballots than were issued",
                "Look again. If it is so, enter as issued what was found; the station is then told."
            );
            return null;
        }

        return right ? new BallotCounts([.. votes, against, invalid, issued - votes.Sum() - against - invalid]) : null;
    }
}
