using System.Globalization;
using System.Text;
using Scrutineer.Counting.Totals;
using Scrutineer.Files;

namespace Scrutineer.Web.Endpoints;

/// <summary>Every unit of every level as a table: how much of it stands, and its totals.</summary>
internal static class UnitFiles
{
    /// <summary>One row a unit, the whole first. A figure that nobody reported is an empty cell.</summary>
    public static byte[] Csv(ElectionSetup setup, NightLevels levels)
    {
        var text = new StringBuilder();
        Row(
            text,
            [
                "unit",
                "level",
                "stations",
                "stations-reported",
                "voters",
                "voters-reported",
                .. setup.Layout.Columns.Select(c => c.Name),
            ]
        );
        foreach (var unit in levels.All)
        {
            Row(
                text,
                [
                    unit.Unit.Path.Text,
                    unit.Unit.Level,
                    unit.Stations.ToString(CultureInfo.InvariantCulture),
                    unit.Reported.ToString(CultureInfo.InvariantCulture),
                    unit.Voters.IsComplete ? unit.Voters.Sum.ToString(CultureInfo.InvariantCulture) : "",
                    unit.VotersReported.IsComplete && unit.Voters.IsComplete
                        ? unit.VotersReported.Sum.ToString(CultureInfo.InvariantCulture)
                        : "",
                    .. unit.Columns.Select(c => c.Known > 0 ? c.Sum.ToString(CultureInfo.InvariantCulture) : ""),
                ]
            );
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(CsvCell.Of)).Append('\n');
}
