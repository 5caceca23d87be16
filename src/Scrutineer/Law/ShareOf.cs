using Scrutineer.Allocation;

namespace Scrutineer.Law;

/// <summary>
/// A share that is known exactly (votes over a base) or only between two bounds (a published percentage, which stands
/// for every value that rounds to it).
/// </summary>
/// <param name="Low">The least value it can have.</param>
/// <param name="High">The greatest value it can have.</param>
public readonly record struct ShareOf(Rational Low, Rational High)
{
    /// <summary>Whether the share is known exactly.</summary>
    public bool IsExact => Low == High;

    /// <summary>An exact share.</summary>
    public static ShareOf Exactly(Rational share) => new(share, share);

    /// <summary>
    /// A published percentage: with <paramref name="decimals"/> decimals it stands for everything within half a unit of
    /// its last place.
    /// </summary>
    public static ShareOf Published(Rational share, int decimals)
    {
        var half = new Rational(1, 200 * System.Numerics.BigInteger.Pow(10, decimals));
        return new ShareOf(share - half, share + half);
    }
}
