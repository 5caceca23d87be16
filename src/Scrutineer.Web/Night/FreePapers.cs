using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Scrutineer.Counting.Entry;
using Scrutineer.Web.Access;

namespace Scrutineer.Web.Night;

/// <summary>The protocols that somebody may take: the next one for them, and those that a search finds.</summary>
internal static class FreePapers
{
    /// <summary>
    /// The protocols that somebody may take, in an order of their own that follows from their name: a first place, and a step
    /// without a common divisor with the number of stations, which passes each once. So clerks seldom reach for the same
    /// paper, on whatever server, also when few are left.
    /// </summary>
    public static IEnumerable<StationEntry> FreeFor(this ElectionNight night, string name, string role)
    {
        var all = night.All;
        var hash = Hash(name);
        var place = all.Count == 0 ? 0 : (int)((uint)hash % (uint)all.Count);
        var step = all.Count < 2 ? 1 : 1 + (int)((uint)(hash >> 32) % (uint)(all.Count - 1));
        while (BigInteger.GreatestCommonDivisor(step, all.Count) > 1)
        {
            step++;
        }

        for (var i = 0; i < all.Count; i++)
        {
            var station = all[place];
            if (MayTake(station.Entry, name, role))
            {
                yield return station;
            }

            place = (place + step) % all.Count;
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

    // Of SHA-256, so that names that are much alike have nothing in common; the same on every process and at every start.
    private static ulong Hash(string name) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
