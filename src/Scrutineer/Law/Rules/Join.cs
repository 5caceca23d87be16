using System.Collections.Immutable;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>When lists that declared themselves joined are treated so.</summary>
public enum JoinCondition
{
    /// <summary>Those of them that take part are joined.</summary>
    AnyAdmitted,

    /// <summary>Only where all of them take part.</summary>
    AllAdmitted,
}

/// <summary>
/// Lists that declared themselves joined count as one in the rules that share out seats <c>among</c> alliances, and share
/// the alliance's seats <c>within</c> it. The dossier says who is joined with whom.
/// </summary>
public sealed record Join : Rule
{
    /// <summary>Which declarations.</summary>
    [Field("by", "Which declaration joins them.", Required = true)]
    public JoinLevel By { get; init; }

    /// <summary>When it holds.</summary>
    [Field("holds-if", "Whether those of them that take part are joined, or only all of them together.")]
    public JoinCondition HoldsIf { get; init; }

    /// <inheritdoc/>
    protected override string Words() =>
        $"Lists of one {JoinLevels.InWords(By)} are joined"
        + (
            HoldsIf == JoinCondition.AllAdmitted
                ? "; where one of them does not take part, the others stand alone."
                : "; those of them that do not take part are left out."
        );

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        var names = standing.Tally.Contenders.Select(c => JoinLevels.Declared(c, By)).ToList();
        var holds = names
            .Where((n, i) => n is not null && standing.Admitted[i])
            .Distinct()
            .Where(n =>
                HoldsIf == JoinCondition.AnyAdmitted
                || names.Index().Where(l => l.Item == n).All(l => standing.Admitted[l.Index])
            )
            .ToHashSet();
        ImmutableArray<string?> joined =
        [
            .. names.Select((n, i) => n is not null && standing.Admitted[i] && holds.Contains(n) ? n : null),
        ];
        var after = WithJoined(standing, joined);
        var groups = Joined
            .Groups(after, By, [.. after.AdmittedIndices])
            .Where(g => g.Members.Count > 1)
            .Select(g => $"{g.Name} ({Shown.Row(g.Members.Select(after.Name))})")
            .ToList();
        return after.With(entry, () => groups.Count == 0 ? "No lists are joined." : $"Joined: {Shown.Row(groups)}.");
    }

    private Standing WithJoined(Standing standing, ImmutableArray<string?> joined) =>
        standing with
        {
            Joins = standing.Joins.SetItem(By, joined),
            Places = [.. standing.Places.Select(p => WithJoined(p, joined))],
        };
}
