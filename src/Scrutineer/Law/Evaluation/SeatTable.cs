namespace Scrutineer.Law.Evaluation;

/// <summary>
/// The seats of a contest that was evaluated or declared earlier, by place and list: what a later contest counts, deducts
/// or guarantees. A place above the constituency holds the sum of those within it.
/// </summary>
/// <param name="ByPlace">Seats by place, then by list; <c>nation</c> holds all.</param>
public sealed record SeatTable(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ByPlace)
{
    /// <summary>The constituencies with one seat each, and with which share each is led; empty where votes are not known there.</summary>
    public IReadOnlyList<SeatLed> Led { get; init; } = [];

    /// <summary>The seats of a list in a place; nought where it has none there.</summary>
    public int Of(string place, string list) =>
        ByPlace.TryGetValue(place, out var lists) ? lists.GetValueOrDefault(list) : 0;

    /// <summary>The lists with their seats in the whole contest.</summary>
    public IReadOnlyDictionary<string, int> Totals =>
        ByPlace.GetValueOrDefault(Tally.Nation) ?? new Dictionary<string, int>();
}
