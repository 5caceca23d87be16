namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>What assertions can say of a contest.</summary>
/// <param name="Election">The election.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Seats">The assertions; nothing where there can be none.</param>
/// <param name="Because">Why there can be none; empty where there are.</param>
public sealed record CoveredContest(string Election, string Contest, SeatAssertions? Seats, string Because);
