using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Units;

namespace Scrutineer.Counting.Totals;

/// <summary>A count that is still coming in, unit by unit at every level: each station is added to all the units above it, once.</summary>
public sealed class NightLevels
{
    private readonly UnitTree tree;
    private readonly Dictionary<UnitPath, UnitProgress> units = [];

    private NightLevels(UnitTree tree) => this.tree = tree;

    /// <summary>The whole.</summary>
    public UnitProgress Whole => units[UnitPath.Whole];

    /// <summary>The progress of a unit; nothing where there is no such unit.</summary>
    public UnitProgress? Find(UnitPath unit) => units.GetValueOrDefault(unit);

    /// <summary>The units directly within a unit, in order.</summary>
    public IReadOnlyList<UnitProgress> Within(UnitPath unit) => [.. tree.Children(unit).Select(u => units[u.Path])];

    /// <summary>Every unit, the whole first and each before what lies within it.</summary>
    public IEnumerable<UnitProgress> All => tree.Units.Select(u => units[u.Path]).Prepend(Whole);

    /// <summary>Adds up the protocols that stand.</summary>
    /// <param name="layout">Their form and ballot.</param>
    /// <param name="tree">The units that are to report.</param>
    /// <param name="protocols">The protocols, at most one a station; those of no station of the tree are left out.</param>
    public static NightLevels Of(FormLayout layout, UnitTree tree, IEnumerable<Protocol> protocols)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(protocols);
        var levels = new NightLevels(tree);
        var sums = tree.Units.Select(u => u.Path).Append(UnitPath.Whole).ToDictionary(p => p, _ => new Sums(layout));
        var standing = protocols.ToDictionary(p => p.Unit);
        foreach (var station in tree.Stations)
        {
            var protocol = standing.GetValueOrDefault(station.Path);
            for (var unit = station.Path; ; unit = unit.Parent)
            {
                sums[unit].Add(station.Registered, protocol);
                if (unit == UnitPath.Whole)
                {
                    break;
                }
            }
        }

        foreach (var (path, sum) in sums)
        {
            levels.units[path] = new UnitProgress(
                tree.Find(path) ?? new Unit(UnitPath.Whole, "nation"),
                sum.Stations,
                sum.Reported,
                sum.Voters,
                sum.VotersReported,
                sum.Columns
            );
        }

        return levels;
    }

    private sealed class Sums(FormLayout layout)
    {
        public int Stations { get; private set; }

        public int Reported { get; private set; }

        public ColumnTotal Voters { get; private set; }

        public ColumnTotal VotersReported { get; private set; }

        public ColumnTotal[] Columns { get; } = new ColumnTotal[layout.Columns.Count];

        public void Add(Count registered, Protocol? protocol)
        {
            Stations++;
            Voters = Voters.With(registered);
            if (protocol is null)
            {
                return;
            }

            Reported++;
            VotersReported = VotersReported.With(registered);
            for (var c = 0; c < Columns.Length; c++)
            {
                Columns[c] = Columns[c].With(protocol.Values[c], protocol.States[c]);
            }
        }
    }
}
