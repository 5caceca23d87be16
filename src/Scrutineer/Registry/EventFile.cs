using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>How a body decided.</summary>
public sealed record VoteEntry
{
    /// <summary>Votes for.</summary>
    [Field("for", "Votes for it.", Required = true)]
    public int For { get; init; }

    /// <summary>Votes against.</summary>
    [Field("against", "Votes against it.", Required = true)]
    public int Against { get; init; }

    /// <summary>Abstentions.</summary>
    [Field("abstained", "Abstentions.")]
    public int? Abstained { get; init; }
}

/// <summary>Something that happened in an election.</summary>
public sealed record EventEntry : ILocated
{
    /// <summary>When.</summary>
    [Field("on", "When it happened, in the election's own time.", Required = true)]
    public PartialDate On { get; init; } = null!;

    /// <summary>What.</summary>
    [Field("what", "What happened.", Required = true)]
    public EventKind What { get; init; }

    /// <summary>In words.</summary>
    [Field("says", "What happened, in one sentence.", Required = true)]
    public string Says { get; init; } = "";

    /// <summary>Who.</summary>
    [Field("who", "Those whom it concerns or who did it, by their ids in the registry.")]
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>The names in the source.</summary>
    [Field("called", "What the source calls them, by id, where that is not their id.")]
    public IReadOnlyDictionary<string, string> Called { get; init; } = new Dictionary<string, string>();

    /// <summary>Where.</summary>
    [Field("where", "The place, by its id in the registry.")]
    public string? Where { get; init; }

    /// <summary>The contest.</summary>
    [Field("contest", "The contest, where it belongs to one.")]
    public string? Contest { get; init; }

    /// <summary>The vote.</summary>
    [Field("vote", "The vote by which it was decided.")]
    public VoteEntry? Vote { get; init; }

    /// <summary>The ground.</summary>
    [Field("because", "The ground that was given.")]
    public string? Because { get; init; }

    /// <summary>What was demanded.</summary>
    [Field("demands", "What was demanded, one by one.")]
    public IReadOnlyList<string> Demands { get; init; } = [];

    /// <summary>The channel.</summary>
    [Field(
        "channel",
        "By which channel a call or demand was made, in words: a news conference, daily posts on a network."
    )]
    public string? Channel { get; init; }

    /// <summary>The law.</summary>
    [Field("law", "The bill or law whose stage it is, in the same words at each stage.")]
    public string? Law { get; init; }

    /// <summary>The sources.</summary>
    [Field("sources", "Where it was read, by keys of the dossier's sources.", Required = true)]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>The days that the commission or another body set for a window of the calendar.</summary>
public sealed record SetWindow : ILocated
{
    /// <summary>Its beginning.</summary>
    [Field("opens", "The beginning that was set.")]
    public PartialDate? Opens { get; init; }

    /// <summary>Its end.</summary>
    [Field("closes", "The end that was set.")]
    public PartialDate? Closes { get; init; }

    /// <summary>Its source.</summary>
    [Field("source", "Where it was read, a key of the dossier's sources.", Required = true)]
    public string Source { get; init; } = "";

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>The dated facts of an election, <c>events.yaml</c>: what happened, and the calendar that was set.</summary>
public sealed record EventFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-events", "The version of the format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The end of the term.</summary>
    [Field("term-ends", "The last day of the term of those who hold the seats.")]
    public PartialDate? TermEnds { get; init; }

    /// <summary>The calendar that was set.</summary>
    [Field("calendar", "The days that were set for the windows of the law's calendar, by their names.")]
    public IReadOnlyDictionary<string, SetWindow> Calendar { get; init; } = new Dictionary<string, SetWindow>();

    /// <summary>The events.</summary>
    [Field("events", "What happened, in order of time.", Required = true)]
    public IReadOnlyList<EventEntry> Events { get; init; } = [];
}
