namespace Scrutineer.Law;

/// <summary>How a provision differs between two editions.</summary>
public enum ChangeKind
{
    /// <summary>Its words differ.</summary>
    Changed,

    /// <summary>It stands only in the later edition.</summary>
    Added,

    /// <summary>It stands only in the earlier edition.</summary>
    Repealed,
}

/// <summary>One difference between two editions, in words.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Before">The earlier words; empty for an addition.</param>
/// <param name="After">The later words; empty for a repeal.</param>
/// <param name="Cite">The article.</param>
public sealed record Change(ChangeKind Kind, string Path, string Before, string After, string Cite);

/// <summary>The difference of two editions, provision by provision, in the words in which they are printed.</summary>
public static class LawDiff
{
    /// <summary>The differences in the order of the law, and how many provisions are unchanged.</summary>
    public static (IReadOnlyList<Change> Changes, int Unchanged) Of(Edition before, Edition after)
    {
        var old = Provisions(before);
        var now = Provisions(after);
        var changes = new List<Change>();
        foreach (var (path, provision) in now)
        {
            if (!old.TryGetValue(path, out var earlier))
            {
                changes.Add(new Change(ChangeKind.Added, path, "", provision.Sentence, provision.Cite));
            }
            else if (Whole(earlier) != Whole(provision))
            {
                changes.Add(new Change(ChangeKind.Changed, path, Whole(earlier), Whole(provision), provision.Cite));
            }
        }

        foreach (var (path, provision) in old.Where(o => !now.ContainsKey(o.Key)))
        {
            changes.Add(new Change(ChangeKind.Repealed, path, provision.Sentence, "", provision.Cite));
        }

        var unchanged = now.Count - changes.Count(c => c.Kind is ChangeKind.Added or ChangeKind.Changed);
        return (changes, unchanged);
    }

    private static OrderedDictionary<string, Provision> Provisions(Edition edition)
    {
        var provisions = new OrderedDictionary<string, Provision>(StringComparer.Ordinal)
        {
            ["body"] = new(
                "body",
                $"{edition.Text.Body.Name}: {edition.Text.Body.Seats} seats.",
                "",
                Checked.Text,
                null,
                [],
                null
            ),
        };
        foreach (var provision in LawWords.Of(edition))
        {
            provisions[provision.Path] = provision;
        }

        return provisions;
    }

    /// <summary>The sentence with its other readings: a new reading is a difference, too.</summary>
    private static string Whole(Provision provision) =>
        provision.Sentence + string.Concat(provision.Others.Select(o => $" Other reading '{o.Name}': {o.Sentence}"));
}
