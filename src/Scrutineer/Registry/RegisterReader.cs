using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Registry;

/// <summary>Reads the files of a registry's folder into one register.</summary>
internal static class RegisterReader
{
    public static IdentityRegister? Read(string folder, Problems problems)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var paths = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
        {
            problems.Add(
                new Location(SourceText.Show(folder)),
                "The registry has no file.",
                "files such as parties.yaml, places.yaml",
                "Add one, or remove the folder."
            );
        }

        var identities = new OrderedDictionary<string, Identity>(StringComparer.Ordinal);
        var aliases = new List<AliasEntry>();
        var sources = new OrderedDictionary<string, Source>(StringComparer.Ordinal);
        var levels = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var inputs = new List<KeyValuePair<string, string>>();
        string? partyLaw = null;
        foreach (var path in paths)
        {
            if (
                SourceText.Read(path, problems) is not { } source
                || YamlReader.Read(source, problems) is not { } top
                || new FieldReader(problems).Read<RegistryFile>(top) is not { } file
            )
            {
                continue;
            }

            inputs.Add(KeyValuePair.Create($"registry/{name}/{Path.GetFileName(path)}", source.Sha256));
            Head(file, top, name, problems);
            partyLaw ??= file.PartyLaw;
            aliases.AddRange(file.Aliases);
            foreach (
                var (id, entry) in Entries(file).SelectMany(e => e.Entries.Select(x => (x.Key, (e.Kind, x.Value))))
            )
            {
                if (!identities.TryAdd(id, new Identity(id, entry.Kind, entry.Value)))
                {
                    problems.Add(
                        entry.Value.At,
                        $"'{id}' stands already in {identities[id].Entry.At}.",
                        "each id once in all files of the registry",
                        "Rename one of the two, or make them one."
                    );
                }
            }

            Merge(file.Sources, sources, top, "sources", problems);
            Merge(file.Levels, levels, top, "levels", problems);
        }

        RegisterCheck.All(identities, aliases, sources, levels, problems);
        return problems.Any
            ? null
            : new IdentityRegister(name, identities, aliases, sources)
            {
                PartyLaw = partyLaw,
                Levels = levels,
                Inputs = inputs,
            };
    }

    private static IEnumerable<(IdentityKind Kind, IReadOnlyDictionary<string, IdentityEntry> Entries)> Entries(
        RegistryFile file
    ) =>
        [
            (IdentityKind.Party, file.Parties),
            (IdentityKind.Movement, file.Movements),
            (IdentityKind.Person, file.Persons),
            (IdentityKind.Body, file.Bodies),
            (IdentityKind.Office, file.Offices),
            (IdentityKind.Place, file.Places),
        ];

    private static void Head(RegistryFile file, MappingNode top, string name, Problems problems)
    {
        if (file.Format is not ("1" or ""))
        {
            problems.Add(
                top["scrutineer-registry"]!.At,
                $"The file is of version '{file.Format}' of the registry format.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
        }

        if (file.Name.Length > 0 && file.Name != name)
        {
            problems.Add(
                top["registry"]!.At,
                $"The file belongs to the registry '{file.Name}'.",
                $"the name of its folder, '{name}'",
                "Move the file, or correct the name."
            );
        }
    }

    private static void Merge<T>(
        IReadOnlyDictionary<string, T> from,
        OrderedDictionary<string, T> into,
        MappingNode top,
        string field,
        Problems problems
    )
    {
        foreach (var (key, value) in from)
        {
            if (!into.TryAdd(key, value))
            {
                problems.Add(
                    ((MappingNode)top[field]!).Entries.First(e => e.Key.Text == key).Key.At,
                    $"'{key}' stands already in another file of the registry.",
                    "each key once; the files share it",
                    "Remove one of the two."
                );
            }
        }
    }
}
