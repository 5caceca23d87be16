using Scrutineer.Files;

namespace Scrutineer.Results.Scenarios;

/// <summary>A file that changes an election in thought: <c>scenarios/*.yaml</c> of a dossier.</summary>
public sealed record ScenarioFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-scenario", "The version of the scenario format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>Its id.</summary>
    [Field("scenario", "A short name.", Required = true)]
    public string Id { get; init; } = "";

    /// <summary>Its title.</summary>
    [Field("title", "What is supposed, in a few words.", Required = true)]
    public string Title { get; init; } = "";

    /// <summary>Where the idea comes from.</summary>
    [Field("source", "The key of a source of the dossier from which the idea comes; its numbers are supposed.")]
    public string? Source { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <summary>The contest.</summary>
    [Field("contest", "The contest of the dossier that is changed.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>The changes.</summary>
    [Field("changes", "The changes of votes, made one after the other; up to four hold a range.")]
    public IReadOnlyList<ChangeEntry> Changes { get; init; } = [];

    /// <summary>The law.</summary>
    [Field("under", "The law, in the words of `compare --under`; as governed where it is left out.")]
    public string? Under { get; init; }
}

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    /// <summary>Votes go from one list to another; ballots and valid votes stay as they are.</summary>
    Move,

    /// <summary>A list that did not stand.</summary>
    Add,

    /// <summary>A list that did not stand after all; its votes go to another list, or its voters stay at home.</summary>
    Remove,

    /// <summary>Ballots issued are a share of those that were, and every figure below them in proportion.</summary>
    Turnout,
}

/// <summary>One change.</summary>
public sealed record ChangeEntry : ILocated
{
    /// <summary>The word for voters who did not vote, in place of a list.</summary>
    public const string AtHome = "at-home";

    /// <summary>What it does.</summary>
    [Field("do", "What is changed.", Required = true)]
    public ChangeKind Do { get; init; }

    /// <summary>The list.</summary>
    [Field("list", "The id of the list that is added or removed.")]
    public string? List { get; init; }

    /// <summary>The name of an added list.</summary>
    [Field("name", "The name of an added list.")]
    public string? Name { get; init; }

    /// <summary>Where votes come from.</summary>
    [Field("from", "The list whose votes are taken, or `at-home`: registered voters without a ballot.")]
    public string? From { get; init; }

    /// <summary>Where votes go.</summary>
    [Field("to", "The list that gets them, or `at-home`.")]
    public string? To { get; init; }

    /// <summary>In which constituency.</summary>
    [Field("in", "The constituency in which votes change; all of them, each by its own share, where nothing is said.")]
    public string? In { get; init; }

    /// <summary>How many.</summary>
    [Field(
        "votes",
        "How many; a share is one of the votes that they are taken from. For `turnout`, of the ballots issued."
    )]
    public Amount? Votes { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
