namespace Scrutineer.Counting.Totals;

/// <summary>
/// A stretch of rows in which nearly every row is wrong in the same way, while the rows before or behind it are not: the
/// mark of a column that changes its meaning, of two tables put together, of rows that slipped.
/// </summary>
/// <param name="First">The first row of the stretch.</param>
/// <param name="Last">The last row of it.</param>
/// <param name="Wrong">How many of its rows are wrong.</param>
internal readonly record struct Stretch(int First, int Last, int Wrong)
{
    /// <summary>The fewest wrong rows that are called a stretch.</summary>
    public const int Least = 20;

    /// <summary>Whether the stretch is the whole table.</summary>
    public bool IsWhole(int rows) => First == 0 && Last == rows - 1;

    /// <summary>
    /// The stretch that holds the wrong rows, where at least nine tenths of the rows between the first and the last of them
    /// are wrong; nothing where they are scattered or few.
    /// </summary>
    /// <param name="wrong">The wrong rows in order.</param>
    public static Stretch? Of(IReadOnlyList<int> wrong)
    {
        if (wrong.Count < Least)
        {
            return null;
        }

        var stretch = new Stretch(wrong[0], wrong[^1], wrong.Count);
        return (long)wrong.Count * 10 >= (long)(stretch.Last - stretch.First + 1) * 9 ? stretch : null;
    }
}
