namespace Scrutineer.Publishing.Charts;

/// <summary>One line of a timeline: an event, or a window that was open for a time.</summary>
/// <param name="Label">What it is, after its day.</param>
/// <param name="From">The first minute: of the window, or at which the event can have been.</param>
/// <param name="To">The last minute: of the window, or at which the event can have been.</param>
/// <param name="IsWindow">Whether it lasted all the time; otherwise it was at some moment between the two.</param>
/// <param name="Lead">The day in a few words, such as <c>27 Nov</c>.</param>
public sealed record TimelineRow(string Label, DateTime From, DateTime To, bool IsWindow = false, string Lead = "");
