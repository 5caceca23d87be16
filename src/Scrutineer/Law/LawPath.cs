using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Law;

/// <summary>
/// Paths into a consolidated law, as amendments, readings and settings name its parts: <c>contests.lists.threshold.share</c>
/// is the field <c>share</c> of the rule <c>threshold</c> of the contest <c>lists</c>.
/// </summary>
internal static class LawPath
{
    /// <summary>The node at a path, or nothing.</summary>
    public static Node? Find(Node top, string path)
    {
        var current = top;
        foreach (var segment in path.Split('.'))
        {
            if (current is not MappingNode mapping || Step(mapping, segment) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    /// <summary>The id of a rule entry: its own, or the word of its kind.</summary>
    public static string? IdOf(Node entry) =>
        entry is not MappingNode mapping ? null
        : mapping["id"] is ScalarNode id ? id.Text
        : Kind(mapping);

    /// <summary>Carries out one amendment on a consolidated text.</summary>
    public static void Amend(MappingNode top, Amendment amendment, Problems problems)
    {
        if (amendment.Set is { } set)
        {
            if (set is not MappingNode fields)
            {
                problems.Add(
                    set.At,
                    $"'set' holds {set.Kind}.",
                    "a mapping from paths to values",
                    "Write { path: value }."
                );
            }
            else
            {
                foreach (var (path, value) in fields.Entries)
                {
                    Set(top, path.Text, value, path.At, problems);
                }
            }
        }

        if (amendment.Replace is { } replaced)
        {
            Place(top, replaced, amendment, problems, replace: true);
        }

        if (amendment.Insert is { } inserted)
        {
            Place(top, inserted, amendment, problems, replace: false);
        }

        if (amendment.Repeal is { } repealed && !Remove(top, repealed))
        {
            Missing(amendment.At, repealed, problems);
        }

        if (amendment is { Set: null, Replace: null, Insert: null, Repeal: null })
        {
            problems.Add(
                amendment.At,
                "The amendment changes nothing.",
                "one of set, replace, insert, repeal",
                "Say what it changes."
            );
        }
    }

    /// <summary>Sets the fields of a reading wherever the text has one of that name; false where it has none.</summary>
    public static bool ApplyReading(MappingNode top, string name)
    {
        var found = false;
        foreach (var (_, definition) in (top["bases"] as MappingNode)?.Entries ?? [])
        {
            found |= definition is MappingNode mapping && ApplyReadingTo(mapping, mapping, name);
        }

        foreach (var (_, contest) in (top["contests"] as MappingNode)?.Entries ?? [])
        {
            foreach (var entry in ((contest as MappingNode)?["rules"] as SequenceNode)?.Items ?? [])
            {
                found |=
                    entry is MappingNode rule
                    && Kind(rule) is { } kind
                    && ApplyReadingTo(rule, (MappingNode)rule[kind]!, name);
            }
        }

        return found;
    }

    /// <summary>
    /// Sets a field that a caller names. The path may leave out <c>contests</c> and, where only one contest has such a
    /// rule, the contest; a bare number takes over the words of the bound that it replaces.
    /// </summary>
    public static void SetText(MappingNode top, string path, string value, Problems problems)
    {
        var at = new Location("--set");
        var full = Candidates(top, path).Where(c => Find(top, Parent(c)) is MappingNode).ToList();
        if (full.Count != 1)
        {
            problems.Add(
                at,
                full.Count == 0
                    ? $"'{path}' names no field of this edition."
                    : $"'{path}' could be {string.Join(" or ", full)}.",
                "RULE.FIELD or CONTEST.RULE.FIELD",
                $"Rules here: {string.Join(", ", RuleIds(top))}."
            );
            return;
        }

        var text = value;
        if (
            Find(top, full[0]) is ScalarNode old
            && Bound.Parse(old.Text) is { } bound
            && Rational.TryParse(value, out _)
        )
        {
            text = $"{bound.Words} {value}";
        }

        Set(top, full[0], new ScalarNode(at, text), at, problems);
    }

    private static IEnumerable<string> Candidates(MappingNode top, string path)
    {
        if (path.Contains('.', StringComparison.Ordinal) && top[path.Split('.')[0]] is not null)
        {
            yield return path;
            yield break;
        }

        if (Find(top, "contests." + path.Split('.')[0]) is not null)
        {
            yield return "contests." + path;
            yield break;
        }

        foreach (var (name, _) in ((MappingNode)top["contests"]!).Entries)
        {
            var candidate = $"contests.{name.Text}.{path}";
            if (
                Find(top, Parent(candidate)) is MappingNode parent
                && !ReferenceEquals(parent, Find(top, "contests." + name.Text))
            )
            {
                yield return candidate;
            }
        }
    }

    private static IEnumerable<string> RuleIds(MappingNode top) =>
        ((MappingNode)top["contests"]!).Entries.SelectMany(c =>
            (((c.Value as MappingNode)?["rules"] as SequenceNode)?.Items ?? []).Select(r => $"{c.Key.Text}.{IdOf(r)}")
        );

    private static bool ApplyReadingTo(MappingNode holder, MappingNode fields, string name)
    {
        if (
            (holder["readings"] as MappingNode)?[name] is not MappingNode reading
            || reading["set"] is not MappingNode set
        )
        {
            return false;
        }

        foreach (var (key, value) in set.Entries)
        {
            fields.Set(key.Text, value);
        }

        // From here on this is the reading that is written, and steps name it.
        var applied = new MappingNode(reading.At);
        applied.Set("name", new ScalarNode(reading.At, name));
        applied.Set("basis", reading["basis"] ?? new ScalarNode(reading.At, ""));
        applied.Set("because", reading["because"] ?? new ScalarNode(reading.At, ""));
        holder.Set("reading", applied);
        return true;
    }

    private static string? Kind(MappingNode entry) =>
        entry.Entries.Select(e => e.Key.Text).FirstOrDefault(RuleEntry.Kinds.ContainsKey);

    private static Node? Step(MappingNode mapping, string segment)
    {
        if (mapping["rules"] is SequenceNode rules && rules.Items.Find(r => IdOf(r) == segment) is { } rule)
        {
            return rule;
        }

        if (mapping[segment] is { } direct)
        {
            return direct;
        }

        return Kind(mapping) is { } kind && mapping[kind] is MappingNode body ? body[segment] : null;
    }

    private static string Parent(string path) => path.LastIndexOf('.') is var dot and >= 0 ? path[..dot] : path;

    private static void Set(MappingNode top, string path, Node value, Location at, Problems problems)
    {
        if (!path.Contains('.', StringComparison.Ordinal) || Find(top, Parent(path)) is not MappingNode parent)
        {
            Missing(at, path, problems);
            return;
        }

        var field = path[(path.LastIndexOf('.') + 1)..];
        var isSibling = FieldReader.Fields(typeof(RuleEntry.Siblings)).Any(f => f.Field.Name == field);
        var target = Kind(parent) is { } kind && !isSibling && parent[kind] is MappingNode body ? body : parent;
        target.Set(field, value);
    }

    private static void Place(MappingNode top, string path, Amendment amendment, Problems problems, bool replace)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (Find(top, Parent(path)) is not MappingNode parent || (replace && Find(top, path) is null))
        {
            Missing(amendment.At, path, problems);
            return;
        }

        if (!replace && Find(top, path) is { } existing)
        {
            problems.Add(
                amendment.At,
                $"'{path}' already stands in {existing.At}.",
                "a path that is new",
                "Use 'replace', or give the new rule another id."
            );
            return;
        }

        if (amendment.Contest is { } contest)
        {
            parent.Set(name, contest);
            return;
        }

        if (amendment.Rule is not MappingNode rule || parent["rules"] is not SequenceNode rules)
        {
            problems.Add(
                amendment.At,
                "The amendment brings nothing to put in place.",
                "'rule' (under a contest) or 'contest'",
                "Add it below the path."
            );
            return;
        }

        var entry = (MappingNode)rule.Clone();
        if (IdOf(entry) != name)
        {
            entry.Set("id", new ScalarNode(entry.At, name));
        }

        if (replace)
        {
            rules.Items[rules.Items.FindIndex(r => IdOf(r) == name)] = entry;
            return;
        }

        var after = amendment.After is { } predecessor ? rules.Items.FindIndex(r => IdOf(r) == predecessor) : -1;
        if (amendment.After is not null && after < 0)
        {
            Missing(amendment.At, $"{Parent(path)}.{amendment.After}", problems);
            return;
        }

        rules.Items.Insert(after + 1, entry);
    }

    private static bool Remove(MappingNode top, string path)
    {
        if (Find(top, Parent(path)) is not MappingNode parent)
        {
            return false;
        }

        var name = path[(path.LastIndexOf('.') + 1)..];
        return parent["rules"] is SequenceNode rules && rules.Items.RemoveAll(r => IdOf(r) == name) > 0
            || parent.Remove(name)
            || (Kind(parent) is { } kind && parent[kind] is MappingNode body && body.Remove(name));
    }

    private static void Missing(Location at, string path, Problems problems) =>
        problems.Add(
            at,
            $"'{path}' is not found in the edition before it.",
            "the path of something that stands there",
            "Name contest, rule and field as 'scrutineer law FILE --print EDITION' shows them."
        );
}
