namespace Scrutineer.Law.Evaluation;

/// <summary>A constituency whose leader has no seat, because the seats of the party's list do not cover it.</summary>
/// <param name="Led">The constituency, its party and the share.</param>
/// <param name="LotOpen">Whether a lot among equal shares decides, and none is recorded.</param>
public sealed record SeatNotCovered(SeatLed Led, bool LotOpen);
