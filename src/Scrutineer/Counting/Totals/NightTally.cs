using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Units;

namespace Scrutineer.Counting.Totals;

/// <summary>
/// The running sums of a count that is still coming in: a protocol that stands, or stands no longer, changes them by its own
/// figures, however many other stations there are.
/// </summary>
/// <remarks>It is not safe for several threads at once.</remarks>
public sealed class NightTally
{
    private readonly Dictionary<UnitPath, Count> registered;
    private readonly Dictionary<UnitPath, Protocol> standing = [];
    private readonly ColumnTotal[] totals;
    private ColumnTotal missing;

    /// <summary>The sums before any protocol stands.</summary>
    /// <param name="layout">The form and ballot.</param>
    /// <param name="tree">The units that are to report.</param>
    public NightTally(FormLayout layout, UnitTree tree)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tree);
        Layout = layout;
        totals = new ColumnTotal[layout.Columns.Count];
        registered = tree.Stations.ToDictionary(s => s.Path, s => s.Registered);
        foreach (var voters in registered.Values)
        {
            missing = missing.With(voters);
        }
    }

    /// <summary>The form and ballot.</summary>
    public FormLayout Layout { get; }

    /// <summary>How many stations are to report.</summary>
    public int Listed => registered.Count;

    /// <summary>The totals by column of the protocols that stand.</summary>
    public UnitTotals Whole => new(UnitPath.Whole, "nation", standing.Count, [.. totals]);

    /// <summary>The most ballots that the other stations can bring: their registered voters; not reported where that is not known.</summary>
    public Count MostMissing =>
        standing.Count == Listed ? new Count(0)
        : missing is { IsComplete: true, Fits: true } ? missing.AsCount()
        : Count.NotReported;

    /// <summary>The sums as they are now; they stay so while protocols go on coming in.</summary>
    public NightSums Sums => new(Layout, Whole, Listed, MostMissing);

    /// <summary>Takes what stands for a station now, in the place of what stood for it before.</summary>
    /// <param name="unit">The station.</param>
    /// <param name="protocol">Its protocol; nothing where none stands any more.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="ArgumentException">There is no such station.</exception>
    public bool Put(UnitPath unit, Protocol? protocol)
    {
        if (!registered.TryGetValue(unit, out var voters))
        {
            throw new ArgumentException($"'{unit}' is no station.", nameof(unit));
        }

        var before = standing.GetValueOrDefault(unit);
        if (ReferenceEquals(before, protocol))
        {
            return false;
        }

        for (var c = 0; c < totals.Length; c++)
        {
            totals[c] -= Of(before, c);
            totals[c] += Of(protocol, c);
        }

        if (protocol is null)
        {
            standing.Remove(unit);
        }
        else
        {
            standing[unit] = protocol;
        }

        missing -= before is null ? default(ColumnTotal).With(voters) : default;
        missing += protocol is null ? default(ColumnTotal).With(voters) : default;
        return true;
    }

    /// <summary>Whether a protocol of the station stands.</summary>
    internal bool Has(UnitPath unit) => standing.ContainsKey(unit);

    private static ColumnTotal Of(Protocol? protocol, int column) =>
        protocol is null ? default : default(ColumnTotal).With(protocol[column]);
}
