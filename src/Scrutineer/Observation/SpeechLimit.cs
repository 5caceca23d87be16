using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Observation;

/// <summary>What a provision limits.</summary>
public enum LimitedRight
{
    /// <summary>What may be said of whom.</summary>
    Speech,

    /// <summary>What may be published, and by whom.</summary>
    Press,

    /// <summary>Where, when and by whom people may gather.</summary>
    Assembly,
}

/// <summary>A provision of the law that limits what may be said, published or gathered for around an election.</summary>
public sealed record SpeechLimit : ILocated, IDated
{
    /// <summary>The provision.</summary>
    [Field("says", "The provision, in words.", Required = true)]
    public string Says { get; init; } = "";

    /// <summary>What it limits.</summary>
    [Field("limits", "What it limits.", Required = true)]
    public LimitedRight Limits { get; init; }

    /// <inheritdoc/>
    [Field("from", "Since when it holds.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field("to", "Until when it held.")]
    public PartialDate? To { get; init; }

    /// <summary>The sanction.</summary>
    [Field("sanction", "What a breach costs, in words.")]
    public string? Sanction { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article or act.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How it was checked.", Required = true)]
    public Law.Checked Checked { get; init; }

    /// <summary>The sources.</summary>
    [Field("sources", "Where it was read, by keys of the dossier's sources.", Required = true)]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
