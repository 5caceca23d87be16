namespace Scrutineer.Allocation.Biproportional;

/// <summary>A place in a table: one list in one district.</summary>
/// <param name="Row">The row (district), from 0.</param>
/// <param name="Column">The column (list), from 0.</param>
public readonly record struct Cell(int Row, int Column);
