namespace Scrutineer.Allocation;

/// <summary>A method's plain answer that this election has no result under it.</summary>
/// <param name="Kind">Which rule of the method fails.</param>
/// <param name="Message">One sentence with the numbers.</param>
public sealed record AllocationProblem(ProblemKind Kind, string Message);
