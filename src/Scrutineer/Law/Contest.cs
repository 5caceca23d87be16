using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>What a voter marks.</summary>
public enum BallotKind
{
    /// <summary>One list.</summary>
    List,

    /// <summary>One candidate.</summary>
    Candidate,

    /// <summary>Any number of candidates.</summary>
    Approval,

    /// <summary>Candidates in the order of preference.</summary>
    Ranked,
}

/// <summary>One way of filling some of a body's seats, with its own electorate and ballot.</summary>
public sealed record Contest : ILocated
{
    /// <summary>Who votes.</summary>
    [Field("electorate", "Who votes; 'none' where the seats are filled without a vote.", Required = true)]
    public string Electorate { get; init; } = "";

    /// <summary>The seats it fills.</summary>
    [Field("seats", "The seats that this contest fills in the whole body; left out where 'seats-by' says how many.")]
    public int Seats { get; init; }

    /// <summary>What the number of seats depends on, where it is not one number.</summary>
    [Field(
        "seats-by",
        "What the number of seats depends on, where the act gives a scale; the dossier holds the number."
    )]
    public string? SeatsBy { get; init; }

    /// <summary>The later contest among whose seats these count.</summary>
    [Field("counted-in", "The later contest among whose seats those of this one count, as under mixed-member systems.")]
    public string? CountedIn { get; init; }

    /// <summary>Where the seats are filled.</summary>
    [Field("constituency", "The level at which the seats are filled, one of the law's levels.", Required = true)]
    public string Constituency { get; init; } = "";

    /// <summary>What a voter marks.</summary>
    [Field("ballot", "What a voter marks.")]
    public BallotKind? Ballot { get; init; }

    /// <summary>Who nominates.</summary>
    [Field("nominated-by", "Who may nominate.")]
    public string? NominatedBy { get; init; }

    /// <summary>Who may stand.</summary>
    [Field("eligibility", "Who may stand.")]
    public Eligibility? Eligibility { get; init; }

    /// <summary>What a nomination needs.</summary>
    [Field("nomination", "What a list or candidate needs to be registered.")]
    public Nomination? Nomination { get; init; }

    /// <summary>Who appoints, where nobody votes.</summary>
    [Field("appointed-by", "Who fills the seats, where nobody votes.")]
    public string? AppointedBy { get; init; }

    /// <summary>The rhythm in which the seats are filled again.</summary>
    [Field("renewed", "The rhythm of renewal, such as 'half every three years'.")]
    public string? Renewed { get; init; }

    /// <summary>How a seat that falls free is filled.</summary>
    [Field("vacancy", "How a seat that falls free is filled.")]
    public string? Vacancy { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article that creates the contest.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the provision was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>The rules in the order in which they apply.</summary>
    [Field("rules", "The rules in the order in which they apply.")]
    public IReadOnlyList<RuleEntry> Rules { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <summary>Whether its constituencies are evaluated together, because a rule applies at a level of its own or between tiers.</summary>
    public bool IsTiered => Rules.Any(r => r.Rule.At is not null || r.Rule.IsBetweenTiers);

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
