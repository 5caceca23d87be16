using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>The units that were drawn, as <c>sample --csv</c> prints them.</summary>
public sealed class DrawnList
{
    private static readonly string[] Columns = ["unit", "stratum", "ticket"];

    private readonly HashSet<UnitPath> units;

    private DrawnList(HashSet<UnitPath> units, IReadOnlyDictionary<string, int> byStratum)
    {
        this.units = units;
        ByStratum = byStratum;
    }

    /// <summary>How many were drawn of each stratum.</summary>
    public IReadOnlyDictionary<string, int> ByStratum { get; }

    /// <summary>How many were drawn.</summary>
    public int Count => units.Count;

    /// <summary>Whether a unit was drawn.</summary>
    public bool Contains(UnitPath unit) => units.Contains(unit);

    /// <summary>Reads a list; nothing is returned while a problem stands.</summary>
    public static DrawnList? Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var drawn = new HashSet<UnitPath>();
        var byStratum = new Dictionary<string, int>(StringComparer.Ordinal);
        var table = SourceText.Read(path, own) is { } source ? Table.Read(source, Columns, 2, own) : null;
        foreach (var row in table?.Rows ?? [])
        {
            var text = row["unit"];
            if (
                text.Length == 0
                || text.StartsWith('/')
                || text.EndsWith('/')
                || text.Contains("//", StringComparison.Ordinal)
            )
            {
                own.Add(
                    row.At("unit"),
                    $"'{text}' is no unit.",
                    "names from the top, separated by '/'",
                    "Compare it with the output of 'scrutineer sample --csv'."
                );
            }
            else if (!drawn.Add(UnitPath.Parse(text)))
            {
                own.Add(row.At("unit"), $"'{text}' is given twice.", "each unit once", "Remove one of the two.");
            }

            byStratum[row["stratum"]] = byStratum.GetValueOrDefault(row["stratum"]) + 1;
        }

        problems.AddAll(own);
        return own.Any ? null : new DrawnList(drawn, byStratum);
    }
}
