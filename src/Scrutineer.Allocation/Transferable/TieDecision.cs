namespace Scrutineer.Allocation.Transferable;

/// <summary>A tie and how it was decided.</summary>
/// <param name="Tie">The tie.</param>
/// <param name="Chosen">The candidate chosen for the tie's purpose.</param>
/// <param name="By">The rule that decided.</param>
/// <param name="DecidingStage">The earlier stage whose votes decided; null under the other rules.</param>
public sealed record TieDecision(CandidateTie Tie, int Chosen, TieRule By, int? DecidingStage);
