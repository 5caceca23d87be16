namespace Scrutineer.Registry;

/// <summary>A stage on a party's way to registration.</summary>
public enum RegistrationStage
{
    /// <summary>The notice of the initiative group.</summary>
    Notice,

    /// <summary>The founding congress.</summary>
    Congress,

    /// <summary>The lists of members and the application.</summary>
    MemberLists,

    /// <summary>The registration of the party.</summary>
    Registration,

    /// <summary>The registration of its branches.</summary>
    Branches,
}

/// <summary>How a stage ended.</summary>
public enum StageOutcome
{
    /// <summary>It was passed.</summary>
    Passed,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>It was not reached or held in time.</summary>
    Missed,

    /// <summary>It was not ended.</summary>
    Open,
}
