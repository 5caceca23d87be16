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
        ElectionDossier? dossier = null;
        var table = target;
        if (Directory.Exists(target))
        {
            dossier = ElectionDossier.Read(target, edition, problems);
            if (dossier is null)
            {
                return null;
            }

            if (dossier.File.Protocols is not { } entry)
            {
                problems.Add(
                    new Location(SourceText.Show(System.IO.Path.Combine(target, "election.yaml"))),
                    "The dossier names no protocols.",
                    "'protocols: { contest: …, file: …, map: … }'",
                    "Add it, or give the table itself with --form and --map."
                );
                return null;
            }

            CheckContest(dossier, entry, problems);
            table = System.IO.Path.Combine(target, entry.File);
            map ??= entry.Map;
            form ??= entry.Form;
        }
        else if (!File.Exists(target))
        {
            problems.Add(
                new Location(SourceText.Show(target)),
                "There is no such file or folder.",
                "a table of protocols, or a dossier that names one",
                "Check the path."
            );
            return null;
        }

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

        if (Locate("mappings", map, target, "--map", problems) is not { } mappingPath)
        {
            return null;
        }

        if (Mapping.Read(mappingPath, problems) is not { } mapping)
        {
            return null;
        }

        return LayoutOf(form, mapping, target, problems) is { } layout
            ? new ProtocolSource(table, mapping, layout) { Dossier = dossier }
            : null;
    }

    private static void CheckContest(ElectionDossier dossier, ProtocolsEntry entry, Problems problems)
    {
        if (!dossier.Edition.Text.Contests.ContainsKey(entry.Contest))
        {
            problems.Add(
                entry.At,
                $"The protocols are of contest '{entry.Contest}'.",
                "a contest of the law",
                Problems.Nearest(entry.Contest, dossier.Edition.Text.Contests.Keys)
            );
        }
    }

    private static FormLayout? LayoutOf(string? form, Mapping mapping, string target, Problems problems)
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

        var at = name.LastIndexOf('@');
        var variant = at > 0 ? name[(at + 1)..] : "";
        if (
            Locate("forms", at > 0 ? name[..at] : name, target, "--form", problems) is not { } path
            || ProtocolForm.Read(path, variant, problems) is not { } read
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

    private static string? Locate(string kind, string name, string target, string option, Problems problems)
    {
        if (name.EndsWith(".yaml", StringComparison.Ordinal) && File.Exists(name))
        {
            return name;
        }

        var plain = name.EndsWith(".yaml", StringComparison.Ordinal) ? name[..^5] : name;
        var start = Directory.Exists(target)
            ? target
            : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(target))!;
        if (FileLocator.Find(kind, plain, start) is { } path)
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
