namespace Scrutineer.Dossier;

/// <summary>What a row of a results file counts.</summary>
public enum FigureName
{
    /// <summary>Voters in the register, or members of an electing college.</summary>
    Registered,

    /// <summary>Electors present at the session of a college.</summary>
    ElectorsPresent,

    /// <summary>Ballots issued to voters; where a source says only "took part", the row says so in its note.</summary>
    BallotsIssued,

    /// <summary>Ballots found in the boxes.</summary>
    BallotsInBox,

    /// <summary>Invalid ballots.</summary>
    Invalid,

    /// <summary>The published total of valid votes.</summary>
    ValidVotes,

    /// <summary>Votes of a list or candidate.</summary>
    Votes,

    /// <summary>Votes against all.</summary>
    AgainstAll,

    /// <summary>Seats of a list or candidate, as declared.</summary>
    Seats,

    /// <summary>A published share of a list or candidate; needs a base.</summary>
    Share,

    /// <summary>A published share of "against all"; needs a base.</summary>
    ShareAgainstAll,

    /// <summary>Seats to be filled in the unit itself, without levelling seats.</summary>
    ConstituencySeats,

    /// <summary>Levelling seats placed in the unit.</summary>
    LevellingSeats,

    /// <summary>People of the unit, of the kind by which the law shares out seats.</summary>
    Population,

    /// <summary>Area of the unit in whole square kilometres.</summary>
    AreaKm2,

    /// <summary>Published turnout, a share of the registered voters.</summary>
    Turnout,
}
