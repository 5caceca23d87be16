namespace Scrutineer.Publishing.Charts;

/// <summary>One region as a square.</summary>
/// <param name="Row">Its row from the top, from nought.</param>
/// <param name="Column">Its column from the left, from nought.</param>
/// <param name="Label">Its short name, three or four letters.</param>
/// <param name="Value">Its figure as it is to be read.</param>
/// <param name="Shade">How dark it is, 0 to 4; <c>null</c> where the figure is not known.</param>
public sealed record Tile(int Row, int Column, string Label, string Value, int? Shade);
