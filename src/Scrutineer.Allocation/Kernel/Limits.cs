namespace Scrutineer.Allocation.Kernel;

/// <summary><see cref="SeatBounds"/> as the kernel reads them: an empty span means no bound.</summary>
internal readonly ref struct Limits(ReadOnlySpan<int> minimum, ReadOnlySpan<int> maximum)
{
    private readonly ReadOnlySpan<int> minimum = minimum;
    private readonly ReadOnlySpan<int> maximum = maximum;

    /// <summary>The limits that <paramref name="bounds"/> set.</summary>
    /// <exception cref="ArgumentException">They are for another number of lists.</exception>
    public static Limits Of(SeatBounds? bounds, int lists)
    {
        if (bounds is null)
        {
            return default;
        }

        if (
            (!bounds.Minimum.IsEmpty && bounds.Minimum.Length != lists)
            || (!bounds.Maximum.IsEmpty && bounds.Maximum.Length != lists)
        )
        {
            throw new ArgumentException($"The bounds are not for {lists} lists.", nameof(bounds));
        }

        return new Limits(bounds.Minimum.AsSpan(), bounds.Maximum.AsSpan());
    }

    public bool Any => !minimum.IsEmpty || !maximum.IsEmpty;

    public int Least(int list) => minimum.IsEmpty ? 0 : minimum[list];

    public int Most(int list) => maximum.IsEmpty ? int.MaxValue : maximum[list];
}
