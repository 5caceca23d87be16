using System.Text;
using Scrutineer.Counting.Entry;
using Scrutineer.Web.Access;

namespace Scrutineer.Web.Night;

/// <summary>The protocols that somebody may take: what they hold, the next one for them, and those that a search finds.</summary>
internal static class FreePapers
{
    /// <summary>The protocols that somebody holds.</summary>
    public static IReadOnlyList<StationEntry> HeldBy(this ElectionNight night, string name) =>
        [.. night.All.Where(s => s.Entry.HeldBy == name)];

    /// <summary>
    /// The protocols that somebody may take, beginning at a place of the list that follows from their name, so that clerks
    /// are spread over the nation and seldom reach for the same paper.
    /// </summary>
    public static IEnumerable<StationEntry> FreeFor(this ElectionNight night, string name, string role)
    {
        var all = night.All;
        var start = all.Count == 0 ? 0 : (int)(Hash(name) % (uint)all.Count);
        for (var i = 0; i < all.Count; i++)
        {
            var station = all[(start + i) % all.Count];
            if (MayTake(station.Entry, name, role))
            {
                yield return station;
            }
        }
    }

    /// <summary>The protocols that somebody may take whose station has every word in its path, in order.</summary>
    public static IReadOnlyList<StationEntry> Found(this ElectionNight night, string name, string role, string sought)
    {
        var words = sought.Split([' ', '/', '›'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? []
            :
            [
                .. night.All.Where(s =>
                    MayTake(s.Entry, name, role)
                    && Array.TrueForAll(words, w => s.Entry.Unit.Text.Contains(w, StringComparison.OrdinalIgnoreCase))
                ),
            ];
    }

    private static bool MayTake(DoubleEntry entry, string name, string role) =>
        Roles.MayClaim(role, entry.State) && entry.First?.By != name && entry.Second?.By != name;

    // FNV-1a: the same place on every process and at every start.
    private static uint Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var letter in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash;
    }
}
