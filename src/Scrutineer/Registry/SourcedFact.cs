using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>A fact of a registry, with its source.</summary>
public abstract record SourcedFact : ILocated
{
    /// <summary>Its source.</summary>
    [Field("source", "Where it was read.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
