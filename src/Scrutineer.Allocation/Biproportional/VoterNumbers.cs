namespace Scrutineer.Allocation.Biproportional;

/// <summary>How votes are made comparable between districts in which a voter has as many votes as there are seats.</summary>
public enum VoterNumbers
{
    /// <summary>Votes as they are: one a voter, or voter numbers already.</summary>
    Votes,

    /// <summary>Votes divided by the seats of the district, exactly.</summary>
    Exact,

    /// <summary>Votes divided by the seats of the district, in each district to the nearest whole number, a half up.</summary>
    Rounded,
}
