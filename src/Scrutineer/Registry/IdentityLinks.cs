using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>How an identity came to be out of others.</summary>
public enum OriginKind
{
    /// <summary>Several became one.</summary>
    Merger,

    /// <summary>It was cut out of another.</summary>
    Split,
}

/// <summary>A merger or a split.</summary>
public sealed record OriginEntry : ILocated
{
    /// <summary>Which.</summary>
    [Field("how", "Which of the two.", Required = true)]
    public OriginKind How { get; init; }

    /// <summary>Out of whom.</summary>
    [Field("of", "The ids of those it came out of.", Required = true)]
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>When.</summary>
    [Field("on", "When.", Required = true)]
    public PartialDate On { get; init; } = null!;

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>An office held for a time.</summary>
public sealed record TenureEntry : ILocated, IDated
{
    /// <summary>The office.</summary>
    [Field("office", "The id of the office.", Required = true)]
    public string Office { get; init; } = "";

    /// <inheritdoc/>
    [Field("from", "Since when.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field("to", "Until when; 'for life' where the law says so.")]
    public PartialDate? To { get; init; }

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read.", Required = true)]
    public string Source { get; init; } = "";

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Kinship between two persons in public life.</summary>
public sealed record KinEntry : ILocated
{
    /// <summary>What this person is to the other.</summary>
    [Field("is", "What this person is to the other, such as 'mother'.", Required = true)]
    public string Is { get; init; } = "";

    /// <summary>The other.</summary>
    [Field("of", "The id of the other person.", Required = true)]
    public string Of { get; init; } = "";

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>How an office is filled for a time.</summary>
public sealed record FillingEntry : ILocated, IDated
{
    /// <summary>Who fills it.</summary>
    [Field("by", "The id of the office or body that appoints or elects.", Required = true)]
    public string By { get; init; } = "";

    /// <summary>Who confirms.</summary>
    [Field("confirmed-by", "The id of the office or body that must confirm.")]
    public string? ConfirmedBy { get; init; }

    /// <summary>Who is asked.</summary>
    [Field("consulting", "The id of the office or body that must be asked.")]
    public string? Consulting { get; init; }

    /// <inheritdoc/>
    [Field("from", "Since when.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field("to", "Until when.")]
    public PartialDate? To { get; init; }

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read.", Required = true)]
    public string Source { get; init; } = "";

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>The level of a place for a time.</summary>
public sealed record LevelEntry : ILocated, IDated
{
    /// <summary>The level.</summary>
    [Field("is", "The level, one of the registry's levels.", Required = true)]
    public string Is { get; init; } = "";

    /// <inheritdoc/>
    [Field("from", "Since when.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field("to", "Until when.")]
    public PartialDate? To { get; init; }

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>The place or body above, for a time.</summary>
public sealed record WithinEntry : ILocated, IDated
{
    /// <summary>The place or body above.</summary>
    [Field("in", "The id of the place or body above.", Required = true)]
    public string In { get; init; } = "";

    /// <inheritdoc/>
    [Field("from", "Since when.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field("to", "Until when.")]
    public PartialDate? To { get; init; }

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>A place's clock for a time.</summary>
public sealed record ClockEntry : ILocated, IDated
{
    /// <summary>The difference from UTC.</summary>
    [Field("utc", "The difference from UTC.", Required = true)]
    public UtcOffset Utc { get; init; } = null!;

    /// <inheritdoc/>
    [Field("from", "Since when.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field("to", "Until when.")]
    public PartialDate? To { get; init; }

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read.", Required = true)]
    public string Source { get; init; } = "";

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
