namespace Scrutineer.Scrutiny.Margins;

/// <summary>The smallest number of votes that, moved from one list to another, moves a seat.</summary>
/// <param name="From">The list that loses the votes.</param>
/// <param name="To">The list that gains them.</param>
/// <param name="Votes">How many; with one vote fewer the seats are as they are.</param>
/// <param name="Seats">The seats after the transfer, by list, where they differ: positive for a gain.</param>
public sealed record Transfer(string From, string To, long Votes, IReadOnlyList<KeyValuePair<string, int>> Seats)
{
    /// <summary>The constituency in which the votes move; nothing where the contest has only one.</summary>
    public string? Place { get; init; }

    /// <summary>
    /// Whether the number is a bound: with it a seat moves, with one vote fewer none does, but a smaller transfer elsewhere
    /// or between other lists may move one too.
    /// </summary>
    public bool IsBound { get; init; }
}
