using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>What a person must be or have, beyond an age and a residence, to stand.</summary>
public enum EligibilityCondition
{
    /// <summary>Citizenship.</summary>
    Citizenship,

    /// <summary>No conviction that is not spent.</summary>
    NoUnspentConviction,

    /// <summary>No corruption crime established by a court.</summary>
    NoCorruptionCrime,

    /// <summary>Membership of the party that nominates, and of no other.</summary>
    PartyMembership,

    /// <summary>Higher education.</summary>
    HigherEducation,
}

/// <summary>Who may stand in a contest.</summary>
public sealed record Eligibility
{
    /// <summary>The age.</summary>
    [Field("age", "The age in whole years on polling day.")]
    public Bound? Age { get; init; }

    /// <summary>The residence.</summary>
    [Field("residence", "How many years a person must have lived in the country, up to polling day.")]
    public Bound? Residence { get; init; }

    /// <summary>The service.</summary>
    [Field("service", "How many years of public service a person must have.")]
    public Bound? Service { get; init; }

    /// <summary>The conditions.</summary>
    [Field("requires", "What else a person must be or have.")]
    public IReadOnlyList<EligibilityCondition> Requires { get; init; } = [];

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
