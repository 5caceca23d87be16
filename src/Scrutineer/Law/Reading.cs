using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>One of several defensible meanings of a provision.</summary>
public sealed record Reading
{
    /// <summary>The fields that this reading changes.</summary>
    [Field("set", "The fields of the provision that this reading changes, with their other values.", Required = true)]
    public Node Set { get; init; } = null!;

    /// <summary>On what it rests.</summary>
    [Field("basis", "On what the reading rests.", Required = true)]
    public Basis Basis { get; init; }

    /// <summary>Why somebody may read it so.</summary>
    [Field("because", "Why the provision can be read so.", Required = true)]
    public string Because { get; init; } = "";

    /// <summary>A case that shows it.</summary>
    [Field("evidence", "A case that bears it out or against it.")]
    public string? Evidence { get; init; }
}
