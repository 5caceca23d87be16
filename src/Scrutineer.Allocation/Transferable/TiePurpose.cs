namespace Scrutineer.Allocation.Transferable;

/// <summary>What a tie between candidates is about.</summary>
public enum TiePurpose
{
    /// <summary>Who is elected.</summary>
    Election,

    /// <summary>Whose surplus is transferred first.</summary>
    Surplus,

    /// <summary>Who is excluded.</summary>
    Exclusion,
}
