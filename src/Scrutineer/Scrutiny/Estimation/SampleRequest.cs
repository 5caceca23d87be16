using Scrutineer.Law;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What kind of sample is wanted. Either the size or the margin is given.</summary>
public sealed record SampleRequest
{
    /// <summary>How it is shared out among strata.</summary>
    public SampleMethod Method { get; init; }

    /// <summary>The level that names the stratum; nothing for a simple sample.</summary>
    public string? Strata { get; init; }

    /// <summary>The level whose units are drawn whole; nothing where stations are drawn.</summary>
    public string? Clusters { get; init; }

    /// <summary>How many units are to be drawn; nothing where the margin says so.</summary>
    public int? Size { get; init; }

    /// <summary>Half the width of the interval that is wanted, as a share; nothing where the size is given.</summary>
    public double? Margin { get; init; }

    /// <summary>The confidence of the interval.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The share of units drawn that is expected to answer; only a size that follows from a margin is divided by it.</summary>
    public double Response { get; init; } = 1;

    /// <summary>The list by whose spread the sample is designed; the one with most votes where nothing is said.</summary>
    public string? List { get; init; }

    /// <summary>What its share is a share of.</summary>
    public BaseName Base { get; init; } = BaseName.ValidVotes;

    /// <summary>The public seed of the draw; without one nothing is drawn.</summary>
    public string? Seed { get; init; }
}
