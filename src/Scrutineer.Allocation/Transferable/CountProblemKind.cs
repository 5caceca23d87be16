namespace Scrutineer.Allocation.Transferable;

/// <summary>Why a count of ballots that are well formed has no result.</summary>
public enum CountProblemKind
{
    /// <summary>Nobody stands.</summary>
    NoCandidates,

    /// <summary>Everybody is below the least number of votes.</summary>
    AllBelowMinimum,

    /// <summary>A recorded lot does not fit its tie, or there is no tie for it.</summary>
    LotRejected,
}
