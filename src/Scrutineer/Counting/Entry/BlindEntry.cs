namespace Scrutineer.Counting.Entry;

/// <summary>What one person read from a paper.</summary>
/// <param name="By">The pseudonym of the person.</param>
/// <param name="Protocol">The figures.</param>
public sealed record BlindEntry(string By, Protocol Protocol)
{
    /// <summary>The columns in which two copies differ. A blank and a nought differ: they are two things on the paper.</summary>
    /// <exception cref="ArgumentException">The copies follow different layouts.</exception>
    public static IReadOnlyList<int> Differing(Protocol one, Protocol other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Layout.Columns.Count == other.Layout.Columns.Count
            ? [.. Enumerable.Range(0, one.Layout.Columns.Count).Where(c => one[c] != other[c])]
            : throw new ArgumentException("The two copies follow different forms or ballots.", nameof(other));
    }
}
