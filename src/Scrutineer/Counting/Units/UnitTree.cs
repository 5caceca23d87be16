namespace Scrutineer.Counting.Units;

/// <summary>The reporting units of one day as a tree of any depth, each unit before what lies within it.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<UnitPath, int> byPath = [];
    private readonly int[] ends;

    private UnitTree(IReadOnlyList<Unit> units)
    {
        Units = units;
        ends = new int[units.Count];
        var open = new Stack<int>();
        for (var i = 0; i < units.Count; i++)
        {
            byPath[units[i].Path] = i;
            while (open.TryPeek(out var above) && !units[i].Path.IsWithin(units[above].Path))
            {
                ends[open.Pop()] = i;
            }

            open.Push(i);
        }

        while (open.TryPop(out var last))
        {
            ends[last] = units.Count;
        }
    }

    /// <summary>Every unit, each before what lies within it.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>The units that have none within them: those that hand in protocols.</summary>
    public IEnumerable<Unit> Stations =>
        Enumerable.Range(0, Units.Count).Where(i => ends[i] == i + 1).Select(i => Units[i]);

    /// <summary>Makes a tree of units in any order. Units above them that are not among them are added.</summary>
    /// <param name="units">The units, each path once.</param>
    /// <param name="levels">The names of the levels from the top, for the units that are added.</param>
    /// <exception cref="ArgumentException">A path is given twice, or is that of the whole.</exception>
    public static UnitTree Of(IEnumerable<Unit> units, IReadOnlyList<string> levels)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(levels);
        var all = new Dictionary<UnitPath, Unit>();
        foreach (var unit in units)
        {
            if (unit.Path == UnitPath.Whole || !all.TryAdd(unit.Path, unit))
            {
                throw new ArgumentException($"The unit '{unit.Path}' is given twice, or is the whole.", nameof(units));
            }
        }

        foreach (var path in all.Keys.ToList())
        {
            for (var above = path.Parent; above != UnitPath.Whole && !all.ContainsKey(above); above = above.Parent)
            {
                all[above] = new Unit(above, above.Depth <= levels.Count ? levels[above.Depth - 1] : "");
            }
        }

        return new UnitTree([.. all.Values.OrderBy(u => u.Path)]);
    }

    /// <summary>Makes a tree of paths, as they stand in protocols; a path may come many times.</summary>
    public static UnitTree Of(IEnumerable<UnitPath> paths, IReadOnlyList<string> levels) =>
        Of(paths.Distinct().Select(p => new Unit(p, p.Depth <= levels.Count ? levels[p.Depth - 1] : "")), levels);

    /// <summary>The unit of a path, or nothing.</summary>
    public Unit? Find(UnitPath path) => byPath.TryGetValue(path, out var index) ? Units[index] : null;

    /// <summary>Whether a unit has none within it.</summary>
    public bool IsStation(UnitPath path) => byPath.TryGetValue(path, out var index) && ends[index] == index + 1;

    /// <summary>The units directly within a unit, in order; empty where it has none or is not known.</summary>
    public IReadOnlyList<Unit> Children(UnitPath path)
    {
        var (start, end) = Inside(path);
        var children = new List<Unit>();
        for (var i = start; i < end; i = ends[i])
        {
            children.Add(Units[i]);
        }

        return children;
    }

    /// <summary>The stations within a unit, or the unit itself where it is one.</summary>
    public IEnumerable<Unit> StationsWithin(UnitPath path)
    {
        var (start, end) =
            path == UnitPath.Whole ? (0, Units.Count)
            : byPath.TryGetValue(path, out var index) ? (index, ends[index])
            : (0, 0);
        return Enumerable.Range(start, end - start).Where(i => ends[i] == i + 1).Select(i => Units[i]);
    }

    /// <summary>The voters registered in the stations within a unit.</summary>
    public ColumnTotal RegisteredWithin(UnitPath path) =>
        StationsWithin(path).Aggregate(default(ColumnTotal), (total, unit) => total.With(unit.Registered));

    private (int Start, int End) Inside(UnitPath path) =>
        path == UnitPath.Whole ? (0, Units.Count)
        : byPath.TryGetValue(path, out var index) ? (index + 1, ends[index])
        : (0, 0);
}
