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
public sealed record OriginEntry : SourcedFact
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
}

/// <summary>An office held for a time.</summary>
public sealed record TenureEntry : DatedFact
{
    /// <summary>The office.</summary>
    [Field("office", "The id of the office.", Required = true)]
    public string Office { get; init; } = "";
}

/// <summary>Kinship between two persons in public life.</summary>
public sealed record KinEntry : SourcedFact
{
    /// <summary>What this person is to the other.</summary>
    [Field("is", "What this person is to the other, such as 'mother'.", Required = true)]
    public string Is { get; init; } = "";

    /// <summary>The other.</summary>
    [Field("of", "The id of the other person.", Required = true)]
    public string Of { get; init; } = "";
}

/// <summary>How an office is filled for a time.</summary>
public sealed record FillingEntry : DatedFact
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
}

/// <summary>The level of a place for a time.</summary>
public sealed record LevelEntry : DatedFact
{
    /// <summary>The level.</summary>
    [Field("is", "The level, one of the registry's levels.", Required = true)]
    public string Is { get; init; } = "";
}

/// <summary>The place or body above, for a time.</summary>
public sealed record WithinEntry : DatedFact
{
    /// <summary>The place or body above.</summary>
    [Field("in", "The id of the place or body above.", Required = true)]
    public string In { get; init; } = "";
}

/// <summary>A place's clock for a time.</summary>
public sealed record ClockEntry : DatedFact
{
    /// <summary>The difference from UTC.</summary>
    [Field("utc", "The difference from UTC.", Required = true)]
    public UtcOffset Utc { get; init; } = null!;
}
