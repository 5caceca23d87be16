using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>What one unit of a currency was worth in another on a day.</summary>
public sealed record RateEntry : ILocated
{
    /// <summary>The currency that is priced.</summary>
    [Field("of", "The currency that is priced, by its three letters.", Required = true)]
    public string Of { get; init; } = "";

    /// <summary>Its price.</summary>
    [Field("is", "What one unit of it cost.", Required = true)]
    public Money Is { get; init; } = null!;

    /// <summary>The day.</summary>
    [Field("on", "The day of the rate.", Required = true)]
    public PartialDate On { get; init; } = null!;

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read, a key of 'sources' of this file.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
