using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;

namespace Scrutineer.Counting.Copies;

/// <summary>
/// Two copies of the same protocols, unit by unit: observers' copies against the published table, a party's against the
/// territorial commission's, or any other two. Only units that both sides have are compared; the others are named.
/// </summary>
public sealed class CopyComparison
{
    private readonly IReadOnlyDictionary<UnitPath, Protocol> left;
    private readonly IReadOnlyDictionary<UnitPath, Protocol> right;

    private CopyComparison(
        FormLayout layout,
        IReadOnlyDictionary<UnitPath, Protocol> left,
        IReadOnlyDictionary<UnitPath, Protocol> right
    )
    {
        Layout = layout;
        this.left = left;
        this.right = right;
    }

    /// <summary>The form and ballot.</summary>
    public FormLayout Layout { get; }

    /// <summary>How many units both sides have.</summary>
    public int Compared { get; private init; }

    /// <summary>The units whose copies differ, in order.</summary>
    public required IReadOnlyList<UnitDifference> Differences { get; init; }

    /// <summary>The units that only the left side has, in order.</summary>
    public required IReadOnlyList<UnitPath> OnlyLeft { get; init; }

    /// <summary>The units that only the right side has, in order.</summary>
    public required IReadOnlyList<UnitPath> OnlyRight { get; init; }

    /// <summary>The units that one side has more than once; they are left out of everything.</summary>
    public required IReadOnlyList<UnitPath> Repeated { get; init; }

    /// <summary>Compares two sets of copies.</summary>
    /// <exception cref="ArgumentException">A protocol follows another form or ballot.</exception>
    public static CopyComparison Of(FormLayout layout, IEnumerable<Protocol> left, IEnumerable<Protocol> right)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var repeated = new SortedSet<UnitPath>();
        var one = ByUnit(layout, left, repeated);
        var other = ByUnit(layout, right, repeated);
        foreach (var unit in repeated)
        {
            one.Remove(unit);
            other.Remove(unit);
        }

        var both = one.Keys.Where(other.ContainsKey).Order().ToList();
        return new CopyComparison(layout, one, other)
        {
            Compared = both.Count,
            Differences = [.. both.Select(u => Difference(one[u], other[u])).Where(d => d.Fields.Count > 0)],
            OnlyLeft = [.. one.Keys.Where(u => !other.ContainsKey(u)).Order()],
            OnlyRight = [.. other.Keys.Where(u => !one.ContainsKey(u)).Order()],
            Repeated = [.. repeated],
        };
    }

    /// <summary>The totals by column of the left copies, over the units that both sides have.</summary>
    public IReadOnlyList<ColumnTotal> LeftTotals =>
        Totals(left.Where(p => right.ContainsKey(p.Key)).Select(p => p.Value));

    /// <summary>The totals by column of the right copies, over the units that both sides have.</summary>
    public IReadOnlyList<ColumnTotal> RightTotals =>
        Totals(right.Where(p => left.ContainsKey(p.Key)).Select(p => p.Value));

    /// <summary>By column, the amounts by which the right copies are above the left ones, less those by which they are below.</summary>
    public IReadOnlyList<Int128> Net => Amounts(a => a);

    /// <summary>By column, the amounts of all differences without their signs.</summary>
    public IReadOnlyList<Int128> Gross => Amounts(Int128.Abs);

    /// <summary>
    /// The totals of a whole set of copies after each unit that differs was replaced by its right copy: what the totals
    /// would be if the right copies told the truth and all other units stayed.
    /// </summary>
    /// <param name="whole">The whole set that the left copies belong to.</param>
    public IReadOnlyList<ColumnTotal> Replaced(IEnumerable<Protocol> whole)
    {
        var replaced = Differences.ToDictionary(d => d.Unit, d => d.Right);
        return Totals(whole.Select(p => replaced.GetValueOrDefault(p.Unit, p)));
    }

    /// <summary>The totals by column of protocols of the layout.</summary>
    public IReadOnlyList<ColumnTotal> Totals(IEnumerable<Protocol> protocols)
    {
        ArgumentNullException.ThrowIfNull(protocols);
        var totals = new ColumnTotal[Layout.Columns.Count];
        foreach (var protocol in protocols)
        {
            for (var c = 0; c < totals.Length; c++)
            {
                totals[c] = totals[c].With(protocol.Values[c], protocol.States[c]);
            }
        }

        return totals;
    }

    private Int128[] Amounts(Func<Int128, Int128> of)
    {
        var amounts = new Int128[Layout.Columns.Count];
        foreach (var field in Differences.SelectMany(d => d.Fields))
        {
            amounts[field.Column] += of(field.Amount ?? 0);
        }

        return amounts;
    }

    private static Dictionary<UnitPath, Protocol> ByUnit(
        FormLayout layout,
        IEnumerable<Protocol> protocols,
        SortedSet<UnitPath> repeated
    )
    {
        var byUnit = new Dictionary<UnitPath, Protocol>();
        foreach (var protocol in protocols)
        {
            if (protocol.Layout.Columns.Count != layout.Columns.Count)
            {
                throw new ArgumentException(
                    $"The protocol of {protocol.Unit} follows another form or ballot.",
                    nameof(protocols)
                );
            }

            if (!byUnit.TryAdd(protocol.Unit, protocol))
            {
                repeated.Add(protocol.Unit);
            }
        }

        return byUnit;
    }

    private static UnitDifference Difference(Protocol left, Protocol right) =>
        new(left, right, [.. BlindEntry.Differing(left, right).Select(c => new FieldDifference(c, left[c], right[c]))]);
}
