using Scrutineer.Law.Evaluation;

namespace Scrutineer.Results.Comparing;

/// <summary>What the votes give under one alternative.</summary>
/// <param name="Alternative">The alternative.</param>
/// <param name="Title">Its name in a few words, such as <c>kz/mazhilis, edition 2009</c>.</param>
/// <param name="House">The seats that it fills.</param>
/// <param name="Seats">The seats of each list; nothing where the alternative cannot be applied.</param>
/// <param name="Because">Why it cannot be applied, or why seats are left open; empty otherwise.</param>
public sealed record Compared(
    Alternative Alternative,
    string Title,
    int House,
    IReadOnlyList<int>? Seats,
    string Because = ""
)
{
    /// <summary>Seats that are tied, and between whom; nothing where none are.</summary>
    public IReadOnlyList<Tie> Ties { get; init; } = [];

    /// <summary>The indices; nothing where there are no seats to compare.</summary>
    public Disproportionality? Indices { get; init; }

    /// <summary>
    /// Seats that are held by other lists than under the first alternative; nothing where one of the two cannot be applied or
    /// the houses differ in size.
    /// </summary>
    public int? Moved { get; init; }
}
