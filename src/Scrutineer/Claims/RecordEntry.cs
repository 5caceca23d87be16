using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>Where the files of an election hold the answer to a question themselves: exactly one of these.</summary>
public sealed record RecordEntry : ILocated
{
    /// <summary>A polling day.</summary>
    [Field("polling-day", "The polling day of an election, by its id: a date.")]
    public string? PollingDay { get; init; }

    /// <summary>An event.</summary>
    [Field("event", "When something happened, as the events of the dossier have it: a date.")]
    public RecordedEvent? Event { get; init; }

    /// <summary>The parties in the race.</summary>
    [Field("parties", "The parties in the race at the time of which a statement speaks: a number.")]
    public PartyCount? Parties { get; init; }

    /// <summary>A figure.</summary>
    [Field("figure", "A figure of an election: a number.")]
    public RecordedFigure? Figure { get; init; }

    /// <summary>The turnout of a unit.</summary>
    [Field("turnout", "The last turnout announced of a unit, by its id: a percentage.")]
    public string? Turnout { get; init; }

    /// <summary>The share of a list in a poll.</summary>
    [Field("poll", "The share of a list in a poll of the dossier: a percentage.")]
    public RecordedPoll? Poll { get; init; }

    /// <summary>The most seats that a list ever won.</summary>
    [Field("most-seats", "The most seats that a list won in this election or one before it, by its id: a number.")]
    public string? MostSeats { get; init; }

    /// <summary>How far shares moved.</summary>
    [Field("spread", "How far the shares of lists moved over elections, at most: a percentage.")]
    public RecordedSpread? Spread { get; init; }

    /// <summary>The level of a place.</summary>
    [Field("level", "The level of a place at the time of which a statement speaks: a word.")]
    public string? Level { get; init; }

    /// <summary>An office.</summary>
    [Field("tenure", "Whether a person held an office at the time of which a statement speaks: 'held' or 'not held'.")]
    public RecordedTenure? Tenure { get; init; }

    /// <summary>The status of a party.</summary>
    [Field("status", "The status of a party at the time of which a statement speaks: a word.")]
    public string? Status { get; init; }

    /// <summary>How the seats of a contest are filled.</summary>
    [Field("filled", "How the law fills the seats of a contest: 'elected' or 'appointed'.")]
    public string? Filled { get; init; }

    /// <summary>Whether a low turnout can void a contest.</summary>
    [Field("voided-by-turnout", "Whether the law in force voids a contest for a low turnout: 'yes' or 'no'.")]
    public string? VoidedByTurnout { get; init; }

    /// <summary>An answer read elsewhere.</summary>
    [Field("given", "An answer that was read in a law or an official notice.")]
    public GivenAnswer? Given { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>How parties are counted.</summary>
public enum PartyCount
{
    /// <summary>Those admitted, nominated or registered that had not left the race.</summary>
    InTheRace,
}

/// <summary>An event of the dossier.</summary>
public sealed record RecordedEvent
{
    /// <summary>What happened.</summary>
    [Field("what", "What happened.", Required = true)]
    public EventKind What { get; init; }

    /// <summary>To whom.</summary>
    [Field("who", "Who took part, by id in the registry.")]
    public string? Who { get; init; }

    /// <summary>Of which law.</summary>
    [Field("law", "Of which bill or law, in the words of the event.")]
    public string? Law { get; init; }
}

/// <summary>A figure of an election.</summary>
public sealed record RecordedFigure
{
    /// <summary>What is counted.</summary>
    [Field("figure", "What is counted; a share is computed of the base that the statement gives.", Required = true)]
    public FigureName Figure { get; init; }

    /// <summary>The contest.</summary>
    [Field("contest", "The contest.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>The list.</summary>
    [Field("list", "The list or candidate.")]
    public string? List { get; init; }

    /// <summary>The election.</summary>
    [Field("election", "The election, by its id; this one where nothing is said.")]
    public string? Election { get; init; }
}

/// <summary>The share of a list in a poll.</summary>
public sealed record RecordedPoll
{
    /// <summary>The pollster.</summary>
    [Field("pollster", "The pollster, as polls.yaml has it.", Required = true)]
    public string Pollster { get; init; } = "";

    /// <summary>The list.</summary>
    [Field("list", "The list.", Required = true)]
    public string List { get; init; } = "";
}

/// <summary>The movement of shares over elections.</summary>
public sealed record RecordedSpread
{
    /// <summary>The lists.</summary>
    [Field("lists", "The lists, by their ids in this election; their earlier ids are followed.", Required = true)]
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>The contest.</summary>
    [Field("contest", "The contest.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>Since when.</summary>
    [Field("since", "The first year that counts.", Required = true)]
    public int Since { get; init; }
}

/// <summary>A person in an office.</summary>
public sealed record RecordedTenure
{
    /// <summary>The person.</summary>
    [Field("person", "The person, by id in the registry.", Required = true)]
    public string Person { get; init; } = "";

    /// <summary>The office.</summary>
    [Field("office", "The office, by id in the registry.", Required = true)]
    public string Office { get; init; } = "";
}

/// <summary>An answer that was read in a law or an official notice.</summary>
public sealed record GivenAnswer
{
    /// <summary>A number.</summary>
    [Field("number", "The answer, where it is a number.")]
    public ClaimedNumber? Number { get; init; }

    /// <summary>A date.</summary>
    [Field("date", "The answer, where it is a date.")]
    public PartialDate? Date { get; init; }

    /// <summary>A word.</summary>
    [Field("word", "The answer, where it is a word.")]
    public string? Word { get; init; }

    /// <summary>Of what.</summary>
    [Field("of", "Of what it speaks, where only statements of the same can be checked by it.")]
    public string? Of { get; init; }

    /// <summary>Where it stands.</summary>
    [Field("cite", "The article, or the notice.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How it was checked.", Required = true)]
    public Law.Checked Checked { get; init; }
}
