using Scrutineer.Allocation;

namespace Scrutineer.Law.Evaluation;

/// <summary>A seat of an earlier contest with one to fill, and the share of the votes there with which it was led.</summary>
/// <param name="Place">The constituency, such as a Wahlkreis.</param>
/// <param name="Within">The place in which it lies, such as a Land.</param>
/// <param name="List">The party of who leads there, by its id.</param>
/// <param name="Share">The votes of who leads over all valid votes there.</param>
public sealed record SeatLed(string Place, string Within, string List, Rational Share);
