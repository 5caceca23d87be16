using Scrutineer.Counting;
using Scrutineer.Counting.Entry;

namespace Scrutineer.Web.Night;

/// <summary>A unit at the top with the stations in it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Stations">Its stations in order, each as it stands when it is looked at.</param>
public sealed record Territory(UnitPath Unit, ArraySegment<StationEntry> Stations)
{
    /// <summary>How many of its protocols stand.</summary>
    public int Settled => Stations.Count(s => s.Entry.State == EntryState.Settled);
}
