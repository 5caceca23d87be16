using Scrutineer.Counting.Forms;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Copies;

/// <summary>The sum of a set of protocols, as a commission tabulates them.</summary>
public sealed class Tabulation
{
    private Tabulation(FormLayout layout) => Layout = layout;

    /// <summary>The form and ballot.</summary>
    public FormLayout Layout { get; }

    /// <summary>The protocols that were added, by unit, in order.</summary>
    public required IReadOnlyList<Protocol> Counted { get; init; }

    /// <summary>The totals by column.</summary>
    public required IReadOnlyList<ColumnTotal> Totals { get; init; }

    /// <summary>Units that are there twice, protocols of another ballot, totals beyond 64 bits.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether every protocol was added.</summary>
    public bool IsSound => Findings.Count == 0;

    /// <summary>The units whose figure in a column is known and not nought, in order.</summary>
    public IReadOnlyList<UnitPath> UnitsWith(int column) =>
        [.. Counted.Where(p => p[column].Value is > 0).Select(p => p.Unit)];

    /// <summary>
    /// Adds protocols up. A unit that is there twice and a protocol of another ballot are left out and told, because no
    /// rule says which of two protocols counts; the rest is added.
    /// </summary>
    public static Tabulation Of(FormLayout layout, IEnumerable<Protocol> protocols)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(protocols);
        var byUnit = protocols.OrderBy(p => p.Unit).GroupBy(p => p.Unit).ToList();
        var findings = new List<Finding>();
        var counted = new List<Protocol>();
        foreach (var unit in byUnit)
        {
            var copies = unit.ToList();
            if (copies.Count > 1)
            {
                findings.Add(Repeated(unit.Key, copies));
            }
            else if (copies[0].Layout.Columns.Count != layout.Columns.Count)
            {
                findings.Add(OtherBallot(layout, copies[0]));
            }
            else
            {
                counted.Add(copies[0]);
            }
        }

        var totals = new ColumnTotal[layout.Columns.Count];
        foreach (var protocol in counted)
        {
            for (var c = 0; c < totals.Length; c++)
            {
                totals[c] = totals[c].With(protocol.Values[c], protocol.States[c]);
            }
        }

        findings.AddRange(
            Enumerable
                .Range(0, totals.Length)
                .Where(c => !totals[c].Fits)
                .Select(c => new Finding(
                    "beyond-64-bits",
                    Severity.Error,
                    $"The total of {layout.Columns[c].Name} is {totals[c].Sum}, more than a figure can hold.",
                    "A figure is at most 9,223,372,036,854,775,807",
                    "Look for the greatest figures of this column."
                ))
        );
        return new Tabulation(layout)
        {
            Counted = counted,
            Totals = totals,
            Findings = findings,
        };
    }

    private static Finding Repeated(UnitPath unit, List<Protocol> copies) =>
        new(
            CopyFindings.UnitRepeated,
            Severity.Error,
            $"The unit has {copies.Count} protocols{(copies.TrueForAll(c => c.Figures.SequenceEqual(copies[0].Figures)) ? " that say the same" : "")}; it is left out until it is known which counts.",
            "One protocol a unit",
            $"Compare {Shown.Row(copies.Select(c => c.Lineage.At?.ToString() ?? "a protocol"))}."
        )
        {
            Unit = unit.Text,
            Where = copies[0].Lineage.At,
        };

    private static Finding OtherBallot(FormLayout layout, Protocol protocol) =>
        new(
            "other-ballot",
            Severity.Error,
            $"The protocol has {protocol.Layout.Columns.Count} figures for {Shown.Of(protocol.Layout.Lists.Count, "list", "lists")}, and the form has {layout.Columns.Count} for {layout.Lists.Count}; it is left out.",
            "Every protocol of a contest has the lists of its ballot",
            "Compare the lists of the protocol with the ballot."
        )
        {
            Unit = protocol.Unit.Text,
            Where = protocol.Lineage.At,
        };
}
