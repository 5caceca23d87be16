using Scrutineer.Claims;
using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Observation;

/// <summary>What kind of observer an organisation sends.</summary>
public enum ObserverKind
{
    /// <summary>An international organisation.</summary>
    International,

    /// <summary>A foreign state.</summary>
    State,

    /// <summary>An organisation of the country.</summary>
    Domestic,

    /// <summary>The agents of parties.</summary>
    Party,
}

/// <summary>What happened in an incident.</summary>
public enum IncidentKind
{
    /// <summary>Observers were kept out of a station.</summary>
    ObserverDenied,

    /// <summary>Observers were hindered in a station.</summary>
    ObserverObstructed,

    /// <summary>Journalists were kept out or removed.</summary>
    JournalistExcluded,

    /// <summary>A test or paper was demanded that not everybody could get.</summary>
    ConditionOfAccess,

    /// <summary>The internet, or a part of it, could not be reached.</summary>
    InternetBlocked,

    /// <summary>Persons were detained.</summary>
    Detention,

    /// <summary>Persons were held in the street.</summary>
    Containment,

    /// <summary>Persons were released.</summary>
    Release,

    /// <summary>Ballots were stuffed, or a voter voted more than once.</summary>
    BallotStuffing,

    /// <summary>Votes were counted or entered wrongly.</summary>
    Miscount,

    /// <summary>A campaign where or when it is forbidden.</summary>
    UnlawfulCampaign,

    /// <summary>Media or speech were restrained.</summary>
    MediaRestrained,
}

/// <summary>How grave an incident is.</summary>
public enum IncidentSeverity
{
    /// <summary>It touched the rights of observers, voters or the press.</summary>
    Rights,

    /// <summary>It could have hidden what happened to votes.</summary>
    Transparency,

    /// <summary>It could have changed votes.</summary>
    Votes,
}

/// <summary>A rule on who may observe, with its days.</summary>
public sealed record AccessRule : ILocated, IDated
{
    /// <summary>The rule.</summary>
    [Field("says", "The rule, in words.", Required = true)]
    public string Says { get; init; } = "";

    /// <summary>Whom it concerns.</summary>
    [Field("concerns", "Which observers it concerns.", Required = true)]
    public ObserverKind Concerns { get; init; }

    /// <inheritdoc/>
    [Field("from", "Since when it holds.")]
    public PartialDate? From { get; init; }

    /// <inheritdoc/>
    [Field("to", "Until when it held.")]
    public PartialDate? To { get; init; }

    /// <summary>Whether it narrows.</summary>
    [Field("narrows", "What it takes away from observers, where it does.")]
    public string? Narrows { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article or act.")]
    public string? Cite { get; init; }

    /// <summary>How it was checked.</summary>
    [Field("checked", "How it was checked.", Required = true)]
    public Law.Checked Checked { get; init; }

    /// <summary>The sources.</summary>
    [Field("sources", "Where it was read, by keys of the dossier's sources.", Required = true)]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Observers of one organisation; persons are not recorded.</summary>
public sealed record ObserverEntry : ILocated
{
    /// <summary>The organisation.</summary>
    [Field("organisation", "The organisation, in words.", Required = true)]
    public string Organisation { get; init; } = "";

    /// <summary>Its kind.</summary>
    [Field("kind", "What kind of observers it sends.", Required = true)]
    public ObserverKind Kind { get; init; }

    /// <summary>The number.</summary>
    [Field("number", "How many were accredited; left out where that was not found.")]
    public int? Number { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <summary>The sources.</summary>
    [Field("sources", "Where it was read, by keys of the dossier's sources.", Required = true)]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>A total of observers that somebody published.</summary>
public sealed record ObserverTotal : ILocated
{
    /// <summary>Of which kinds.</summary>
    [Field("kinds", "The kinds that it counts.", Required = true)]
    public IReadOnlyList<ObserverKind> Kinds { get; init; } = [];

    /// <summary>The number.</summary>
    [Field("number", "The total.", Required = true)]
    public int Number { get; init; }

    /// <summary>The source.</summary>
    [Field("source", "Where it was read, a key of the dossier's sources.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Something that observers, journalists or citizens report. No private person is named.</summary>
public sealed record IncidentEntry : ILocated
{
    /// <summary>What.</summary>
    [Field("what", "What happened.", Required = true)]
    public IncidentKind What { get; init; }

    /// <summary>In words.</summary>
    [Field("says", "What happened, in one sentence.", Required = true)]
    public string Says { get; init; } = "";

    /// <summary>How grave.</summary>
    [Field("severity", "How grave it is: what it touched at most.", Required = true)]
    public IncidentSeverity Severity { get; init; }

    /// <summary>When.</summary>
    [Field("on", "When, as exactly as the sources say, in the election's own time.", Required = true)]
    public PartialDate On { get; init; } = null!;

    /// <summary>Where.</summary>
    [Field("where", "The places, by their ids in the registry; the whole where nothing is said.")]
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>At least how many places.</summary>
    [Field("places", "How many places it concerned, where the sources give a number.")]
    public ClaimedNumber? Places { get; init; }

    /// <summary>How many persons.</summary>
    [Field("persons", "How many persons it concerned: a number, a range, a bound.")]
    public ClaimedNumber? Persons { get; init; }

    /// <summary>How many stations.</summary>
    [Field("stations", "How many stations it concerned, where the sources give a number.")]
    public int? Stations { get; init; }

    /// <summary>The most votes.</summary>
    [Field("votes", "The most votes that it can have touched, where a source or a protocol gives them.")]
    public int? Votes { get; init; }

    /// <summary>The reason given.</summary>
    [Field("reason", "The reason that was given, such as a missing test.")]
    public string? Reason { get; init; }

    /// <summary>What was not answered.</summary>
    [Field("unanswered", "A question to the authorities that was not answered.")]
    public string? Unanswered { get; init; }

    /// <summary>The sources.</summary>
    [Field("sources", "Where it was read, by keys of the dossier's sources.", Required = true)]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Who watched an election, who was turned away, and what happened: <c>observation.yaml</c>.</summary>
public sealed record ObservationFile
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "observation.yaml";

    /// <summary>The version of the format.</summary>
    [Field("scrutineer-observation", "The version of the format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The rules.</summary>
    [Field("rules", "The rules on who may observe, with their days.")]
    public IReadOnlyList<AccessRule> Rules { get; init; } = [];

    /// <summary>The limits.</summary>
    [Field("limits", "The provisions that limit speech, press and assembly, with their days.")]
    public IReadOnlyList<SpeechLimit> Limits { get; init; } = [];

    /// <summary>The observers.</summary>
    [Field("observers", "The observers of each organisation.")]
    public IReadOnlyList<ObserverEntry> Observers { get; init; } = [];

    /// <summary>The totals.</summary>
    [Field("totals", "Totals of observers as published.")]
    public IReadOnlyList<ObserverTotal> Totals { get; init; } = [];

    /// <summary>The incidents.</summary>
    [Field("incidents", "What observers, journalists and citizens report.")]
    public IReadOnlyList<IncidentEntry> Incidents { get; init; } = [];
}
