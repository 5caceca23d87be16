using Scrutineer.Files;
using Scrutineer.Law;

namespace Scrutineer.Observation.Forms;

/// <summary>An observation form as written.</summary>
public sealed record ObservationFormFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-observation-form", "The version of the format of observation forms; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The id.</summary>
    [Field("form", "The id of the form, such as opening.", Required = true)]
    public string Id { get; init; } = "";

    /// <summary>The version of the form.</summary>
    [Field(
        "version",
        "The version of the form. A published version is never edited: another text is another version.",
        Required = true
    )]
    public string Version { get; init; } = "";

    /// <summary>The part of the day.</summary>
    [Field("phase", "The part of polling day that the form is about.", Required = true)]
    public ObservationPhase Phase { get; init; }

    /// <summary>The title.</summary>
    [Field("title", "The title, in each language by its code.", Required = true)]
    public IReadOnlyDictionary<string, string> Title { get; init; } = new Dictionary<string, string>();

    /// <summary>The texts that it cites.</summary>
    [Field("texts", "The acts and commitments that the form cites, by short name.", Required = true)]
    public IReadOnlyDictionary<string, ActText> Texts { get; init; } = new Dictionary<string, ActText>();

    /// <summary>How the articles were checked; what was read of a commitment stands at its text.</summary>
    [Field("checked", "How the articles were checked; questions may say otherwise.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>The sections.</summary>
    [Field("sections", "The sections by id, in the order of the form.", Required = true)]
    public IReadOnlyDictionary<string, SectionEntry> Sections { get; init; } = new Dictionary<string, SectionEntry>();

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}
