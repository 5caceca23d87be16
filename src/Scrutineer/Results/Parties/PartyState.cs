using Scrutineer.Registry;

namespace Scrutineer.Results.Parties;

/// <summary>Where a party stands in an election.</summary>
public enum PartyState
{
    /// <summary>Nothing is recorded.</summary>
    None,

    /// <summary>A commission admitted it.</summary>
    Admitted,

    /// <summary>It nominated a list.</summary>
    Nominated,

    /// <summary>Its list is registered.</summary>
    Registered,

    /// <summary>A commission excluded it.</summary>
    Excluded,

    /// <summary>The registration of its list was refused.</summary>
    Refused,

    /// <summary>It withdrew.</summary>
    Withdrew,

    /// <summary>It boycotts the election.</summary>
    Boycotts,
}

/// <summary>What can be asked of a state.</summary>
public static class PartyStates
{
    /// <summary>Whether a party of this state is in the race.</summary>
    public static bool IsInTheRace(this PartyState state) =>
        state is PartyState.Admitted or PartyState.Nominated or PartyState.Registered;

    /// <summary>The state to which an event brings a party; nothing where it brings it to none.</summary>
    public static PartyState? After(EventKind what) =>
        what switch
        {
            EventKind.Admission => PartyState.Admitted,
            EventKind.Nomination => PartyState.Nominated,
            EventKind.ListRegistration => PartyState.Registered,
            EventKind.Exclusion => PartyState.Excluded,
            EventKind.ListRefusal => PartyState.Refused,
            EventKind.Withdrawal => PartyState.Withdrew,
            EventKind.Boycott => PartyState.Boycotts,
            _ => null,
        };
}
