namespace Scrutineer.Allocation.Transferable;

/// <summary>A way to decide between candidates with equal votes.</summary>
public enum TieRule
{
    /// <summary>The votes at the stage before, then at the one before that, and so on back to the first.</summary>
    LatestDifference,

    /// <summary>The votes at the first stage, then at the second, and so on.</summary>
    EarliestDifference,

    /// <summary>
    /// The order of the candidates: the earlier is preferred. A drawn permutation is this rule on candidates so ordered.
    /// </summary>
    CandidateOrder,

    /// <summary>A recorded lot; without one the count stops at the tie.</summary>
    Lot,
}
