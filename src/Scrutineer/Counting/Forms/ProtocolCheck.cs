namespace Scrutineer.Counting.Forms;

/// <summary>A relation that does not hold in a protocol.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Outcome">Its two sides.</param>
public sealed record BrokenRelation(ControlRelation Relation, RelationOutcome Outcome);

/// <summary>What the check of one protocol found.</summary>
/// <param name="Faults">Fields that are wrong by themselves.</param>
/// <param name="Broken">Relations that are broken and not suppressed by an earlier one, in the order of the form.</param>
/// <param name="Untold">Relations that cannot be told, because a figure they need is not known.</param>
public sealed record ProtocolCheck(
    IReadOnlyList<FieldFault> Faults,
    IReadOnlyList<BrokenRelation> Broken,
    IReadOnlyList<ControlRelation> Untold
)
{
    /// <summary>A protocol in order.</summary>
    public static ProtocolCheck Clean { get; } = new([], [], []);

    /// <summary>The codes of the broken relations of a severity, sorted, once for each list they are broken for.</summary>
    public IReadOnlyList<string> Codes(Findings.Severity severity) =>
        [
            .. Broken
                .Where(b => b.Relation.Severity == severity)
                .Select(b => b.Relation.Code)
                .Order(StringComparer.Ordinal),
        ];

    internal static ProtocolCheck Of(
        FormLayout layout,
        IReadOnlyList<FieldFault> faults,
        ReadOnlySpan<long> values,
        ReadOnlySpan<CountState> states,
        int from
    )
    {
        var broken = new List<BrokenRelation>();
        var untold = new List<ControlRelation>();
        var fired = new bool[layout.Relations.Count];
        for (var i = from; i < layout.Relations.Count; i++)
        {
            var relation = layout.Relations[i];
            if (Array.Exists(relation.Suppressors, s => fired[s]))
            {
                continue;
            }

            var outcome = relation.Check(values, states);
            if (outcome.Result == RelationResult.CannotBeTold)
            {
                untold.Add(relation);
            }
            else if (outcome.Result == RelationResult.Broken)
            {
                fired[i] = true;
                broken.Add(new BrokenRelation(relation, outcome));
            }
        }

        return new ProtocolCheck(faults, broken, untold);
    }
}
