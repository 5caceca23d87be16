namespace Scrutineer.Allocation.Biproportional;

/// <summary>Makes tables.</summary>
public static class Tables
{
    /// <summary>A table from its rows.</summary>
    /// <exception cref="ArgumentException">There is no row, or the rows differ in length.</exception>
    public static Table<T> FromRows<T>(params ReadOnlySpan<T[]> rows)
        where T : struct, IEquatable<T>
    {
        var cells = new List<T>();
        foreach (var row in rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
            if (row.Length != rows[0].Length)
            {
                throw new ArgumentException("The rows of a table are of one length.", nameof(rows));
            }

            cells.AddRange(row);
        }

        return new Table<T>(rows.Length, rows.IsEmpty ? 0 : rows[0].Length, [.. cells]);
    }
}
