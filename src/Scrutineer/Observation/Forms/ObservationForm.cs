using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Observation.Forms;

/// <summary>What observers are asked, in every language. Answers name the form's id, version and SHA-256, and mean that text alone.</summary>
public sealed class ObservationForm
{
    private ObservationForm(ObservationFormFile file, SourceText source)
    {
        File = file;
        Source = source;
        Questions = file
            .Sections.Values.SelectMany(s => s.Questions)
            .ToDictionary(q => q.Key, q => q.Value, StringComparer.Ordinal);
    }

    /// <summary>The languages in which every form is written, by code.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ru", "kk"];

    /// <summary>The field by which a file is known to be an observation form.</summary>
    public const string Mark = "scrutineer-observation-form";

    /// <summary>The file as written.</summary>
    public ObservationFormFile File { get; }

    /// <summary>The text it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>
    /// Its earlier versions, from the folder <c>earlier</c> beside it. Nobody is asked them any more; answers that were given to
    /// them on a device without a network are taken and shown by their questions.
    /// </summary>
    public IReadOnlyList<ObservationForm> Earlier { get; internal set; } = [];

    /// <summary>Every question by its id.</summary>
    public IReadOnlyDictionary<string, QuestionEntry> Questions { get; }

    /// <summary>Reads a form. Nothing is returned while a problem stands; all are recorded.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where problems go.</param>
    public static ObservationForm? Read(string path, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return SourceText.Read(path, problems) is { } source ? Read(source, problems) : null;
    }

    /// <summary>Reads a form from text already in memory.</summary>
    public static ObservationForm? Read(SourceText source, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var file = YamlReader.Read(source, own) is { } top ? ReadInto(top, own) : null;
        problems.AddAll(own);
        return own.Any || file is null ? null : new ObservationForm(file, source);
    }

    private static ObservationFormFile? ReadInto(MappingNode top, Problems problems)
    {
        if (new FieldReader(problems).Read<ObservationFormFile>(top) is not { } file)
        {
            return null;
        }

        if (file.Format is not ("1" or ""))
        {
            problems.Add(
                top[Mark]!.At,
                $"The file is of version '{file.Format}' of the format.",
                "version 1",
                "Use a newer Scrutineer for a newer file."
            );
            return null;
        }

        ObservationFormCheck.Of(file, top.At, problems);
        return file;
    }
}
