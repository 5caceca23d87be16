using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>Whether the ballot has a row "against all".</summary>
public enum AgainstAll
{
    /// <summary>The row is not printed.</summary>
    Absent,

    /// <summary>The row is printed, and its marks are counted.</summary>
    OnBallot,
}

/// <summary>What the ballots of an edition have in common.</summary>
public sealed record BallotForm : ILocated
{
    /// <summary>Whether "against all" is on the ballot.</summary>
    [Field("against-all", "Whether the row 'against all' is on the ballot.", Required = true)]
    public AgainstAll AgainstAll { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the provision was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
