using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>A fact of a registry that holds for a time.</summary>
public abstract record DatedFact : SourcedFact, IDated
{
    /// <inheritdoc/>
    [Field("from", "Since when it holds.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field(
        "to",
        "The last day on which it holds; on the day of a change the old and the new hold both. 'for life' where the law says so."
    )]
    public PartialDate? To { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}
