using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Forms;

/// <summary>The second and third layers of validation of a form: do its names refer to something, and does it make sense.</summary>
internal static class FormCheck
{
    /// <summary>The names that the file itself defines: fields, variants, texts.</summary>
    public static void File(FormFile file, Location at, Problems problems)
    {
        if (file.Fields.Count == 0)
        {
            problems.Add(at, "The form has no field.", "at least one field", "Write the fields of the paper.");
        }

        Cites(file, file.Cite, at, problems);
        foreach (var (name, field) in file.Fields)
        {
            if (!IsName(name))
            {
                problems.Add(
                    field.At,
                    $"The field is called '{name}'.",
                    "lower-case letters, digits and hyphens, beginning with a letter, and none of the words sum, of, and, "
                        + "difference, filled, empty",
                    "Rename it; 'means' can hold any words."
                );
            }

            if (field.Unit == FieldUnit.Tick && (field.Figure is not null || field.EachOf is not null))
            {
                problems.Add(
                    field.At,
                    $"'{name}' is a tick and belongs to a figure, or to lists.",
                    "a tick by itself",
                    "Remove 'figure' and 'each-of', or correct 'unit'."
                );
            }

            Variants(file, field.In, field.At, problems);
            Cites(file, field.Cite ?? "", field.At, problems);
        }

        foreach (var relation in file.Relations)
        {
            Variants(file, relation.In, relation.At, problems);
            Cites(file, relation.Cite ?? "", relation.At, problems);
            if (relation.Says.Items.Count == 0 && !ReferenceEquals(relation.Says, Comparisons.None))
            {
                problems.Add(
                    relation.At,
                    $"Relation {relation.Code} says nothing.",
                    "what must hold",
                    "Write it under 'says'."
                );
            }

            foreach (var statement in relation.Says.Items.Concat(relation.When.Items))
            {
                if (!RelationCompiler.Fits(statement))
                {
                    problems.Add(
                        relation.At,
                        $"'{statement.Written}' has numbers too large to be computed exactly in 128 bits.",
                        "factors up to 1000000, constants up to 10^12, and a common denominator up to 1000000",
                        "Write smaller numbers."
                    );
                }
            }
        }
    }

    /// <summary>What the relations of one variant refer to.</summary>
    public static void Relations(ProtocolForm form, Problems problems)
    {
        var codes = new List<string>();
        foreach (var relation in form.Relations)
        {
            if (relation.Each == EachOf.Candidates)
            {
                problems.Add(
                    relation.At,
                    $"Relation {relation.Code} holds for each candidate.",
                    "'each: lists', or no 'each'",
                    "State it of the sum of the list's candidates."
                );
            }

            foreach (var statement in relation.Says.Items.Concat(relation.When.Items))
            {
                foreach (var (name, overAll) in FieldsOf(statement))
                {
                    Field(form, relation, name, overAll, problems);
                }
            }

            foreach (var code in relation.Unless.Where(c => !codes.Contains(c, StringComparer.Ordinal)))
            {
                problems.Add(
                    relation.At,
                    $"Relation {relation.Code} is not told where {code} is broken, and no relation before it has that code.",
                    "the code of an earlier relation",
                    codes.Count == 0 ? "Order the relations." : Problems.Nearest(code, codes)
                );
            }

            codes.Add(relation.Code);
        }
    }

    private static void Field(ProtocolForm form, RelationEntry relation, string name, bool overAll, Problems problems)
    {
        var field = form.Field(name);
        if (field is null)
        {
            problems.Add(
                relation.At,
                $"Relation {relation.Code} speaks of '{name}', which is no field{(form.Variant.Length > 0 ? $" of variant '{form.Variant}'" : "")}.",
                "a field of the form",
                Problems.Nearest(name, form.Fields.Select(f => f.Name))
            );
        }
        else if (overAll && field.EachOf is null)
        {
            problems.Add(
                relation.At,
                $"Relation {relation.Code} adds up '{name}', which is one number.",
                "a field with one number each",
                $"Write '{name}' without 'sum of'."
            );
        }
        else if (!overAll && field.EachOf is not null && (relation.Each is null || field.EachOf == EachOf.Candidates))
        {
            problems.Add(
                relation.At,
                $"Relation {relation.Code} speaks of '{name}', which has one number each of {ScalarType.Word(field.EachOf)}.",
                $"'sum of {name}'{(field.EachOf == EachOf.Lists ? ", or 'each: lists'" : "")}",
                "Say which of its numbers is meant."
            );
        }
    }

    internal static IEnumerable<(string Field, bool OverAll)> FieldsOf(Comparison comparison) =>
        comparison switch
        {
            SumComparison s => s.Left.Parts.Concat(s.Right.Parts).Select(p => (p.Field, p.OverAll)),
            DistanceComparison d => d
                .One.Parts.Concat(d.Other.Parts)
                .Concat(d.Bound.Parts)
                .Select(p => (p.Field, p.OverAll)),
            _ => [(((FilledComparison)comparison).Field, false)],
        };

    private static bool IsName(string name) => ComparisonParser.Parse($"{name} = 0", out _) is not null;

    private static void Variants(FormFile file, IReadOnlyList<string> names, Location at, Problems problems)
    {
        foreach (var name in names.Where(n => !file.Variants.ContainsKey(n)))
        {
            problems.Add(
                at,
                $"The form has no variant '{name}'.",
                "a name under 'variants'",
                file.Variants.Count == 0 ? "Write 'variants'." : Problems.Nearest(name, file.Variants.Keys)
            );
        }
    }

    private static void Cites(FormFile file, string cite, Location at, Problems problems)
    {
        foreach (var part in cite.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var act = part.Split(' ')[0];
            if (!file.Texts.ContainsKey(act))
            {
                problems.Add(
                    at,
                    $"'{part}' cites '{act}', which 'texts' does not list.",
                    "the short name of an act or paper, then the place in it",
                    Problems.Nearest(act, file.Texts.Keys)
                );
            }
        }
    }
}
