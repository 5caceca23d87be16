using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Counting.Forms;

/// <summary>How a form calls a second entry that differs from the first.</summary>
public sealed record SecondEntryRule
{
    /// <summary>Its code.</summary>
    [Field("code", "The code under which a second entry that differs is told.", Required = true)]
    public string Code { get; init; } = "";

    /// <summary>How much it matters.</summary>
    [Field("severity", "How much it matters.", Required = true)]
    public Severity Severity { get; init; }
}

/// <summary>A form file as written.</summary>
public sealed record FormFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-form", "The version of the form format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The id.</summary>
    [Field("form", "The id of the form: the path below forms/ with hyphens, such as kz-station-2021.", Required = true)]
    public string Id { get; init; } = "";

    /// <summary>The title.</summary>
    [Field("title", "The title, in words.", Required = true)]
    public string Title { get; init; } = "";

    /// <summary>The acts and papers that it cites.</summary>
    [Field("texts", "The acts and papers that the form cites, by short name.", Required = true)]
    public IReadOnlyDictionary<string, ActText> Texts { get; init; } = new Dictionary<string, ActText>();

    /// <summary>Where the form stands in them.</summary>
    [Field("cite", "Where the form itself is laid down.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the form was checked; fields and relations may say otherwise.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>The variants of the paper.</summary>
    [Field("variants", "The variants of the paper, by name, with what each is; absent where there is one.")]
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    /// <summary>The fields.</summary>
    [Field("fields", "The fields by name, in the order of the paper.", Required = true)]
    public IReadOnlyDictionary<string, FormField> Fields { get; init; } = new Dictionary<string, FormField>();

    /// <summary>The relations.</summary>
    [Field("relations", "What must hold between the fields, in the order in which it is told.")]
    public IReadOnlyList<RelationEntry> Relations { get; init; } = [];

    /// <summary>What a differing second entry is called.</summary>
    [Field("second-entry", "What a second entry that differs from the first is called.")]
    public SecondEntryRule? SecondEntry { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}
