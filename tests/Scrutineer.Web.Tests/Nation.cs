using Scrutineer.Counting;
using Scrutineer.Counting.Units;

namespace Scrutineer.Web.Tests;

/// <summary>The invented nation with as many stations as a test wants: 17 regions, each with 14 territories.</summary>
internal static class Nation
{
    public static ElectionSetup Of(int stations)
    {
        var units = Enumerable
            .Range(0, stations)
            .Select(i => new Unit(PathOf(i), "station") { Registered = new Count(600) });
        return Night.Setup() with { Tree = UnitTree.Of(units, ["region", "territory", "station"]) };
    }

    public static UnitPath PathOf(int station) =>
        UnitPath.Of($"Region {station % 17}", $"Territory {station / 17 % 14}", $"Station {station}");
}
