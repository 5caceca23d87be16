using Scrutineer.Counting;
using Scrutineer.Counting.Entry;

namespace Scrutineer.Web.Night;

/// <summary>What somebody wants to do with the protocol of a station.</summary>
/// <param name="Unit">The station.</param>
/// <param name="ClientId">The identifier that the page gave it; sent again, it is accepted once.</param>
/// <param name="Version">The version of the protocol's stream that the person saw.</param>
/// <param name="By">Who.</param>
/// <param name="Move">What.</param>
internal sealed record MoveRequest(UnitPath Unit, string ClientId, long Version, EntryPerson By, EntryMove Move)
{
    /// <summary>Why; a coordinator's moves need it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The figures handed in, by column; empty for every move that hands in none.</summary>
    public IReadOnlyDictionary<int, Count> Figures { get; init; } = new Dictionary<int, Count>();
}
