namespace Scrutineer.Law;

/// <summary>What a share is a share of. No percentage exists without one.</summary>
public enum BaseName
{
    /// <summary>Voters in the register, or the members of an electing college.</summary>
    Registered,

    /// <summary>Electors present at the session of an electing college.</summary>
    ElectorsPresent,

    /// <summary>Ballots issued to voters. The commissions of Kazakhstan announce this as turnout.</summary>
    BallotsIssued,

    /// <summary>Ballots found in the boxes, valid and invalid.</summary>
    BallotsInBox,

    /// <summary>Valid votes: for lists or candidates and, where it is on the ballot, against all.</summary>
    ValidVotes,

    /// <summary>Votes for lists or candidates, without "against all".</summary>
    VotesForLists,

    /// <summary>Votes of the lists that take part in the distribution.</summary>
    VotesOfAdmitted,

    /// <summary>Voters who took part, in the words of the act; the law file says what that means.</summary>
    Participants,
}
