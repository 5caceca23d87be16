using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>A majority of the elected body that decides something.</summary>
public sealed record Majority : ILocated
{
    /// <summary>The share of the seats.</summary>
    [Field("seats", "The share of all seats that decides.", Required = true)]
    public Bound Seats { get; init; } = null!;

    /// <summary>What it decides.</summary>
    [Field("decides", "What this majority decides.", Required = true)]
    public string Decides { get; init; } = "";

    /// <summary>Whose act it needs besides.</summary>
    [Field("consent", "Whose proposal, consent or vote the decision needs besides, in words.")]
    public string? Consent { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the provision was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
