using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Totals;

/// <summary>How one control relation fares over a table.</summary>
/// <param name="Code">Its code; for a relation that holds for each list, with the list behind a colon.</param>
/// <param name="Severity">How much it matters that it is broken.</param>
/// <param name="Says">What must hold, as the form writes it.</param>
/// <param name="Broken">The counted protocols in which it is broken.</param>
/// <param name="Untold">The protocols in which it cannot be told, because a figure is not known.</param>
public sealed record RelationTally(string Code, Severity Severity, string Says, int Broken, long Untold)
{
    internal static IReadOnlyList<RelationTally> Of(
        ProtocolTable table,
        IReadOnlyList<int>[] broken,
        IReadOnlyList<(int Parent, Protocol Protocol)> further
    ) =>
        [
            .. table.Layout.Relations.Select(
                (r, i) =>
                    new RelationTally(
                        r.List is { } list ? $"{r.Code}:{table.Layout.Lists[list]}" : r.Code,
                        r.Severity,
                        string.Join("; ", r.Entry.Says.Items.Select(s => s.Written)),
                        broken[i].Count + further.Count(f => IsBroken(r, f.Protocol)),
                        table.Untold[i]
                    )
            ),
        ];

    private static bool IsBroken(ControlRelation relation, Protocol protocol) =>
        relation.Check(protocol.Values, protocol.States).Result == RelationResult.Broken;
}
