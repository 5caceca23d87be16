using Scrutineer.Findings;

namespace Scrutineer.Counting.Corrections;

/// <summary>What can happen to the protocol of a unit after the count.</summary>
public enum CountEventKind
{
    /// <summary>A protocol that was missing arrives. All its figures are given; one that is not is not reported.</summary>
    LateProtocol,

    /// <summary>Some figures are corrected; the others stay.</summary>
    Correction,

    /// <summary>A recount gives a new protocol in place of the old one. All its figures are given.</summary>
    Recount,

    /// <summary>The result of the unit, or of every unit within it, is annulled.</summary>
    Annulment,

    /// <summary>An annulment is lifted; the figures from before it count again.</summary>
    Reinstatement,

    /// <summary>A vote held again gives a new protocol in place of the annulled one. All its figures are given.</summary>
    RepeatVote,
}

/// <summary>A dated fact about the count of a unit. Nothing is overwritten: the figures before it stay what they were.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Unit">The station, or for an annulment and its lifting any unit above stations.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">Where that is recorded.</param>
public sealed record CountEvent(Moment At, CountEventKind Kind, UnitPath Unit, string Reason, string Source)
{
    /// <summary>The figures that it gives, by column.</summary>
    public IReadOnlyDictionary<int, Count> Figures { get; init; } = new Dictionary<int, Count>();

    /// <summary>The row that records it, where there is one.</summary>
    public Location? Where { get; init; }
}
