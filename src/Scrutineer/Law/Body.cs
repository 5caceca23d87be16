using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>The institution that is elected.</summary>
public sealed record Body
{
    /// <summary>Its name.</summary>
    [Field("name", "The name of the institution.", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Its seats; a presidency has one.</summary>
    [Field(
        "seats",
        "The number of its seats under this edition; left out where it differs from one such body to another."
    )]
    public int Seats { get; init; }

    /// <summary>A remark, for instance where the number of seats changes within an edition.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <summary>The majorities of this body that matter, by name.</summary>
    [Field("majorities", "The majorities of this body that matter, by name.")]
    public IReadOnlyDictionary<string, Majority> Majorities { get; init; } = new Dictionary<string, Majority>();
}
