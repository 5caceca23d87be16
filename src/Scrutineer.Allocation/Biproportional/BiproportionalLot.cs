using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>A recorded lot: the cells of a <see cref="BiproportionalTie"/> that were drawn.</summary>
/// <param name="Among">The contested cells, in any order.</param>
/// <param name="Winners">The cells drawn, each of which receives one seat.</param>
public sealed record BiproportionalLot(ImmutableArray<Cell> Among, ImmutableArray<Cell> Winners)
{
    /// <summary>Equal when drawn among the same cells with the same winners, in the same order.</summary>
    public bool Equals(BiproportionalLot? other) =>
        other is not null && Among.SequenceEqual(other.Among) && Winners.SequenceEqual(other.Winners);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Among.Length, Winners.Length, Winners.FirstOrDefault());
}
