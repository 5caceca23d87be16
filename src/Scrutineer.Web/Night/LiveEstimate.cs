using Scrutineer.Findings;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Web.Night;

/// <summary>What the sample of the dossier said at a moment of the night.</summary>
/// <param name="Number">Rises with every estimate.</param>
/// <param name="Official">From the protocols that stand; nothing before the first estimate, and where problems stand.</param>
/// <param name="Copies">From what observers copied, of each station the copy that came first; nothing likewise.</param>
/// <param name="Problems">What does not fit between the sample and the protocols.</param>
/// <param name="At">When it was made.</param>
public sealed record LiveEstimate(
    long Number,
    SampleEstimate? Official,
    SampleEstimate? Copies,
    IReadOnlyList<Problem> Problems,
    DateTimeOffset At
)
{
    /// <summary>That nothing was estimated yet.</summary>
    public static LiveEstimate None { get; } = new(0, null, null, [], default);
}
