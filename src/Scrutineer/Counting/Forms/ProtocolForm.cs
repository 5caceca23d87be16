using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Forms;

/// <summary>The form of a protocol as data: its fields and control relations, in one variant of the paper.</summary>
public sealed class ProtocolForm
{
    private readonly Dictionary<string, FormField> byName;

    private ProtocolForm(FormFile file, string variant, SourceText source)
    {
        File = file;
        Variant = variant;
        Source = source;
        Fields = [.. file.Fields.Where(f => Has(f.Value.In)).Select(f => f.Value with { Name = f.Key })];
        Relations = [.. file.Relations.Where(r => Has(r.In))];
        byName = Fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>The file as written.</summary>
    public FormFile File { get; }

    /// <summary>The variant of the paper; empty where the form has one only.</summary>
    public string Variant { get; }

    /// <summary>The text it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>The id, with the variant behind an at sign where there are several: <c>nl-record@csb</c>.</summary>
    public string Id => Variant.Length == 0 ? File.Id : $"{File.Id}@{Variant}";

    /// <summary>The title.</summary>
    public string Title => File.Title;

    /// <summary>The fields in the order of the paper.</summary>
    public IReadOnlyList<FormField> Fields { get; }

    /// <summary>The control relations as written, in the order in which they are told.</summary>
    public IReadOnlyList<RelationEntry> Relations { get; }

    /// <summary>The field that holds the votes of each list; nothing where the form has none.</summary>
    public FormField? ListField => Fields.FirstOrDefault(f => f.IsEachOfLists && f.Figure == FigureName.Votes);

    /// <summary>The field of a name, or nothing.</summary>
    public FormField? Field(string name) => byName.GetValueOrDefault(name);

    /// <summary>Makes the form ready for a ballot.</summary>
    /// <param name="lists">The lists or candidates by id, in ballot order.</param>
    /// <param name="candidates">How many candidates each list names, for a form that has a field of candidates.</param>
    /// <exception cref="ArgumentException">The ballot does not fit the form.</exception>
    public FormLayout For(IReadOnlyList<string> lists, IReadOnlyList<int>? candidates = null)
    {
        ArgumentNullException.ThrowIfNull(lists);
        if (lists.Distinct(StringComparer.Ordinal).Count() != lists.Count)
        {
            throw new ArgumentException("A list stands on the ballot twice.", nameof(lists));
        }

        var needsCandidates = Fields.Any(f => f.EachOf == EachOf.Candidates);
        if (needsCandidates && (candidates?.Count != lists.Count || candidates.Any(c => c < 0)))
        {
            throw new ArgumentException("The form asks how many candidates each list names.", nameof(candidates));
        }

        return new FormLayout(this, [.. lists], needsCandidates ? [.. candidates!] : []);
    }

    /// <summary>Reads a form that has one variant. Nothing is returned while a problem stands.</summary>
    public static ProtocolForm? Read(string path, Problems problems) => Read(path, "", problems);

    /// <summary>Reads a form in one of its variants. Nothing is returned while a problem stands; all are recorded.</summary>
    /// <param name="path">The file.</param>
    /// <param name="variant">The variant; empty for a form that has one only.</param>
    /// <param name="problems">Where problems go.</param>
    public static ProtocolForm? Read(string path, string variant, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return SourceText.Read(path, problems) is { } source ? Read(source, variant, problems) : null;
    }

    /// <summary>Reads a form from text already in memory.</summary>
    public static ProtocolForm? Read(SourceText source, string variant, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var form = ReadInto(source, variant, own);
        foreach (var problem in own.InOrder())
        {
            problems.Add(problem.Where, problem.Found, problem.Expected, problem.Remedy);
        }

        return own.Any ? null : form;
    }

    private static ProtocolForm? ReadInto(SourceText source, string variant, Problems problems)
    {
        if (
            YamlReader.Read(source, problems) is not { } top
            || new FieldReader(problems).Read<FormFile>(top) is not { } file
        )
        {
            return null;
        }

        if (file.Format is not ("1" or ""))
        {
            problems.Add(
                top["scrutineer-form"]!.At,
                $"The file is of version '{file.Format}' of the form format.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
            return null;
        }

        FormCheck.File(file, top.At, problems);
        if (variant.Length > 0 ? !file.Variants.ContainsKey(variant) : file.Variants.Count > 0)
        {
            problems.Add(
                top["variants"]?.At ?? top.At,
                variant.Length > 0 ? $"The form has no variant '{variant}'." : "The form has several variants.",
                file.Variants.Count == 0 ? "the form without a variant" : "the name of a variant",
                file.Variants.Count == 0
                    ? "Leave out '@' and what follows."
                    : $"Write '@' and one of: {string.Join(", ", file.Variants.Keys)}."
            );
        }

        // References hold within a variant, so every one is checked, whichever is asked for.
        foreach (var name in file.Variants.Count == 0 ? [""] : file.Variants.Keys)
        {
            FormCheck.Relations(new ProtocolForm(file, name, source), problems);
        }

        return problems.Any ? null : new ProtocolForm(file, variant, source);
    }

    private bool Has(IReadOnlyList<string> variants) =>
        variants.Count == 0 || variants.Contains(Variant, StringComparer.Ordinal);
}
