using Scrutineer.Law;

namespace Scrutineer.Results;

/// <summary>What a contest gives under another reading of its law.</summary>
/// <param name="Name">The name of the reading; several joined by <c> + </c>.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="Because">Why the provision can be read so.</param>
/// <param name="Seats">The seats by list; nothing where they cannot be told.</param>
/// <param name="Changes">Whether a seat differs from the reading applied; nothing where that cannot be told.</param>
/// <param name="WhyUnknown">Why it cannot be told.</param>
public sealed record ReadingResult(
    string Name,
    Basis Basis,
    string Because,
    IReadOnlyList<KeyValuePair<string, int>>? Seats,
    bool? Changes,
    string WhyUnknown
);
