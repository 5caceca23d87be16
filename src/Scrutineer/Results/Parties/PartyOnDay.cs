using Scrutineer.Registry;

namespace Scrutineer.Results.Parties;

/// <summary>One step of a party's way through an election.</summary>
/// <param name="State">The state that it brought.</param>
/// <param name="Event">The event.</param>
/// <param name="Happened">Whether it had happened on the day that is asked about.</param>
public sealed record PartyStep(PartyState State, EventEntry Event, Answer Happened);

/// <summary>A party or movement on a day.</summary>
/// <param name="Identity">The party.</param>
/// <param name="Names">Its names on the day; two on the day of a renaming.</param>
/// <param name="Status">What the law made of it; several where it cannot be told.</param>
/// <param name="State">Where it certainly stood in the election.</param>
/// <param name="May">Where it may have stood already, where the dates of the sources leave that open.</param>
/// <param name="Passage">Every step of its way that is recorded, also the later ones.</param>
public sealed record PartyOnDay(
    Identity Identity,
    IReadOnlyList<NameEntry> Names,
    IReadOnlyList<StatusEntry> Status,
    PartyState State,
    IReadOnlyList<PartyState> May,
    IReadOnlyList<PartyStep> Passage
);
