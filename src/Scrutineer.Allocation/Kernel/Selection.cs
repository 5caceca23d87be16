namespace Scrutineer.Allocation.Kernel;

/// <summary>Selection without sorting (Hoare's quickselect).</summary>
internal static class Selection
{
    /// <summary>
    /// The <paramref name="rank"/>-th largest value, counted from 1. Reorders <paramref name="values"/>.
    /// </summary>
    public static ulong Largest(Span<ulong> values, int rank)
    {
        // Three-way partitions halve the range in all but contrived inputs; those are sorted instead.
        var patience = 4 * (32 - int.LeadingZeroCount(values.Length));
        while (values.Length > 16 && patience-- > 0)
        {
            var pivot = MedianOfThree(values[0], values[values.Length / 2], values[^1]);
            var above = 0;
            var at = 0;
            var below = values.Length;
            while (at < below)
            {
                var value = values[at];
                if (value > pivot)
                {
                    values[at++] = values[above];
                    values[above++] = value;
                }
                else if (value < pivot)
                {
                    values[at] = values[--below];
                    values[below] = value;
                }
                else
                {
                    at++;
                }
            }

            if (rank <= above)
            {
                values = values[..above];
            }
            else if (rank <= below)
            {
                return pivot;
            }
            else
            {
                rank -= below;
                values = values[below..];
            }
        }

        values.Sort();
        return values[^rank];
    }

    private static ulong MedianOfThree(ulong a, ulong b, ulong c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
