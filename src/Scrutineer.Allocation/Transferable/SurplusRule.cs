namespace Scrutineer.Allocation.Transferable;

/// <summary>How surpluses are transferred.</summary>
public enum SurplusRule
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>One a stage, the largest first; surpluses come before exclusions.</summary>
    LargestFirst,

    /// <summary>All surpluses of a stage together.</summary>
    Together,
}
