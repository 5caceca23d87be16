namespace Scrutineer.Allocation.Pairwise;

/// <summary>How strong a pairwise defeat is.</summary>
public enum DefeatStrength
{
    /// <summary>The voters on the winning side, where it wins; otherwise nought.</summary>
    WinningVotes,

    /// <summary>The winning side less the losing side.</summary>
    Margins,

    /// <summary>The voters on one side, whether it wins or not.</summary>
    Opposition,
}
