using System.Collections.Immutable;
using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Dossier;
using Scrutineer.Scrutiny.Forensics.Hours;

namespace Scrutineer.Scrutiny.Forensics;

/// <summary>Draws the columns of the tests from counted protocols, by what the form says each field means.</summary>
public static class CountedStations
{
    /// <summary>The stations of a count.</summary>
    /// <param name="count">The count; only protocols that count are drawn.</param>
    /// <param name="list">The list to look at; the one with the most votes if absent.</param>
    /// <param name="ofVotes">Whether shares are of valid votes, and not of all ballots.</param>
    /// <exception cref="ArgumentException">The form has no votes of lists, or no such list.</exception>
    public static StationTable Of(ProtocolCount count, string? list = null, bool ofVotes = false)
    {
        ArgumentNullException.ThrowIfNull(count);
        var table = count.Table;
        var layout = table.Layout;
        var field = layout.Form.ListField;
        if (field is null)
        {
            throw new ArgumentException("The form has no field of votes for lists.", nameof(count));
        }

        var rows = Enumerable.Range(0, table.Count).Where(count.IsCounted).ToArray();
        var later = count.CameLater.ToList();
        var votes = layout.RangeOf(field.Name);
        var registered = layout.ColumnsOf(FigureName.Registered);
        var issued = layout.ColumnsOf(FigureName.BallotsIssued);
        var inBox = layout.ColumnsOf(FigureName.BallotsInBox);
        var valid = layout.ColumnsOf(FigureName.ValidVotes);
        var invalid = layout.ColumnsOf(FigureName.Invalid);
        IReadOnlyList<int> lists = [.. Enumerable.Range(votes.Start, votes.Count)];
        var cast = valid.Count > 0 ? valid : [.. lists, .. layout.ColumnsOf(FigureName.AgainstAll)];
        var (received, shareBase) =
            ofVotes ? ([.. cast], "valid votes")
            : invalid.Count > 0 ? (cast.Concat(invalid).ToList(), "ballots, valid and invalid")
            : inBox.Count > 0 ? ([.. inBox], "ballots in the boxes")
            : ([.. cast], "valid votes");
        var (given, turnoutBase) =
            issued.Count > 0 ? (issued, "ballots issued, of registered voters")
            : inBox.Count > 0 ? (inBox, "ballots in the boxes, of registered voters")
            : (received, $"{shareBase}, of registered voters");
        var columns = lists.Select(c => Column(table, rows, later, [c])).ToImmutableArray();
        var parents = table.Units.Index().ToDictionary(u => u.Item.Path, u => u.Index);
        var chosen = list is null
            ? StationTable.MostVotes(columns)
            : layout.Lists.Index().First(l => l.Item == list).Index;
        return new StationTable
        {
            Title = table.Mapping.File.Title,
            Sha256 = table.Sha256,
            File = table.File,
            Count = rows.Length + later.Count,
            Registered = Column(table, rows, later, registered),
            Given = Column(table, rows, later, given),
            Received = Column(table, rows, later, received),
            Votes = columns,
            Lists = [.. layout.Lists],
            List = chosen,
            Territory =
            [
                .. rows.Select(table.ParentOf),
                .. later.Select(p => parents.GetValueOrDefault(p.Unit.Parent, -1)),
            ],
            Units = [.. table.Units.Select(u => new StationUnit(u.Path, u.Parent, table.Mapping.Levels[u.Level]))],
            Hours =
            [
                .. layout.Hours.Select(h => new StationHour(
                    h,
                    // A protocol that came later than the table tells nothing of the hours.
                    [
                        .. Column(table, rows, [], [layout.IndexOf(FormLayout.HourName(h))]),
                        .. later.Select(_ => StationTable.Unknown),
                    ]
                )),
            ],
            TurnoutBase = turnoutBase,
            ShareBase = shareBase,
            PathOf = station =>
                station < rows.Length ? table.StationOf(rows[station]) : later[station - rows.Length].Unit,
        };
    }

    /// <summary>The sum of columns in each station; not known where one of them is not, or where the sum leaves 63 bits.</summary>
    private static ImmutableArray<long> Column(
        ProtocolTable table,
        int[] rows,
        List<Protocol> later,
        IReadOnlyList<int> columns
    )
    {
        if (columns.Count == 0)
        {
            return [];
        }

        var sums = ImmutableArray.CreateBuilder<long>(rows.Length + later.Count);
        foreach (var row in rows)
        {
            var (chunk, at) = table.Find(row);
            long sum = 0;
            foreach (var column in columns)
            {
                var (value, state) = chunk[at, column];
                sum = Plus(sum, state == CountState.Known ? value : StationTable.Unknown);
            }

            sums.Add(sum);
        }

        foreach (var protocol in later)
        {
            sums.Add(columns.Aggregate(0L, (sum, c) => Plus(sum, protocol[c].Value ?? StationTable.Unknown)));
        }

        return sums.MoveToImmutable();
    }

    private static long Plus(long sum, long value) =>
        sum < 0 || value < 0 || sum > long.MaxValue - value ? StationTable.Unknown : sum + value;
}
