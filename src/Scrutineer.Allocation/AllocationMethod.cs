namespace Scrutineer.Allocation;

/// <summary>
/// A way of turning one vote vector into the seats of one house: <see cref="DivisorMethod"/>,
/// <see cref="LargestRemainder"/> or <see cref="QuotaMethod"/>. Methods are immutable and may be shared by threads.
/// </summary>
public abstract class AllocationMethod
{
    /// <summary>The largest house that is computed: a thousand million seats.</summary>
    public const int LargestHouse = 1_000_000_000;

    private protected AllocationMethod(string name) => Name = name;

    /// <summary>The name by which the method is called in data, such as <c>sainte-lague</c>.</summary>
    public string Name { get; }

    /// <summary>Apportions <paramref name="seats"/> seats.</summary>
    /// <param name="votes">
    /// Votes per list in ballot order, those of lists that are not admitted set to 0. Weighted votes: multiply by the
    /// common denominator first.
    /// </param>
    /// <param name="seats">Size of the house, from 0 to <see cref="LargestHouse"/>.</param>
    /// <returns>The seats with their certificate, or the reason why the method has no answer.</returns>
    /// <exception cref="ArgumentException">
    /// A number is negative, the house is above <see cref="LargestHouse"/>, or the votes sum to more than
    /// <see cref="long.MaxValue"/>.
    /// </exception>
    public abstract AllocationResult Apportion(ReadOnlySpan<long> votes, int seats);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
