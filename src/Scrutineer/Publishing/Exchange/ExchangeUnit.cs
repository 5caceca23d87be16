using Scrutineer.Counting;

namespace Scrutineer.Publishing.Exchange;

/// <summary>A reporting unit in an exchanged report.</summary>
/// <param name="Id">Its name in the tallies: a path, or <c>nation</c>.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="Level">The level at which it reports, such as region.</param>
/// <param name="Within">The id of the unit above it; empty for the nation.</param>
public sealed record ExchangeUnit(string Id, string Name, string Level, string Within)
{
    /// <summary>Whether protocols are made here.</summary>
    public bool IsStation { get; init; }

    /// <summary>How many stations lie within it, and of how many the protocol stands; nothing where that is not known.</summary>
    public (int Stations, int Reported)? Progress { get; init; }

    /// <summary>Voters in the registers of all its stations, whether they have reported or not.</summary>
    public Count Registered { get; init; }

    /// <summary>Voters to whom a ballot was issued, as far as it is reported.</summary>
    public Count TookPart { get; init; }
}
