namespace Scrutineer.Registry;

/// <summary>What happened in an election. Calendars judge events, and parties pass from state to state, by these words.</summary>
public enum EventKind
{
    /// <summary>The election was called.</summary>
    Call,

    /// <summary>A commission admitted a party to the election.</summary>
    Admission,

    /// <summary>A commission excluded a party.</summary>
    Exclusion,

    /// <summary>A list or candidates were nominated.</summary>
    Nomination,

    /// <summary>A list or candidates were registered.</summary>
    ListRegistration,

    /// <summary>The registration of a list or candidate was refused.</summary>
    ListRefusal,

    /// <summary>A party or candidate withdrew.</summary>
    Withdrawal,

    /// <summary>A party decided to boycott the election.</summary>
    Boycott,

    /// <summary>Somebody called for a boycott.</summary>
    BoycottCall,

    /// <summary>Somebody called for votes for a list.</summary>
    VoteCall,

    /// <summary>A party held a congress.</summary>
    Congress,

    /// <summary>A commission decided something.</summary>
    Resolution,

    /// <summary>The campaign began or was made: a rally, a meeting, an appeal for a list.</summary>
    Campaigning,

    /// <summary>A rally that is for no list.</summary>
    Rally,

    /// <summary>A picket.</summary>
    Picket,

    /// <summary>An assembly was permitted.</summary>
    Permission,

    /// <summary>Somebody demanded something.</summary>
    Demand,

    /// <summary>Registers of voters were handed to the stations.</summary>
    VoterLists,

    /// <summary>Accreditation of observers ended.</summary>
    Accreditation,

    /// <summary>A mission of observers began.</summary>
    MissionOpened,

    /// <summary>Polling.</summary>
    Voting,

    /// <summary>Turnout was announced.</summary>
    TurnoutAnnounced,

    /// <summary>A preliminary result was announced.</summary>
    PreliminaryResult,

    /// <summary>The commission fixed the result.</summary>
    ResultFixed,

    /// <summary>The result was published.</summary>
    ResultPublished,

    /// <summary>A party named those who take its seats.</summary>
    SeatsAssigned,

    /// <summary>The elected were registered.</summary>
    DeputiesRegistered,

    /// <summary>The elected body met.</summary>
    FirstSession,

    /// <summary>The result was disputed before a court.</summary>
    Appeal,

    /// <summary>Somebody resigned from an office.</summary>
    Resignation,

    /// <summary>Somebody took an office.</summary>
    Appointment,

    /// <summary>Parliament, or the chamber that votes last, passed a law.</summary>
    LawPassed,

    /// <summary>A law was signed.</summary>
    LawSigned,

    /// <summary>A law entered into force.</summary>
    LawInForce,

    /// <summary>A stage of a party's own election of candidates.</summary>
    Primary,

    /// <summary>A mission or body reported.</summary>
    Report,
}
