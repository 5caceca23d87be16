using Scrutineer.Allocation;
using Scrutineer.Claims;
using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Observation;

/// <summary>When a poll asked.</summary>
public enum PollKind
{
    /// <summary>Voters who leave a station.</summary>
    ExitPoll,

    /// <summary>People before the vote.</summary>
    PreElection,
}

/// <summary>How many a poll asked, as one or several sources say. Figures that differ are kept apart.</summary>
public sealed record SampleSize : ILocated
{
    /// <summary>The number.</summary>
    [Field("number", "How many were asked.", Required = true)]
    public ClaimedNumber Number { get; init; } = null!;

    /// <summary>The sources.</summary>
    [Field("sources", "Who says so, by keys of the dossier's sources.", Required = true)]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>One poll.</summary>
public sealed record PollEntry : ILocated
{
    /// <summary>The kind.</summary>
    [Field("kind", "When it asked.", Required = true)]
    public PollKind Kind { get; init; }

    /// <summary>The pollster.</summary>
    [Field("pollster", "Who asked, in words.", Required = true)]
    public string Pollster { get; init; } = "";

    /// <summary>The client.</summary>
    [Field("client", "Who ordered it.")]
    public string? Client { get; init; }

    /// <summary>Where.</summary>
    [Field("where", "The place that it asked in, by its id in the registry; the whole where nothing is said.")]
    public string? Where { get; init; }

    /// <summary>The contest.</summary>
    [Field("contest", "The contest.", Required = true)]
    public string Contest { get; init; } = "";

    /// <summary>When it was announced.</summary>
    [Field("announced", "When it was announced.")]
    public PartialDate? Announced { get; init; }

    /// <summary>The method.</summary>
    [Field("method", "How it asked, in words: waves, interviewers, choice of stations.")]
    public string? Method { get; init; }

    /// <summary>The stations.</summary>
    [Field("stations", "At how many stations.")]
    public int? Stations { get; init; }

    /// <summary>How many it asked.</summary>
    [Field("asked", "How many it asked, each figure with who says so.")]
    public IReadOnlyList<SampleSize> Asked { get; init; } = [];

    /// <summary>The claimed margin.</summary>
    [Field("margin", "The margin of error that it claims, as a percentage.")]
    public Rational? Margin { get; init; }

    /// <summary>The base.</summary>
    [Field("base", "What its shares are shares of.", Required = true)]
    public ClaimedBase Base { get; init; } = null!;

    /// <summary>The shares.</summary>
    [Field("shares", "The share of each list.", Required = true)]
    public IReadOnlyDictionary<string, Rational> Shares { get; init; } = new Dictionary<string, Rational>();

    /// <summary>The poll by station.</summary>
    [Field(
        "clusters",
        "A file of the dossier with the answers and the official votes of each station that it asked at: station,list,answers,votes."
    )]
    public string? Clusters { get; init; }

    /// <summary>The sources.</summary>
    [Field("sources", "Where it was read, by keys of the dossier's sources.", Required = true)]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>The polls on an election, <c>polls.yaml</c>.</summary>
public sealed record PollFile
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "polls.yaml";

    /// <summary>The version of the format.</summary>
    [Field("scrutineer-polls", "The version of the format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The polls.</summary>
    [Field("polls", "The polls.", Required = true)]
    public IReadOnlyList<PollEntry> Polls { get; init; } = [];
}
