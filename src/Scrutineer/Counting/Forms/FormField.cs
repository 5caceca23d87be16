using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Counting.Forms;

/// <summary>Yes or no, as a word.</summary>
public enum YesNo
{
    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,
}

/// <summary>What it means that a field is left blank. A blank stays a blank in every file and comparison.</summary>
public enum BlankMeaning
{
    /// <summary>Nobody knows; a relation that needs the field cannot be told.</summary>
    Unknown,

    /// <summary>The paper lets nought be left out; a relation takes the field as nought.</summary>
    Nought,
}

/// <summary>One field of a form.</summary>
public sealed record FormField : ILocated
{
    /// <summary>Its name in files and relations.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it means.</summary>
    [Field("means", "What the field means, so that it reads well inside a sentence.", Required = true)]
    public string Means { get; init; } = "";

    /// <summary>What it counts.</summary>
    [Field("unit", "What the field counts.", Required = true)]
    public FieldUnit Unit { get; init; }

    /// <summary>The row on the paper.</summary>
    [Field("row", "The number or letter of the row on the paper.")]
    public string? Row { get; init; }

    /// <summary>
    /// The figure of the result to which it belongs. Fields of one figure add up to it: ballots issued at the station and
    /// outside it are together the ballots issued.
    /// </summary>
    [Field("figure", "The figure of the result to which the field belongs; fields of one figure add up to it.")]
    public FigureName? Figure { get; init; }

    /// <summary>Of what it holds one number each; nothing where it is one number.</summary>
    [Field("each-of", "Of what the field holds one number each; absent where it is one number.")]
    public EachOf? EachOf { get; init; }

    /// <summary>Whether the paper asks for a number even where it is nought.</summary>
    [Field("required", "Whether the paper asks for a number even where it is nought; 'yes' if absent.")]
    public YesNo Required { get; init; } = YesNo.Yes;

    /// <summary>What it means that the field is left blank.</summary>
    [Field("blank", "What a blank means: 'unknown' if absent; 'nought' where the paper lets nought be left out.")]
    public BlankMeaning Blank { get; init; }

    /// <summary>The greatest number that the field can hold.</summary>
    [Field("most", "The greatest number that the field can hold.")]
    public int? Most { get; init; }

    /// <summary>The variants of the form that have it.</summary>
    [Field("in", "The variants of the form that have the field; all if absent.")]
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>Its article.</summary>
    [Field("cite", "The article that states it.")]
    public string? Cite { get; init; }

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the field was checked, where it differs from the form.")]
    public Checked? Checked { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <summary>Whether it holds one number a list.</summary>
    public bool IsEachOfLists => EachOf == Forms.EachOf.Lists;

    /// <inheritdoc/>
    public Location At { get; set; }
}
