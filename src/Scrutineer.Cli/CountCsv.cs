using System.Globalization;
using System.Text;
using Scrutineer.Counting.Totals;
using Scrutineer.Files;

namespace Scrutineer.Cli;

/// <summary>
/// Totals as CSV: one row a unit, one column a column of the form, empty where nobody reported a number. Behind a column
/// in which some figure is not known stand three more: how many are blank, illegible and not reported.
/// </summary>
internal static class CountCsv
{
    public static string Of(ProtocolCount count, IReadOnlyList<UnitTotals> units)
    {
        var text = new StringBuilder();
        var synthetic = count.Table.IsSynthetic;
        var columns = count.Table.Layout.Columns;
        var incomplete = Enumerable
            .Range(0, columns.Count)
            .Select(c => units.Any(u => !u.Columns[c].IsComplete))
            .ToArray();
        text.Append(synthetic ? "synthetic,level,unit,stations" : "level,unit,stations");
        foreach (var (index, column) in columns.Index())
        {
            text.Append(',').Append(CsvCell.Of(column.Name));
            if (incomplete[index])
            {
                foreach (var state in new[] { "blank", "illegible", "not-reported" })
                {
                    text.Append(',').Append(CsvCell.Of($"{column.Name} {state}"));
                }
            }
        }

        text.Append('\n');
        foreach (var unit in units)
        {
            text.Append(synthetic ? "SYNTHETIC," : "")
                .Append(CsvCell.Of(unit.Level))
                .Append(',')
                .Append(CsvCell.Of(unit.Unit.Text))
                .Append(',')
                .Append(unit.Stations.ToString(CultureInfo.InvariantCulture));
            foreach (var (index, total) in unit.Columns.Index())
            {
                text.Append(',').Append(total.Known > 0 ? total.Sum.ToString(CultureInfo.InvariantCulture) : "");
                if (incomplete[index])
                {
                    text.Append(CultureInfo.InvariantCulture, $",{total.Blank},{total.Illegible},{total.NotReported}");
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
