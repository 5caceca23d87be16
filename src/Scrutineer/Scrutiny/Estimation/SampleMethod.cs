namespace Scrutineer.Scrutiny.Estimation;

/// <summary>How a sample is shared out among strata.</summary>
public enum SampleMethod
{
    /// <summary>From the whole, without strata.</summary>
    Simple,

    /// <summary>In each stratum in proportion to its units.</summary>
    Proportional,

    /// <summary>In each stratum in proportion to its units times their spread: the least variance for the size.</summary>
    Neyman,
}
