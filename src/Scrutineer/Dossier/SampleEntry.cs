using Scrutineer.Files;
using Scrutineer.Law;

namespace Scrutineer.Dossier;

/// <summary>A sample of stations that was reported apart from the official count, and what it was drawn from.</summary>
public sealed record SampleEntry : ILocated
{
    /// <summary>The contest.</summary>
    [Field("contest", "The contest of the law whose votes the sample reports.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>The table.</summary>
    [Field("file", "The table of the stations received, relative to the dossier.", Required = true)]
    public string File { get; init; } = "";

    /// <summary>Its mapping.</summary>
    [Field("map", "The mapping of the table, as country/name.", Required = true)]
    public string Map { get; init; } = "";

    /// <summary>The form.</summary>
    [Field("form", "The form, as country/name; that of the mapping if absent.")]
    public string? Form { get; init; }

    /// <summary>The frame.</summary>
    [Field("frame", "What the sample was drawn from: a table of strata with their stations, relative to the dossier.")]
    public string? Frame { get; init; }

    /// <summary>How many stations there are.</summary>
    [Field("stations", "How many stations there are in all, for a sample without strata and frame.")]
    public int? Stations { get; init; }

    /// <summary>The level of strata.</summary>
    [Field(
        "strata",
        "The level of the mapping that names the stratum; 'stratum' where there is a frame and nothing is said."
    )]
    public string? Strata { get; init; }

    /// <summary>The level of clusters.</summary>
    [Field("clusters", "The level of the mapping whose units were drawn whole; the frame then counts such units.")]
    public string? Clusters { get; init; }

    /// <summary>The units drawn.</summary>
    [Field("drawn", "The list of the units drawn, as 'sample --csv' prints it, relative to the dossier.")]
    public string? Drawn { get; init; }

    /// <summary>The base.</summary>
    [Field("base", "What shares of lists are shares of; what the mapping says, or else the valid votes.")]
    public BaseName? Base { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
