using Scrutineer.Counting.Copies;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Totals;

/// <summary>What the protocols of a dossier say: the count, its seats, and how other copies differ from it.</summary>
public sealed record CountedProtocols
{
    /// <summary>The count; nothing where the table is not at hand.</summary>
    public ProtocolCount? Count { get; init; }

    /// <summary>What the law makes of it; nothing where the contest's seats are not filled in the nation.</summary>
    public CountedSeats? Seats { get; init; }

    /// <summary>The count against each other copy of the stations' protocols.</summary>
    public IReadOnlyList<CountAgainst> Copies { get; init; } = [];

    /// <summary>What all of it says.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
