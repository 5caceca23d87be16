using Scrutineer.Allocation;

namespace Scrutineer.Publishing.Charts;

/// <summary>A statement and how clear it is.</summary>
/// <param name="Label">The statement.</param>
/// <param name="Margin">Its margin; at nought it would be false.</param>
public sealed record MarginPoint(string Label, Rational Margin);
