using Scrutineer.Allocation;

namespace Scrutineer.Publishing.Charts;

/// <summary>Misuse that several charts refuse alike.</summary>
internal static class Check
{
    public static void NotEmpty<T>(IReadOnlyCollection<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0)
        {
            throw new ArgumentException("A chart needs something to show.", nameof(items));
        }
    }

    public static void Decimals(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 4);
    }

    public static void NotNegative(IEnumerable<Rational> shares, string name)
    {
        if (shares.Any(share => share.Sign < 0))
        {
            throw new ArgumentOutOfRangeException(name, "A share is not negative.");
        }
    }
}
