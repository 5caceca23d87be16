using Scrutineer.Counting.Totals;
using Scrutineer.Law;

namespace Scrutineer.Counting.Copies;

/// <summary>A count held against another copy of the same protocols: station by station, in totals, and in seats.</summary>
/// <param name="Copy">Whose the other copy is.</param>
/// <param name="File">The file of the other copy, as shown.</param>
/// <param name="Sha256">Its SHA-256.</param>
/// <param name="Comparison">The differences; the count is the left side.</param>
public sealed record CountAgainst(CopyKind Copy, string File, string Sha256, CopyComparison Comparison)
{
    /// <summary>What the seats would be if the other copy told the truth; nothing where there is no law.</summary>
    public SeatEffect? Seats { get; init; }

    /// <summary>The units whose replacement alone changes the seats; empty where there is no law.</summary>
    public IReadOnlyList<UnitDifference> Decisive { get; init; } = [];

    /// <summary>How many units differ in the votes of a list.</summary>
    public int DifferingInVotes =>
        Comparison.Differences.Count(d => d.Fields.Any(f => Comparison.Layout.Columns[f.Column].List is not null));

    /// <summary>Holds a count against another.</summary>
    /// <param name="count">The count.</param>
    /// <param name="other">The count of the other copy, of the same form and ballot.</param>
    /// <param name="copy">Whose copy it is.</param>
    /// <param name="edition">The edition of the law by which seats are filled; nothing for none.</param>
    /// <param name="contest">The contest.</param>
    /// <exception cref="ArgumentException">The other copy follows another form or ballot.</exception>
    public static CountAgainst Of(
        ProtocolCount count,
        ProtocolCount other,
        CopyKind copy,
        Edition? edition = null,
        string contest = ""
    )
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(other);
        return Of(count.Table.Layout, [.. count.Counted], [.. other.Counted], copy, edition, contest) with
        {
            File = other.Table.File,
            Sha256 = other.Table.Sha256,
        };
    }

    /// <summary>Holds protocols against other copies of them, wherever both came from.</summary>
    /// <param name="layout">The form and ballot.</param>
    /// <param name="ours">The one set.</param>
    /// <param name="others">The other set.</param>
    /// <param name="copy">Whose copies the other set holds.</param>
    /// <param name="edition">The edition of the law by which seats are filled; nothing for none.</param>
    /// <param name="contest">The contest.</param>
    /// <exception cref="ArgumentException">The other copies follow another form or ballot.</exception>
    public static CountAgainst Of(
        Forms.FormLayout layout,
        IReadOnlyList<Protocol> ours,
        IReadOnlyList<Protocol> others,
        CopyKind copy,
        Edition? edition,
        string contest
    )
    {
        var comparison = CopyComparison.Of(layout, ours, others.Select(p => p.As(copy)));
        var against = new CountAgainst(copy, "", "", comparison);
        var before = comparison.Totals(ours);
        var after = comparison.Replaced(ours);
        if (edition is null || before.Concat(after).Any(t => !t.Fits))
        {
            return against;
        }

        return against with
        {
            Seats = SeatEffect.Of(edition, contest, layout, before, after),
            Decisive = SeatEffect.Decisive(edition, contest, comparison, before),
        };
    }
}
