using Scrutineer.Findings;

namespace Scrutineer.Scrutiny.Forensics;

/// <summary>What one test says about one table.</summary>
public sealed record TestReport
{
    /// <summary>The test's name, as <c>--test</c> takes it.</summary>
    public required string Test { get; init; }

    /// <summary>How many stations it used.</summary>
    public required int Stations { get; init; }

    /// <summary>The stations that it left out, by reason.</summary>
    public required IReadOnlyList<NotUsed> LeftOut { get; init; }

    /// <summary>Why it cannot answer on this table; nothing where it can.</summary>
    public string? CannotSay { get; init; }

    /// <summary>Its figures.</summary>
    public IReadOnlyList<FigureGroup> Figures { get; init; } = [];

    /// <summary>Its tables.</summary>
    public IReadOnlyList<FigureTable> Tables { get; init; } = [];

    /// <summary>The probability of figures at least as far out under the test's own model; nothing where it has no model.</summary>
    public double? PValue { get; init; }

    /// <summary>How much it is about.</summary>
    public Effect Effect { get; init; }

    /// <summary>What it found, in one sentence with its numbers.</summary>
    public string Says { get; init; } = "";

    /// <summary>Whether the table is inconsistent with the test's model at the level that the test names for itself.</summary>
    public bool Fires { get; init; }

    /// <summary>What it says as findings; only a test that fires has any.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The figures of a group.</summary>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public FigureGroup this[string group] =>
        Figures.FirstOrDefault(g => g.Name == group)
        ?? throw new ArgumentException($"There are no figures '{group}'.", nameof(group));
}
