namespace Scrutineer.Counting.Forms;

/// <summary>One statement about the numbers of a protocol that can be true, false, or beyond telling.</summary>
/// <param name="Written">The statement as written.</param>
public abstract record Comparison(string Written);

/// <summary>Two sums and a sign: <c>received = issued + cancelled</c>, <c>blank &lt; 3 % of cast</c>.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Sign">How it must stand to the right side.</param>
/// <param name="Right">The right side.</param>
/// <param name="Written">The statement as written.</param>
public sealed record SumComparison(Sum Left, Sign Sign, Sum Right, string Written) : Comparison(Written);

/// <summary>
/// The distance between two sums, whichever is greater, and a bound: <c>difference of admitted and cast &lt; 15</c>.
/// </summary>
/// <param name="One">The one sum.</param>
/// <param name="Other">The other sum.</param>
/// <param name="Sign">How their distance must stand to the bound.</param>
/// <param name="Bound">The bound.</param>
/// <param name="Written">The statement as written.</param>
public sealed record DistanceComparison(Sum One, Sum Other, Sign Sign, Sum Bound, string Written) : Comparison(Written);

/// <summary>
/// Whether something other than nought stands in a field: <c>cast filled</c>, <c>more-counted empty</c>. A field left
/// blank and one with a nought are both empty on paper; one that cannot be read is filled.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Filled">Whether it must be filled, or empty.</param>
/// <param name="Written">The statement as written.</param>
public sealed record FilledComparison(string Field, bool Filled, string Written) : Comparison(Written);
