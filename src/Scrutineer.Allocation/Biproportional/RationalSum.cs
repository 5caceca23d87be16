namespace Scrutineer.Allocation.Biproportional;

/// <summary>Sums of fractions.</summary>
internal static class RationalSum
{
    /// <summary>The sum of what <paramref name="figure"/> gives.</summary>
    public static Rational SumOf<T>(this IEnumerable<T> items, Func<T, Rational> figure)
    {
        var sum = Rational.Zero;
        foreach (var item in items)
        {
            sum += figure(item);
        }

        return sum;
    }
}
