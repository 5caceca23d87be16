using System.Collections.Immutable;

namespace Scrutineer.Allocation;

/// <summary>
/// A lot that was drawn and recorded, as an input: it is accepted only where exactly this tie exists (see
/// <see cref="Apportionment.Resolve"/>).
/// </summary>
/// <param name="Among">The lists between which the lot was drawn, by position on the ballot, in any order.</param>
/// <param name="Winners">The lists drawn, each of which receives one seat.</param>
public sealed record Lot(ImmutableArray<int> Among, ImmutableArray<int> Winners)
{
    /// <summary>Equal when drawn among the same lists with the same winners, in the same order.</summary>
    public bool Equals(Lot? other) =>
        other is not null && Among.SequenceEqual(other.Among) && Winners.SequenceEqual(other.Winners);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Among.Length, Winners.Length, Winners.FirstOrDefault());
}
