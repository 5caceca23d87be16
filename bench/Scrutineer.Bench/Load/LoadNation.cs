using Scrutineer.Counting;
using Scrutineer.Counting.Simulation;
using Scrutineer.Counting.Totals;
using Scrutineer.Counting.Units;
using Scrutineer.Findings;
using Scrutineer.Web;

namespace Scrutineer.Bench.Load;

/// <summary>SYNTHETIC: stations made up by <c>simulate</c> from the published figures of 2021, and what clerks type of their protocols.</summary>
internal sealed class LoadNation
{
    /// <summary>One station in so many is typed wrongly by the second clerk, so that a third decides.</summary>
    private const int OneSlipIn = 20;

    private readonly Dictionary<string, (int Place, long[] Figures)> papers;

    private LoadNation(ElectionSetup setup, Dictionary<string, (int, long[])> papers)
    {
        Setup = setup;
        this.papers = papers;
    }

    /// <summary>The election with its stations.</summary>
    public ElectionSetup Setup { get; }

    /// <summary>How many stations there are.</summary>
    public int Stations => papers.Count;

    /// <summary>How many protocols need a third entry.</summary>
    public int Slips => papers.Values.Count(p => Slipped(p.Place));

    /// <summary>The first so many stations of the nation.</summary>
    public static LoadNation Of(string root, int stations)
    {
        var problems = new Problems();
        var plan =
            SimulationPlan.Read(Path.Combine(root, "elections", "kz-mazhilis-2021"), problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
        var nation = SyntheticNation.Make(plan, 1).Take(stations).ToList();
        var registered = plan.Layout.Columns.Index().First(c => c.Item.Name == "registered").Index;
        var tree = UnitTree.Of(
            nation.Select(s => new Unit(s.Path, "station") { Registered = new Count(s.Figures[registered]) }),
            ["region", "territory", "station"]
        );
        return new LoadNation(
            new ElectionSetup(plan.Dossier, plan.File.Contest, plan.Layout, tree),
            nation.Index().ToDictionary(s => s.Item.Path.Text, s => (s.Index, s.Item.Figures), StringComparer.Ordinal)
        );
    }

    /// <summary>What the count must be in the end.</summary>
    public NightCount Expected() =>
        NightCount.Of(
            Setup.Dossier,
            Setup.Contest,
            Setup.Layout,
            Setup.Tree,
            [
                .. papers.Select(p => new Protocol(
                    Setup.Layout,
                    UnitPath.Parse(p.Key),
                    CopyKind.FirstEntry,
                    [.. p.Value.Figures.Select(f => new Count(f))]
                )),
            ]
        );

    /// <summary>What a clerk types into a column.</summary>
    /// <param name="unit">The station.</param>
    /// <param name="column">The column.</param>
    /// <param name="version">How many moves the clerk saw: 1 at the first entry, 3 at the second, 5 at the third.</param>
    public long Typed(string unit, int column, int version)
    {
        var (place, figures) = papers[unit];
        var slip = version == 3 && Slipped(place) && column == figures.Length - 1;
        return figures[column] + (slip ? 1 : 0);
    }

    private static bool Slipped(int place) => place % OneSlipIn == 7;
}
