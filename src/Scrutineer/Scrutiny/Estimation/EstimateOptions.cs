using Scrutineer.Counting.Corrections;
using Scrutineer.Law;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What a caller wants estimated.</summary>
public sealed record EstimateOptions
{
    /// <summary>What the shares of lists are shares of.</summary>
    public BaseName Base { get; init; } = BaseName.ValidVotes;

    /// <summary>The confidence of intervals, above 0 and below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The level that names the stratum; nothing where the frame is one stratum.</summary>
    public string? Strata { get; init; }

    /// <summary>The level whose units were drawn whole; nothing where stations were drawn.</summary>
    public string? Clusters { get; init; }

    /// <summary>The units that were drawn; nothing where the list is not at hand.</summary>
    public DrawnList? Sample { get; init; }

    /// <summary>How many stations were drawn in all; nothing where that is not known, or frame or list say it.</summary>
    public int? Drawn { get; init; }

    /// <summary>Only what had been reported at this moment; all where nothing is said.</summary>
    public Moment? AsOf { get; init; }
}
