using System.Collections.Immutable;

namespace Scrutineer.Allocation;

/// <summary>
/// Seats that the votes alone cannot award: each list in <see cref="Among"/> has exactly the same claim to its next
/// seat, and only <see cref="Seats"/> of them can have one. None of these seats is counted in
/// <see cref="Apportionment.Seats"/>.
/// </summary>
/// <param name="Among">The tied lists, by position on the ballot, ascending; at least two.</param>
/// <param name="Seats">Seats to be drawn by lot; at least one and fewer than the tied lists, one a list at most.</param>
public sealed record Tie(ImmutableArray<int> Among, int Seats)
{
    /// <summary>Whether a lot was drawn among exactly these and names as many different ones as there are seats.</summary>
    public bool IsResolvedBy(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot.Among.Order().SequenceEqual(Among)
            && lot.Winners.Length == Seats
            && lot.Winners.Distinct().Count() == Seats
            && !lot.Winners.Except(Among).Any();
    }

    /// <summary>Equal when the same lists are tied for the same number of seats.</summary>
    public bool Equals(Tie? other) => other is not null && Seats == other.Seats && Among.SequenceEqual(other.Among);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Seats, Among.Length, Among.FirstOrDefault());
}
