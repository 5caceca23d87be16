using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Counting.Simulation;

/// <summary>A number with its source.</summary>
public sealed record SourcedNumber
{
    /// <summary>The number.</summary>
    [Field("number", "The number.", Required = true)]
    public int Number { get; init; }

    /// <summary>Its source.</summary>
    [Field("source", "The key of its source.", Required = true)]
    public string Source { get; init; } = "";

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}

/// <summary>What is known of a region.</summary>
public sealed record RegionEntry : ILocated
{
    /// <summary>Its turnout.</summary>
    [Field("turnout", "The published share of its registered voters who received ballots.", Required = true)]
    public Rational Turnout { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>
/// What a made-up nation must agree with, beside the national figures of the dossier: <c>simulation.yaml</c>. Everything
/// else about it is invented.
/// </summary>
public sealed record SimulationFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-simulation", "The version of the simulation format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The contest.</summary>
    [Field("contest", "The contest of the dossier whose published figures are met.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>The form.</summary>
    [Field("form", "The form of the protocols, as country/name.", Required = true)]
    public string Form { get; init; } = "";

    /// <summary>How many stations.</summary>
    [Field("stations", "How many polling stations there were.", Required = true)]
    public SourcedNumber Stations { get; init; } = new();

    /// <summary>How many territorial commissions.</summary>
    [Field("territories", "How many territorial commissions there were.", Required = true)]
    public SourcedNumber Territories { get; init; } = new();

    /// <summary>How many ballots were printed.</summary>
    [Field("ballots-printed", "How many ballots were printed; every station receives its part.", Required = true)]
    public SourcedNumber BallotsPrinted { get; init; } = new();

    /// <summary>How many ballots are invalid.</summary>
    [Field("invalid", "How many of the ballots issued are taken to be invalid; all others are votes.", Required = true)]
    public SourcedNumber Invalid { get; init; } = new();

    /// <summary>The regions.</summary>
    [Field("regions", "The regions by name, with their published turnout.", Required = true)]
    public IReadOnlyDictionary<string, RegionEntry> Regions { get; init; } = new Dictionary<string, RegionEntry>();

    /// <summary>Where the turnout of the regions was read.</summary>
    [Field("turnout-source", "The key of the source of the regions' turnout.", Required = true)]
    public string TurnoutSource { get; init; } = "";

    /// <summary>The sources.</summary>
    [Field("sources", "The sources, by key.", Required = true)]
    public IReadOnlyDictionary<string, Source> Sources { get; init; } = new Dictionary<string, Source>();

    /// <summary>What is invented.</summary>
    [Field("note", "What is invented, in words.")]
    public string? Note { get; init; }
}
