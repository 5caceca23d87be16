namespace Scrutineer.Web.Observers;

/// <summary>What became of a photograph that was handed in.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Received">The SHA-256 of what was sent.</param>
/// <param name="Stored">The SHA-256 of what is kept of it; nothing where it is not.</param>
internal sealed record PhotographOutcome(IntakeStatus Status, string Received, string? Stored = null);
