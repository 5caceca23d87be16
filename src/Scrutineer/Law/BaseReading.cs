using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>The name and basis of a provision as the file writes it, where that is itself one reading among several.</summary>
public sealed record BaseReading
{
    /// <summary>The name of the reading that is written.</summary>
    [Field("name", "The name of the reading that the fields state.", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>On what it rests.</summary>
    [Field("basis", "On what the reading rests.", Required = true)]
    public Basis Basis { get; init; }

    /// <summary>Why it is the one that is written.</summary>
    [Field("because", "Why this reading is the one that is written.", Required = true)]
    public string Because { get; init; } = "";
}
