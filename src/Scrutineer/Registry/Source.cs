using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>Where a figure or fact was read.</summary>
public sealed record Source
{
    /// <summary>What it is.</summary>
    [Field("title", "What the source is, in words.", Required = true)]
    public string Title { get; init; } = "";

    /// <summary>Its address.</summary>
    [Field("url", "Its address.")]
    public string? Url { get; init; }
}
