namespace Scrutineer.Publishing.Charts;

/// <summary>One list's seats in two houses.</summary>
/// <param name="Label">The list.</param>
/// <param name="Before">Its seats in the earlier house; <c>null</c> where it did not stand or is not known.</param>
/// <param name="After">Its seats in the later house; <c>null</c> where it did not stand or is not known.</param>
/// <param name="Mark">How it is drawn.</param>
public sealed record SeatChange(string Label, int? Before, int? After, ListMark Mark);
