using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Registry;

/// <summary>Do the facts of a registry fit each other: references, intervals, names.</summary>
internal static class RegisterCheck
{
    /// <summary>The kinds of identities that can have a field.</summary>
    private static readonly (string Field, Func<IdentityEntry, bool> Has, IdentityKind[] Kinds)[] Belongings =
    [
        ("status", e => e.Status.Count > 0, [IdentityKind.Party, IdentityKind.Movement]),
        ("registration", e => e.Registration.Count > 0, [IdentityKind.Party]),
        ("holds", e => e.Holds.Count > 0, [IdentityKind.Person]),
        ("kin", e => e.Kin.Count > 0, [IdentityKind.Person]),
        ("filled", e => e.Filled.Count > 0, [IdentityKind.Office]),
        ("level", e => e.Level.Count > 0, [IdentityKind.Place]),
        ("clock", e => e.Clock.Count > 0, [IdentityKind.Place]),
    ];

    public static void All(
        OrderedDictionary<string, Identity> identities,
        IReadOnlyList<AliasEntry> aliases,
        IReadOnlyDictionary<string, Source> sources,
        IReadOnlyDictionary<string, IReadOnlyList<string>> levels,
        Problems problems
    )
    {
        foreach (var identity in identities.Values)
        {
            Own(identity, problems);
            References(identity, identities, levels, problems);
            foreach (var fact in FactsOf(identity.Entry))
            {
                Source(fact.Source, fact.At, sources, problems);
            }
        }

        foreach (var alias in aliases)
        {
            Known(alias.Of, alias.At, $"The alias '{alias.Alias}' leads to", identities, null, problems);
            Source(alias.Source, alias.At, sources, problems);
        }

        Circles(identities, problems);
        SharedNames(identities.Values, problems);
        SharedAliases(identities, aliases, problems);
    }

    private static void Own(Identity identity, Problems problems)
    {
        var entry = identity.Entry;
        foreach (var (field, _, kinds) in Belongings.Where(b => b.Has(entry) && !b.Kinds.Contains(identity.Kind)))
        {
            problems.Add(
                entry.At,
                $"'{identity.Id}' is a {ScalarType.Word(identity.Kind)} and has '{field}'.",
                $"'{field}' of a {string.Join(" or ", kinds.Select(k => ScalarType.Word(k)))}",
                "Remove the field, or move the identity."
            );
        }

        if (entry.Names.Count == 0)
        {
            problems.Add(entry.At, $"'{identity.Id}' has no name.", "one name or more", "Add it below 'names'.");
        }

        foreach (var language in entry.Names.GroupBy(n => n.Language))
        {
            Overlap(
                language,
                (a, b) => $"'{identity.Id}' has two names at once in '{language.Key}', '{a.Name}' and '{b.Name}'",
                problems
            );
        }

        Overlap(entry.Status, (_, _) => $"'{identity.Id}' has two statuses at once", problems);
        Overlap(entry.Level, (_, _) => $"'{identity.Id}' has two levels at once", problems);
        Overlap(entry.Within, (_, _) => $"'{identity.Id}' lies within two places or bodies at once", problems);
        Overlap(entry.Clock, (_, _) => $"'{identity.Id}' has two clocks at once", problems);
        Overlap(entry.Filled, (_, _) => $"'{identity.Id}' is filled in two ways at once", problems);
        foreach (var office in entry.Holds.GroupBy(h => h.Office))
        {
            Overlap(office, (_, _) => $"'{identity.Id}' holds '{office.Key}' twice at once", problems);
        }
    }

    /// <summary>Each interval runs forward, and no two hold together for longer than the day of a change.</summary>
    private static void Overlap<T>(IEnumerable<T> facts, Func<T, T, string> what, Problems problems)
        where T : IDated, ILocated
    {
        var all = facts.ToList();
        foreach (var fact in all.Where(f => f.During.IsReversed))
        {
            problems.Add(
                fact.At,
                $"The fact holds {fact.During.InWords()}: it ends before it begins.",
                "'from' not after 'to'",
                "Correct one of the two."
            );
        }

        for (var i = 0; i < all.Count; i++)
        {
            foreach (var earlier in all.Take(i).Where(e => e.During.Overlaps(all[i].During)))
            {
                problems.Add(
                    all[i].At,
                    $"{what(earlier, all[i])}: {earlier.During.InWords()} (line {earlier.At.Line}) and {all[i].During.InWords()}.",
                    "intervals that share one day at most",
                    "Correct 'from' or 'to' of one of them."
                );
            }
        }
    }

    private static void References(
        Identity identity,
        OrderedDictionary<string, Identity> identities,
        IReadOnlyDictionary<string, IReadOnlyList<string>> levels,
        Problems problems
    )
    {
        void To(string? id, Location at, params IdentityKind[] kinds)
        {
            if (id is not null)
            {
                Known(id, at, $"'{identity.Id}' refers to", identities, kinds, problems);
            }
        }

        var entry = identity.Entry;
        entry.Status.ToList().ForEach(s => To(s.Into, s.At, IdentityKind.Party, IdentityKind.Movement));
        entry.Origins.ToList().ForEach(o => o.Of.ToList().ForEach(of => To(of, o.At, identity.Kind)));
        entry.Holds.ToList().ForEach(h => To(h.Office, h.At, IdentityKind.Office));
        entry.Kin.ToList().ForEach(k => To(k.Of, k.At, IdentityKind.Person));
        entry
            .Within.ToList()
            .ForEach(w =>
                To(
                    w.In,
                    w.At,
                    identity.Kind == IdentityKind.Place
                        ? [IdentityKind.Place]
                        : [IdentityKind.Body, IdentityKind.Party, IdentityKind.Movement]
                )
            );
        foreach (var filled in entry.Filled)
        {
            foreach (var who in new[] { filled.By, filled.ConfirmedBy, filled.Consulting })
            {
                To(who, filled.At, IdentityKind.Office, IdentityKind.Body, IdentityKind.Party);
            }
        }

        foreach (var level in entry.Level.Where(l => !levels.ContainsKey(l.Is)))
        {
            problems.Add(
                level.At,
                $"'{identity.Id}' has the level '{level.Is}'.",
                "one of the registry's levels",
                Problems.Nearest(level.Is, levels.Keys)
            );
        }
    }

    private static void Known(
        string id,
        Location at,
        string what,
        OrderedDictionary<string, Identity> identities,
        IdentityKind[]? kinds,
        Problems problems
    )
    {
        if (!identities.TryGetValue(id, out var found))
        {
            problems.Add(
                at,
                $"{what} '{id}', which is not in the registry.",
                "the id of an identity",
                Problems.Nearest(id, identities.Keys)
            );
        }
        else if (kinds?.Contains(found.Kind) == false)
        {
            problems.Add(
                at,
                $"{what} '{id}', which is a {ScalarType.Word(found.Kind)}.",
                $"a {string.Join(" or ", kinds.Select(k => ScalarType.Word(k)))}",
                "Name another identity."
            );
        }
    }

    private static void Source(string key, Location at, IReadOnlyDictionary<string, Source> sources, Problems problems)
    {
        if (key.Length > 0 && !sources.ContainsKey(key))
        {
            problems.Add(
                at,
                $"The source '{key}' is not listed.",
                "a key of 'sources'",
                Problems.Nearest(key, sources.Keys)
            );
        }
    }

    private static IEnumerable<SourcedFact> FactsOf(IdentityEntry entry) =>
        [
            .. entry.Names,
            .. entry.Status,
            .. entry.Registration,
            .. entry.Origins,
            .. entry.Holds,
            .. entry.Kin,
            .. entry.Filled,
            .. entry.Level,
            .. entry.Within,
            .. entry.Clock,
        ];

    /// <summary>Nobody lies within himself, on any day or by way of others.</summary>
    private static void Circles(OrderedDictionary<string, Identity> identities, Problems problems)
    {
        foreach (var identity in identities.Values)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Queue<string>(identity.Entry.Within.Select(w => w.In));
            while (open.TryDequeue(out var above))
            {
                if (above == identity.Id)
                {
                    problems.Add(
                        identity.Entry.Within[0].At,
                        $"'{identity.Id}' lies within itself.",
                        "places within larger ones, without a circle",
                        "Correct 'within'."
                    );
                    break;
                }

                if (seen.Add(above) && identities.TryGetValue(above, out var next))
                {
                    foreach (var within in next.Entry.Within)
                    {
                        open.Enqueue(within.In);
                    }
                }
            }
        }
    }

    /// <summary>No two identities of a kind bear one name at once.</summary>
    private static void SharedNames(IEnumerable<Identity> identities, Problems problems)
    {
        var named = identities.SelectMany(i =>
            i.Entry.Names.SelectMany(n =>
                new[] { n.Name, n.Full }
                    .OfType<string>()
                    .Select(text => (Key: (i.Kind, IdentityRegister.Key(text)), Identity: i, Name: n, Text: text))
            )
        );
        foreach (var same in named.GroupBy(n => n.Key))
        {
            var all = same.ToList();
            for (var i = 0; i < all.Count; i++)
            {
                foreach (
                    var other in all.Take(i)
                        .Where(o =>
                            o.Identity.Id != all[i].Identity.Id
                            && ((IDated)o.Name).During.Overlaps(((IDated)all[i].Name).During)
                        )
                        .Take(1)
                )
                {
                    problems.Add(
                        all[i].Name.At,
                        $"'{all[i].Text}' is a name of '{all[i].Identity.Id}' and, at the same time, of '{other.Identity.Id}' (line {other.Name.At.Line}).",
                        "one name of one identity at a time",
                        "Correct the days, or say both names in full."
                    );
                }
            }
        }
    }

    /// <summary>No alias leads to two, unless they are of different kinds.</summary>
    private static void SharedAliases(
        OrderedDictionary<string, Identity> identities,
        IReadOnlyList<AliasEntry> aliases,
        Problems problems
    )
    {
        var first = new Dictionary<(IdentityKind, string), AliasEntry>();
        foreach (var alias in aliases.Where(a => identities.ContainsKey(a.Of)))
        {
            var key = (identities[alias.Of].Kind, IdentityRegister.Key(alias.Alias));
            if (!first.TryAdd(key, alias) && first[key].Of != alias.Of)
            {
                problems.Add(
                    alias.At,
                    $"The alias '{alias.Alias}' leads to '{alias.Of}' and, in line {first[key].At.Line}, to '{first[key].Of}'.",
                    "an alias of one identity",
                    "Remove one of the two."
                );
            }
        }
    }
}
