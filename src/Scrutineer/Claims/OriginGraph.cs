using Scrutineer.Findings;

namespace Scrutineer.Claims;

/// <summary>From which texts a text comes. Support for a statement is counted by these.</summary>
internal static class OriginGraph
{
    /// <summary>The texts without which a text would not exist: those at the end of every chain of 'from'.</summary>
    public static IReadOnlyList<string> Roots(string key, IReadOnlyDictionary<string, TextSource> sources)
    {
        var roots = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        void Walk(string at)
        {
            if (!seen.Add(at))
            {
                return;
            }

            if (sources.GetValueOrDefault(at) is { From.Count: > 0 } copied)
            {
                foreach (var from in copied.From)
                {
                    Walk(from);
                }
            }
            else
            {
                roots.Add(at);
            }
        }

        Walk(key);
        return roots;
    }

    /// <summary>Texts that come from themselves: each such circle is a located problem.</summary>
    public static void Check(IReadOnlyDictionary<string, TextSource> sources, Problems problems)
    {
        foreach (var (key, source) in sources)
        {
            foreach (var unknown in source.From.Where(f => !sources.ContainsKey(f)))
            {
                problems.Add(
                    source.At,
                    $"The text '{key}' comes from '{unknown}', which is not listed.",
                    "a key of 'sources' of this file",
                    Problems.Nearest(unknown, sources.Keys)
                );
            }

            var from = key;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            if (IsWithin(key, source, sources, seen))
            {
                problems.Add(
                    source.At,
                    $"The text '{from}' comes from itself, over {string.Join(", ", seen.Order(StringComparer.Ordinal))}.",
                    "texts that come from earlier ones",
                    "Remove one 'from' of the circle."
                );
            }
        }
    }

    private static bool IsWithin(
        string key,
        TextSource source,
        IReadOnlyDictionary<string, TextSource> sources,
        HashSet<string> seen
    ) =>
        source.From.Any(f =>
            f == key || (seen.Add(f) && sources.TryGetValue(f, out var next) && IsWithin(key, next, sources, seen))
        );
}
