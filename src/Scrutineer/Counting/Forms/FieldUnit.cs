namespace Scrutineer.Counting.Forms;

/// <summary>What a field counts.</summary>
public enum FieldUnit
{
    /// <summary>Voters.</summary>
    Voters,

    /// <summary>Persons who are not counted as voters, such as members of a commission.</summary>
    Persons,

    /// <summary>Sheets of paper.</summary>
    Ballots,

    /// <summary>Votes.</summary>
    Votes,

    /// <summary>Nothing: a box that is ticked (1) or not (0).</summary>
    Tick,
}
