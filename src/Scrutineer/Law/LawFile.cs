using Scrutineer.Files;
using Scrutineer.Law.Calendars;

namespace Scrutineer.Law;

/// <summary>By which day the governing edition is chosen.</summary>
public enum AppliesBy
{
    /// <summary>The edition in force on the day on which the election was called.</summary>
    DayOfCall,

    /// <summary>The edition in force on polling day.</summary>
    PollingDay,
}

/// <summary>An act that the rules cite.</summary>
public sealed record ActText
{
    /// <summary>The act.</summary>
    [Field("act", "The title and number of the act.", Required = true)]
    public string Act { get; init; } = "";

    /// <summary>Its date.</summary>
    [Field("of", "The date of the act.")]
    public DateOnly? Of { get; init; }

    /// <summary>Where its text was read.</summary>
    [Field("read-at", "Where texts of it were read, as addresses.")]
    public IReadOnlyList<string> ReadAt { get; init; } = [];

    /// <summary>What could not be read.</summary>
    [Field("note", "What could not be read, or differs between texts.")]
    public string? Note { get; init; }
}

/// <summary>The head of an edition: when it is in force, by which act, and its text or its amendments.</summary>
public sealed record EditionEntry : ILocated
{
    /// <summary>Its name.</summary>
    [Field("edition", "The name of the edition, by custom the year of its act.", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>First day in force.</summary>
    [Field("in-force", "The first day on which it is in force.", Required = true)]
    public DateOnly InForce { get; init; }

    /// <summary>Last day in force.</summary>
    [Field("until", "The last day on which it is in force; absent for the newest.")]
    public DateOnly? Until { get; init; }

    /// <summary>Day of adoption.</summary>
    [Field("adopted", "The day on which the amending act was adopted.")]
    public DateOnly? Adopted { get; init; }

    /// <summary>The amending act.</summary>
    [Field("by", "The act that made this edition.", Required = true)]
    public string By { get; init; } = "";

    /// <summary>How the edition's dates were checked.</summary>
    [Field("checked", "How the dates of the edition were checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <summary>The body, in a complete edition.</summary>
    [Field("body", "The institution that is elected (in a complete edition).", ReadAs = typeof(Body))]
    public Node? Body { get; init; }

    /// <summary>The ballot, in a complete edition.</summary>
    [Field("ballot", "What the ballots have in common (in a complete edition).", ReadAs = typeof(BallotForm))]
    public Node? Ballot { get; init; }

    /// <summary>The bases, in a complete edition.</summary>
    [Field(
        "bases",
        "Bases that the act names in its own words (in a complete edition).",
        ReadAs = typeof(IReadOnlyDictionary<string, BaseDefinition>)
    )]
    public Node? Bases { get; init; }

    /// <summary>The contests, in a complete edition.</summary>
    [Field(
        "contests",
        "The ways in which the seats are filled (in a complete edition).",
        ReadAs = typeof(IReadOnlyDictionary<string, Contest>)
    )]
    public Node? Contests { get; init; }

    /// <summary>The calendar.</summary>
    [Field(
        "calendar",
        "The windows of the election's time, by name; a later edition that writes them replaces all.",
        ReadAs = typeof(IReadOnlyDictionary<string, CalendarWindow>)
    )]
    public Node? Calendar { get; init; }

    /// <summary>The amendments, in a later edition.</summary>
    [Field("amend", "What this edition changes in the one before it.")]
    public IReadOnlyList<Amendment> Amend { get; init; } = [];

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>A law file as written: its texts, levels and editions, not yet consolidated.</summary>
public sealed record LawFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-law", "The version of the law format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The id.</summary>
    [Field("law", "The id of the law, such as kz-mazhilis.", Required = true)]
    public string Id { get; init; } = "";

    /// <summary>The title.</summary>
    [Field("title", "The title, in words.", Required = true)]
    public string Title { get; init; } = "";

    /// <summary>The acts.</summary>
    [Field("texts", "The acts that the rules cite, by short name.", Required = true)]
    public IReadOnlyDictionary<string, ActText> Texts { get; init; } = new Dictionary<string, ActText>();

    /// <summary>The levels.</summary>
    [Field("levels", "The levels at which figures are reported and seats filled, from below.", Required = true)]
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>How the edition is chosen.</summary>
    [Field("applies-by", "By which day the governing edition is chosen.", Required = true)]
    public AppliesBy AppliesBy { get; init; }

    /// <summary>The editions.</summary>
    [Field(
        "editions",
        "The editions in order of time; the first complete, a later one complete or as amendments.",
        Required = true
    )]
    public IReadOnlyList<EditionEntry> Editions { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}
