namespace Scrutineer.Scrutiny.Margins;

/// <summary>The smallest number of votes that, moved from one list to another, moves a seat.</summary>
/// <param name="From">The list that loses the votes.</param>
/// <param name="To">The list that gains them.</param>
/// <param name="Votes">How many; with one vote fewer the seats are as they are.</param>
/// <param name="Seats">The seats after the transfer, by list, where they differ: positive for a gain.</param>
public sealed record Transfer(string From, string To, long Votes, IReadOnlyList<KeyValuePair<string, int>> Seats);
