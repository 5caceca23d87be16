namespace Scrutineer.Web.Observers;

/// <summary>What became of a report that was handed in, and why.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Id">Its identifier, where one could be read.</param>
internal sealed record IntakeOutcome(IntakeStatus Status, string? Id = null)
{
    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];

    /// <summary>What is doubtful about it and was accepted all the same.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
