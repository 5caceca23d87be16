namespace Scrutineer.Allocation.Transferable;

/// <summary>Why a count has no result.</summary>
/// <param name="Kind">Which rule fails.</param>
/// <param name="Message">One sentence with the numbers.</param>
public sealed record CountProblem(CountProblemKind Kind, string Message);
