namespace Scrutineer.Allocation.Transferable;

/// <summary>Who is elected at a stage.</summary>
public enum Electing
{
    /// <summary>Everybody with the quota.</summary>
    AllAtQuota,

    /// <summary>Of those with the quota the one with most votes; the others go on, and may receive votes.</summary>
    FirstAtQuota,

    /// <summary>Nobody until no more candidates are left than seats ("bottoms up").</summary>
    LastStanding,

    /// <summary>
    /// Everybody left, once everybody left has the quota, which is a share of the votes of the stage; the number of
    /// seats is open.
    /// </summary>
    AllWhenAllAtQuota,
}
