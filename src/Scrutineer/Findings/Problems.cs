namespace Scrutineer.Findings;

/// <summary>Collects every problem of a run, so that an author mends them all at once.</summary>
public sealed class Problems
{
    private readonly List<Problem> items = [];

    /// <summary>Whether anything was found.</summary>
    public bool Any => items.Count > 0;

    /// <summary>The problems in the order of the input, each once.</summary>
    public IReadOnlyList<Problem> InOrder() => [.. items.Distinct().OrderBy(p => p.Where)];

    /// <summary>Records a problem. <paramref name="expected"/> completes the words "Expected …".</summary>
    public void Add(Location where, string found, string expected, string remedy) =>
        items.Add(new Problem(where, found, expected, remedy));

    /// <summary>Takes over the problems of a part of the work.</summary>
    public void AddAll(Problems others) => items.AddRange(others.InOrder());

    /// <summary>
    /// The known word nearest to a misspelt one, as a remedy; or the list of the known words where none is near.
    /// </summary>
    public static string Nearest(string word, IEnumerable<string> known)
    {
        var candidates = known.OrderBy(k => k, StringComparer.Ordinal).ToList();
        var best = candidates
            .Select(k => (Word: k, Distance: Distance(word, k)))
            .OrderBy(c => c.Distance)
            .FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(1, best.Word.Length / 3)
            ? $"Did you mean '{best.Word}'?"
            : $"Known here: {string.Join(", ", candidates)}.";
    }

    /// <summary>Levenshtein's distance: the least number of letters to insert, delete or replace.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 100 || Math.Abs(a.Length - b.Length) > Math.Max(1, b.Length / 3))
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
