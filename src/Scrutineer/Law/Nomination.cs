using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>Whether somebody may do something under an edition.</summary>
public enum Allowed
{
    /// <summary>It is allowed.</summary>
    Yes,

    /// <summary>It is not.</summary>
    No,
}

/// <summary>A group of persons that a quota counts.</summary>
public enum QuotaGroup
{
    /// <summary>Women.</summary>
    Women,

    /// <summary>Young persons.</summary>
    Young,

    /// <summary>Persons with disabilities.</summary>
    Disabled,
}

/// <summary>A quota: several groups, taken together, are at least a share of a list.</summary>
public sealed record GroupQuota
{
    /// <summary>The share.</summary>
    [Field("share", "The share of the persons of a list.", Required = true)]
    public Bound Share { get; init; } = null!;

    /// <summary>The groups.</summary>
    [Field("groups", "The groups, taken together; who belongs to two counts once.", Required = true)]
    public IReadOnlyList<QuotaGroup> Groups { get; init; } = [];

    /// <summary>Who is young.</summary>
    [Field("young", "The age in whole years, on the day of submission, of those who count as young.")]
    public Bound? Young { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the provision was checked.", Required = true)]
    public Checked Checked { get; init; }
}

/// <summary>The fee for the registration of a list or candidate.</summary>
public sealed record RegistrationFee
{
    /// <summary>How many minimum wages.</summary>
    [Field("wages", "The fee for each person, in minimum wages.", Required = true)]
    public int Wages { get; init; }

    /// <summary>The wage.</summary>
    [Field("wage", "The minimum wage of the edition's elections, in the country's money.")]
    public int? Wage { get; init; }

    /// <summary>Who pays nothing.</summary>
    [Field("exempt", "The share of the votes in the previous election from which a list pays nothing.")]
    public Bound? Exempt { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the provision was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}

/// <summary>What a list or candidate needs to be registered.</summary>
public sealed record Nomination
{
    /// <summary>Whether a person may nominate himself.</summary>
    [Field("self", "Whether a person may nominate himself.")]
    public Allowed? Self { get; init; }

    /// <summary>The approval.</summary>
    [Field("approval", "The share of the whole membership of the party's highest body that must vote for the list.")]
    public Bound? Approval { get; init; }

    /// <summary>The size.</summary>
    [Field("size", "How many persons a list may name, as a share of the seats.")]
    public Bound? Size { get; init; }

    /// <summary>The quota.</summary>
    [Field("quota", "The groups that must be a share of the list.")]
    public GroupQuota? Quota { get; init; }

    /// <summary>The fee.</summary>
    [Field("fee", "The fee for registration.")]
    public RegistrationFee? Fee { get; init; }

    /// <summary>The order on the ballot.</summary>
    [Field("ballot-order", "How the order of the lists on the ballot is found.")]
    public string? BallotOrder { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the provision was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}
