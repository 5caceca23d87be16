namespace Scrutineer.Law;

/// <summary>The bases in words.</summary>
public static class BaseNames
{
    /// <summary>A base as it stands in a sentence after "of the".</summary>
    public static string InWords(this BaseName name) =>
        name switch
        {
            BaseName.Registered => "registered voters",
            BaseName.ElectorsPresent => "electors present",
            BaseName.BallotsIssued => "ballots issued",
            BaseName.BallotsInBox => "ballots in the boxes",
            BaseName.ValidVotes => "valid votes",
            BaseName.VotesForLists => "votes for lists",
            BaseName.VotesOfAdmitted => "votes of the admitted lists",
            _ => "voters who took part",
        };
}
