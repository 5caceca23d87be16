namespace Scrutineer.Allocation.Plurality;

/// <summary>Who stands in the second round where candidates are tied for its last place.</summary>
public enum RunoffTie
{
    /// <summary>Lots decide.</summary>
    Lot,

    /// <summary>All of them stand.</summary>
    AllStand,
}
