using System.Collections.Immutable;

namespace Scrutineer.Allocation;

/// <summary>
/// For the Balinski–Young method, which is defined by recursion on the size of the house: the list that takes each
/// seat in turn. Each step can be checked by itself.
/// </summary>
/// <param name="Order">
/// For seats 1, 2, … of the house, the position of the list that takes it; <see cref="Contested"/> for a seat that is
/// tied, or was tied and went by lot.
/// </param>
public sealed record AwardOrderCertificate(ImmutableArray<int> Order) : Certificate
{
    /// <summary>The entry of a seat that the votes alone do not award.</summary>
    public const int Contested = -1;

    /// <summary>Equal in every step.</summary>
    public bool Equals(AwardOrderCertificate? other) => other is not null && Order.SequenceEqual(other.Order);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Order.Length, Order.FirstOrDefault());
}
