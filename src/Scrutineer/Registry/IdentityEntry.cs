using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>One party, person, body, office or place: one identity through all its names.</summary>
public sealed record IdentityEntry : ILocated
{
    /// <summary>Its names.</summary>
    [Field("names", "Its names, each with its language and its days.", Required = true)]
    public IReadOnlyList<NameEntry> Names { get; init; } = [];

    /// <summary>What the law makes of it.</summary>
    [Field("status", "What the law makes of a party or movement, with days.")]
    public IReadOnlyList<StatusEntry> Status { get; init; } = [];

    /// <summary>Its way to registration.</summary>
    [Field("registration", "A party's way to registration, stage by stage.")]
    public IReadOnlyList<PassageEntry> Registration { get; init; } = [];

    /// <summary>Where it came from.</summary>
    [Field("origins", "The mergers and splits by which it came to be.")]
    public IReadOnlyList<OriginEntry> Origins { get; init; } = [];

    /// <summary>Offices held.</summary>
    [Field("holds", "The offices that a person holds or held, with days.")]
    public IReadOnlyList<TenureEntry> Holds { get; init; } = [];

    /// <summary>Kinship.</summary>
    [Field("kin", "Kinship with other persons in public life, as far as sources print it.")]
    public IReadOnlyList<KinEntry> Kin { get; init; } = [];

    /// <summary>How an office is filled.</summary>
    [Field("filled", "Who fills an office, who confirms, who must be asked, with days.")]
    public IReadOnlyList<FillingEntry> Filled { get; init; } = [];

    /// <summary>The level of a place.</summary>
    [Field("level", "The level of a place, with days.")]
    public IReadOnlyList<LevelEntry> Level { get; init; } = [];

    /// <summary>The place or body above.</summary>
    [Field("within", "The place or body that it lies within or belongs to, with days.")]
    public IReadOnlyList<WithinEntry> Within { get; init; } = [];

    /// <summary>The clock of a place.</summary>
    [Field("clock", "The difference of a place's clock from UTC, with days.")]
    public IReadOnlyList<ClockEntry> Clock { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>A name for a time.</summary>
public sealed record NameEntry : DatedFact
{
    /// <summary>The name.</summary>
    [Field("name", "The name as people use it.", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The official name.</summary>
    [Field("full", "The official name in full.")]
    public string? Full { get; init; }

    /// <summary>The language.</summary>
    [Field("lang", "The code of its language; en where nothing is said.")]
    public string Language { get; init; } = "en";
}

/// <summary>Another spelling, transliteration or translation of a name.</summary>
public sealed record AliasEntry : SourcedFact
{
    /// <summary>The spelling.</summary>
    [Field("alias", "The spelling.", Required = true)]
    public string Alias { get; init; } = "";

    /// <summary>Whose it is.</summary>
    [Field("of", "The id of the identity that it means.", Required = true)]
    public string Of { get; init; } = "";
}

/// <summary>What the law makes of a party for a time.</summary>
public sealed record StatusEntry : DatedFact
{
    /// <summary>The status.</summary>
    [Field("is", "The status.", Required = true)]
    public PartyStatus Is { get; init; }

    /// <summary>Where a merged party went.</summary>
    [Field("into", "The id of the party into which it was merged.")]
    public string? Into { get; init; }

    /// <summary>The ground.</summary>
    [Field("because", "The ground that was given.")]
    public string? Because { get; init; }
}

/// <summary>One stage of a party's way to registration.</summary>
public sealed record PassageEntry : SourcedFact
{
    /// <summary>The stage.</summary>
    [Field("stage", "The stage.", Required = true)]
    public RegistrationStage Stage { get; init; }

    /// <summary>How it ended.</summary>
    [Field("outcome", "How it ended.", Required = true)]
    public StageOutcome Outcome { get; init; }

    /// <summary>When.</summary>
    [Field("on", "When it ended.", Required = true)]
    public PartialDate On { get; init; } = null!;

    /// <summary>How often.</summary>
    [Field("times", "How often, where a source counts several.")]
    public int? Times { get; init; }

    /// <summary>The ground.</summary>
    [Field("because", "The ground that was given.")]
    public string? Because { get; init; }
}
