namespace Scrutineer.Law;

/// <summary>On what a reading of a provision rests.</summary>
public enum Basis
{
    /// <summary>The words of the act.</summary>
    Text,

    /// <summary>What the commission does.</summary>
    Practice,

    /// <summary>A judgment.</summary>
    Court,

    /// <summary>What somebody who studied it concluded.</summary>
    Commentary,
}
