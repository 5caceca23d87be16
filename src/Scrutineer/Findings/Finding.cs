namespace Scrutineer.Findings;

/// <summary>What a check says about an election. Checks of every kind speak this one language.</summary>
/// <param name="Code">A stable word for filtering, such as <c>seat-depends-on-reading</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Statement">One plain sentence with its numbers and their bases.</param>
/// <param name="Basis">The article, source or test on which it rests.</param>
/// <param name="Verify">The command, or the sum, with which a stranger verifies it.</param>
public sealed record Finding(string Code, Severity Severity, string Statement, string Basis, string Verify)
{
    /// <summary>The reporting unit, contest or list that is meant; empty for the whole election.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The line of input it came from, where there is one.</summary>
    public Location? Where { get; init; }

    /// <summary>The figures of the statement, by name, exact, for programs.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Figures { get; init; } = [];
}
