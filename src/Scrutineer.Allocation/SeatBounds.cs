using System.Collections.Immutable;

namespace Scrutineer.Allocation;

/// <summary>
/// The fewest and the most seats each list may hold: a guarantee, a list with too few candidates. A list without
/// votes holds exactly its minimum.
/// </summary>
public sealed record SeatBounds
{
    /// <summary>Bounds per list, by position on the ballot.</summary>
    /// <param name="minimum">Fewest seats per list; empty for none.</param>
    /// <param name="maximum">Most seats per list; empty for no cap.</param>
    /// <exception cref="ArgumentException">
    /// A bound is negative, a minimum is above its maximum, or the two have different lengths.
    /// </exception>
    public SeatBounds(ImmutableArray<int> minimum, ImmutableArray<int> maximum)
    {
        Minimum = minimum.IsDefault ? [] : minimum;
        Maximum = maximum.IsDefault ? [] : maximum;
        if (Minimum.Any(m => m < 0) || Maximum.Any(m => m < 0))
        {
            throw new ArgumentException("A bound on seats is not negative.", nameof(minimum));
        }

        if (Minimum.IsEmpty || Maximum.IsEmpty)
        {
            return;
        }

        if (Minimum.Length != Maximum.Length || Minimum.Zip(Maximum).Any(b => b.First > b.Second))
        {
            throw new ArgumentException(
                "Every list has one minimum and one maximum, and the minimum is not above it.",
                nameof(maximum)
            );
        }
    }

    /// <summary>Fewest seats per list; empty when no list has a minimum.</summary>
    public ImmutableArray<int> Minimum { get; }

    /// <summary>Most seats per list; empty when no list is capped.</summary>
    public ImmutableArray<int> Maximum { get; }

    /// <summary>Only minimum numbers of seats.</summary>
    public static SeatBounds AtLeast(params ReadOnlySpan<int> minimum) => new([.. minimum], []);

    /// <summary>Only maximum numbers of seats.</summary>
    public static SeatBounds AtMost(params ReadOnlySpan<int> maximum) => new([], [.. maximum]);

    /// <summary>The fewest seats of a list.</summary>
    public int Least(int list) => Minimum.IsEmpty ? 0 : Minimum[list];

    /// <summary>The most seats of a list; <see cref="int.MaxValue"/> without a cap.</summary>
    public int Most(int list) => Maximum.IsEmpty ? int.MaxValue : Maximum[list];

    /// <summary>Equal in every bound.</summary>
    public bool Equals(SeatBounds? other) =>
        other is not null && Minimum.SequenceEqual(other.Minimum) && Maximum.SequenceEqual(other.Maximum);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Minimum.Length, Maximum.Length);
}
