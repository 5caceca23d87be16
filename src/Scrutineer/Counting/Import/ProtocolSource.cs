using Scrutineer.Counting.Forms;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Import;

/// <summary>What a caller wants counted: a table, its mapping and form, and the dossier where one names them.</summary>
/// <param name="Path">The table.</param>
/// <param name="Mapping">Its mapping.</param>
/// <param name="Layout">The form, made ready for the lists of the mapping.</param>
public sealed record ProtocolSource(string Path, Mapping Mapping, FormLayout Layout)
{
    /// <summary>The dossier that names the table; nothing where the caller named it.</summary>
    public ElectionDossier? Dossier { get; init; }

    /// <summary>Finds what is to be counted, or records what is missing.</summary>
    /// <param name="target">A dossier's folder, or a table.</param>
    /// <param name="form">The form, as a path or as country/name, with @variant where it has several; that of the mapping if absent.</param>
    /// <param name="map">The mapping, as a path or as country/name; that of the dossier if absent.</param>
    /// <param name="edition">An edition of the dossier's law to set over the election.</param>
    /// <param name="problems">Where problems go.</param>
    public static ProtocolSource? Find(string target, string? form, string? map, string? edition, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(problems);
        if (Directory.Exists(target))
        {
            return ElectionDossier.Read(target, edition, problems) is { } dossier
                ? Of(dossier, form, map, problems)
                : null;
        }

        if (!File.Exists(target))
        {
            problems.Add(
                new Location(SourceText.Show(target)),
                "There is no such file or folder.",
                "a table of protocols, or a dossier that names one",
                "Check the path."
            );
            return null;
        }

        return Of(target, form, map, target, problems);
    }

    /// <summary>Finds what a dossier says is to be counted, or records what is missing.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="form">A form to set over the one that the dossier names.</param>
    /// <param name="map">A mapping to set over the one that the dossier names.</param>
    /// <param name="problems">Where problems go.</param>
    public static ProtocolSource? Of(ElectionDossier dossier, string? form, string? map, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        if (dossier.File.Protocols is not { } entry)
        {
            problems.Add(
                new Location(SourceText.Show(System.IO.Path.Combine(dossier.Folder, "election.yaml"))),
                "The dossier names no protocols.",
                "'protocols: { contest: …, file: …, map: … }'",
                "Add it, or give the table itself with --form and --map."
            );
            return null;
        }

        return Of(
            dossier,
            ("protocols", entry.Contest, entry.At),
            entry.File,
            form ?? entry.Form,
            map ?? entry.Map,
            problems
        );
    }

    /// <summary>Finds the sample that a dossier names, or records what is missing; nothing where it names none.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="problems">Where problems go.</param>
    public static ProtocolSource? OfSample(ElectionDossier dossier, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(problems);
        return dossier.File.Sample is { } entry
            ? Of(
                dossier,
                ("stations of the sample", entry.Contest, entry.At),
                entry.File,
                entry.Form,
                entry.Map,
                problems
            )
            : null;
    }

    private static ProtocolSource? Of(
        ElectionDossier dossier,
        (string What, string Contest, Location At) entry,
        string file,
        string? form,
        string map,
        Problems problems
    )
    {
        if (!dossier.Edition.Text.Contests.ContainsKey(entry.Contest))
        {
            problems.Add(
                entry.At,
                $"The {entry.What} are of contest '{entry.Contest}'.",
                "a contest of the law",
                Problems.Nearest(entry.Contest, dossier.Edition.Text.Contests.Keys)
            );
            return null;
        }

        var table = System.IO.Path.Combine(dossier.Folder, file);
        return Of(table, form, map, dossier.Folder, problems) is { } source ? source with { Dossier = dossier } : null;
    }

    /// <summary>Another copy of the same protocols, read by its own mapping and as the same form and ballot.</summary>
    /// <param name="table">The table.</param>
    /// <param name="map">Its mapping; that of the first copy if absent.</param>
    /// <param name="start">Where the search for the mapping begins.</param>
    /// <param name="problems">Where problems go.</param>
    public ProtocolSource? Beside(string table, string? map, string start, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(problems);
        if (map is null)
        {
            return this with { Path = table, Dossier = null };
        }

        if (
            Locate("mappings", map, start, "--against-map", problems) is not { } path
            || Import.Mapping.Read(path, problems) is not { } mapping
        )
        {
            return null;
        }

        if (!mapping.File.Lists.Keys.SequenceEqual(Mapping.File.Lists.Keys))
        {
            problems.Add(
                new Location(mapping.Source.Path),
                $"The mapping {mapping.File.Id} has other lists, or in another order, than {Mapping.File.Id}.",
                "the lists " + string.Join(", ", Mapping.File.Lists.Keys),
                "Copies of one protocol have one ballot; name its lists alike."
            );
            return null;
        }

        return new ProtocolSource(table, mapping, Layout);
    }

    private static ProtocolSource? Of(string table, string? form, string? map, string start, Problems problems)
    {
        if (map is null)
        {
            problems.Add(
                new Location("--map"),
                "No mapping is given.",
                "the mapping of the table",
                "Name one, such as --map ru/duma-2021, or write one: see docs/formats/mapping.md."
            );
            return null;
        }

        if (Locate("mappings", map, start, "--map", problems) is not { } mappingPath)
        {
            return null;
        }

        return
            Mapping.Read(mappingPath, problems) is { } mapping && LayoutOf(form, mapping, start, problems) is { } layout
            ? new ProtocolSource(table, mapping, layout)
            : null;
    }

    private static FormLayout? LayoutOf(string? form, Mapping mapping, string start, Problems problems)
    {
        if ((form ?? mapping.File.Form) is not { } name)
        {
            problems.Add(
                new Location("--form"),
                "No form is given, and the mapping names none.",
                "the form of the protocols",
                "Name one, such as --form ru/duma-2021."
            );
            return null;
        }

        var reference = FormReference.Parse(name);
        if (
            Locate("forms", reference.Form, start, "--form", problems) is not { } path
            || ProtocolForm.Read(path, reference.Variant, problems) is not { } read
        )
        {
            return null;
        }

        if (read.Fields.Any(f => f.EachOf == EachOf.Candidates))
        {
            // One column a candidate is named as 'votes:LIST:1'; how many there are follows from the mapping.
            var candidates = mapping
                .File.Lists.Keys.Select(list =>
                    mapping
                        .File.Fields.Keys.Select(f => f.Split(':'))
                        .Where(f => f.Length == 3 && f[1] == list && int.TryParse(f[2], out _))
                        .Select(f => int.Parse(f[2], System.Globalization.CultureInfo.InvariantCulture))
                        .DefaultIfEmpty(0)
                        .Max()
                )
                .ToList();
            return read.For([.. mapping.File.Lists.Keys], candidates);
        }

        return read.For([.. mapping.File.Lists.Keys]);
    }

    private static string? Locate(string kind, string name, string start, string option, Problems problems)
    {
        if (name.EndsWith(".yaml", StringComparison.Ordinal) && File.Exists(name))
        {
            return name;
        }

        if (
            FileLocator.Find(kind, name.EndsWith(".yaml", StringComparison.Ordinal) ? name[..^5] : name, start) is
            { } path
        )
        {
            return path;
        }

        problems.Add(
            new Location(option),
            $"'{name}' was not found.",
            $"a path, or a name below {kind}/ above the table, above the working folder, or beside the program",
            "Check the name."
        );
        return null;
    }
}
