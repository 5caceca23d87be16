namespace Scrutineer.Scrutiny.Estimation;

/// <summary>One estimate with its base and interval. Where the data cannot answer, there is a reason in place of a number.</summary>
public sealed record Estimate
{
    /// <summary>What is estimated: the id of a list, <c>lead:A-B</c>, <c>turnout</c>, or the name of an observed field.</summary>
    public required string Quantity { get; init; }

    /// <summary>What it is a share of, as a word of the files: a base of the law, or <c>stations</c>.</summary>
    public required string Base { get; init; }

    /// <summary>The share, 1 for all; nothing where it cannot be told.</summary>
    public double? Value { get; init; }

    /// <summary>Its standard error; nothing where the sample has no spread to measure it by.</summary>
    public double? StandardError { get; init; }

    /// <summary>The lower end of the interval, not below 0 (−1 for a lead).</summary>
    public double? Low { get; init; }

    /// <summary>The upper end of the interval, not above 1.</summary>
    public double? High { get; init; }

    /// <summary>The confidence of the interval, such as 0.95.</summary>
    public required double Confidence { get; init; }

    /// <summary>How many stations, or clusters, it was computed from.</summary>
    public required int Stations { get; init; }

    /// <summary>How many strata they are of.</summary>
    public required int Strata { get; init; }

    /// <summary>How many times the variance is that of as many voters drawn one by one.</summary>
    public double? DesignEffect { get; init; }

    /// <summary>How alike voters of one station are, from the design effect.</summary>
    public double? IntraCluster { get; init; }

    /// <summary>Why there is no number, or no interval; nothing where there are both.</summary>
    public string? Untold { get; init; }
}
