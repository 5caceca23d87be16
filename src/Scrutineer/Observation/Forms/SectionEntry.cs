using Scrutineer.Files;

namespace Scrutineer.Observation.Forms;

/// <summary>Questions of an observation form that stand together.</summary>
public sealed record SectionEntry : ILocated
{
    /// <summary>The heading.</summary>
    [Field("title", "The heading, in each language by its code.", Required = true)]
    public IReadOnlyDictionary<string, string> Title { get; init; } = new Dictionary<string, string>();

    /// <summary>The questions.</summary>
    [Field("questions", "The questions by id, in the order in which they are asked.", Required = true)]
    public IReadOnlyDictionary<string, QuestionEntry> Questions { get; init; } =
        new Dictionary<string, QuestionEntry>();

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
