namespace Scrutineer.Numerics;

/// <summary>Draws a number of 0 to n − 1 with given chances, in constant time; the table can be set again without new memory.</summary>
/// <remarks>Source: Walker (1977); Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE TSE 17 (1991).</remarks>
public sealed class AliasTable
{
    private readonly uint[] own;
    private readonly int[] alias;
    private readonly double[] mass;
    private readonly int[] small;
    private readonly int[] large;
    private uint cells;

    /// <summary>A table for at most so many numbers.</summary>
    public AliasTable(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        (own, alias, mass) = (new uint[most], new int[most], new double[most]);
        (small, large) = (new int[most], new int[most]);
    }

    /// <summary>Takes chances; they need not add up to 1.</summary>
    /// <exception cref="ArgumentException">There are none, too many, or none above nought.</exception>
    public void Set(ReadOnlySpan<double> chances)
    {
        if (chances.IsEmpty || chances.Length > own.Length)
        {
            throw new ArgumentException("As many chances as the table has room for are needed.", nameof(chances));
        }

        double sum = 0;
        foreach (var chance in chances)
        {
            sum += chance;
        }

        if (!(sum > 0))
        {
            throw new ArgumentException("One chance at least must be above nought.", nameof(chances));
        }

        cells = (uint)chances.Length;
        var (smalls, larges) = (0, 0);
        for (var i = 0; i < chances.Length; i++)
        {
            mass[i] = chances[i] * cells / sum;
            if (mass[i] < 1)
            {
                small[smalls++] = i;
            }
            else
            {
                large[larges++] = i;
            }
        }

        while (smalls > 0 && larges > 0)
        {
            var (less, more) = (small[--smalls], large[larges - 1]);
            (own[less], alias[less]) = ((uint)(mass[less] * 0x80000000), more);
            mass[more] -= 1 - mass[less];
            if (mass[more] < 1)
            {
                larges--;
                small[smalls++] = more;
            }
        }

        // What rounding leaves over stands for itself.
        while (larges > 0)
        {
            own[large[--larges]] = 0x80000000;
        }

        while (smalls > 0)
        {
            own[small[--smalls]] = 0x80000000;
        }
    }

    /// <summary>The next number.</summary>
    public int Draw(SplitMix64 random)
    {
        ArgumentNullException.ThrowIfNull(random);

        // The upper 32 bits choose the cell, the lower 31 whether it stands for itself.
        var bits = random.Next();
        var cell = (int)(((bits >> 32) * cells) >> 32);

        // Below nought, and so all ones after the shift, where the cell stands for itself: a branch would be foreseen half the time.
        var isOwn = (int)(((long)(bits & 0x7FFFFFFF) - own[cell]) >> 63);
        return (cell & isOwn) | (alias[cell] & ~isOwn);
    }
}
