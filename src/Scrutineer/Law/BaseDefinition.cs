using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>What a base named in the words of the act is taken to mean.</summary>
public sealed record BaseDefinition : ILocated
{
    /// <summary>The base that is counted.</summary>
    [Field("means", "The base that is counted.", Required = true)]
    public BaseName Means { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article whose words are meant.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the provision was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>The reading that is written.</summary>
    [Field("reading", "The name and basis of the meaning as written.")]
    public BaseReading? Reading { get; init; }

    /// <summary>Other meanings.</summary>
    [Field("readings", "Other meanings, by name.")]
    public IReadOnlyDictionary<string, Reading> Readings { get; init; } = new Dictionary<string, Reading>();

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
