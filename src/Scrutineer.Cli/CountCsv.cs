using System.Globalization;
using System.Text;
using Scrutineer.Counting.Totals;

namespace Scrutineer.Cli;

/// <summary>Totals as CSV: one row a unit, one column a column of the form. A total that is not known is empty.</summary>
internal static class CountCsv
{
    public static string Of(ProtocolCount count, IReadOnlyList<UnitTotals> units)
    {
        var text = new StringBuilder();
        var synthetic = count.Table.IsSynthetic;
        text.Append(synthetic ? "synthetic,level,unit,stations" : "level,unit,stations");
        foreach (var column in count.Table.Layout.Columns)
        {
            text.Append(',').Append(Cell(column.Name));
        }

        text.Append('\n');
        foreach (var unit in units)
        {
            text.Append(synthetic ? "SYNTHETIC," : "")
                .Append(Cell(unit.Level))
                .Append(',')
                .Append(Cell(unit.Unit.Text))
                .Append(',')
                .Append(unit.Stations.ToString(CultureInfo.InvariantCulture));
            foreach (var total in unit.Columns)
            {
                text.Append(',');
                if (total.Known > 0)
                {
                    text.Append(total.Sum.ToString(CultureInfo.InvariantCulture));
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(',', '"', '\n') < 0
            ? text
            : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
