namespace Scrutineer.Law.Evaluation;

/// <summary>What kind of list stands on the ballot, where the law treats kinds differently.</summary>
public enum ListKind
{
    /// <summary>The list of one party or group of voters.</summary>
    Party,

    /// <summary>The list of a coalition.</summary>
    Coalition,

    /// <summary>The list of a national minority.</summary>
    Minority,

    /// <summary>A candidate without a party.</summary>
    Independent,
}
