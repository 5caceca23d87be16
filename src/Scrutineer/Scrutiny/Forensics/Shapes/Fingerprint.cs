namespace Scrutineer.Scrutiny.Forensics.Shapes;

/// <summary>Stations by turnout and share, for the picture that is known as the fingerprint of an election.</summary>
/// <remarks>Source: Klimek, Yegorov, Hanel and Thurner, "Statistical detection of systematic election irregularities", PNAS 109 (2012), figure 1.</remarks>
public static class Fingerprint
{
    /// <summary>One row a square of a percentage point each way that holds a station, with its stations and registered voters.</summary>
    /// <param name="table">The stations.</param>
    /// <param name="used">Those of them with at least one voter and one ballot.</param>
    public static FigureTable Of(StationTable table, IReadOnlyList<int> used)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(used);
        var stations = new int[101, 101];
        var registered = new double[101, 101];
        foreach (var s in used)
        {
            // The whole percentage below; all of it is in a square of its own.
            var t = (int)(100 * table.Given[s] / table.Registered[s]);
            var v = (int)(100 * table.Leader[s] / table.Received[s]);
            stations[t, v]++;
            registered[t, v] += table.Registered[s];
        }

        var rows = new List<FigureRow>();
        for (var t = 0; t <= 100; t++)
        {
            for (var v = 0; v <= 100; v++)
            {
                if (stations[t, v] > 0)
                {
                    rows.Add(
                        new FigureRow(
                            "",
                            [
                                new Figure("turnout", t),
                                new Figure("share", v),
                                new Figure("stations", stations[t, v]),
                                new Figure("registered", registered[t, v]),
                            ]
                        )
                    );
                }
            }
        }

        return new FigureTable(
            "fingerprint",
            "Stations and their registered voters by turnout and share of the list, each rounded down to a whole per cent.",
            ["turnout", "share", "stations", "registered"],
            rows
        )
        {
            IsForCharts = true,
        };
    }
}
