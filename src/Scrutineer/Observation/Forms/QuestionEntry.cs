using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Law;

namespace Scrutineer.Observation.Forms;

/// <summary>A question of an observation form.</summary>
public sealed record QuestionEntry : ILocated
{
    /// <summary>The greatest number where the question names none.</summary>
    public const int MostByDefault = 1_000_000;

    /// <summary>The question.</summary>
    [Field("ask", "The question, in each language by its code.", Required = true)]
    public IReadOnlyDictionary<string, string> Ask { get; init; } = new Dictionary<string, string>();

    /// <summary>How it is answered.</summary>
    [Field("kind", "How the question is answered.", Required = true)]
    public QuestionKind Kind { get; init; }

    /// <summary>The choices.</summary>
    [Field("choices", "The choices by id, each in every language; for a question of kind 'choice' alone.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Choices { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Whether several choices can be taken.</summary>
    [Field("several", "Whether several choices can be taken together; 'no' if absent.")]
    public YesNo Several { get; init; }

    /// <summary>The answer that the standard asks for.</summary>
    [Field("in-order", "The answer that the standard asks for, of a yes-no question; absent where neither is amiss.")]
    public YesNo? InOrder { get; init; }

    /// <summary>Whether the time of what is answered matters.</summary>
    [Field("timed", "Whether the time of what is answered is asked too; 'no' if absent.")]
    public YesNo Timed { get; init; }

    /// <summary>The greatest number.</summary>
    [Field("most", "The greatest number that is taken; 1000000 if absent.")]
    public int? Most { get; init; }

    /// <summary>The standard.</summary>
    [Field("standard", "The commitment that the question is about, as the short name of a text and the place in it.")]
    public string? Standard { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article of the country's law that it is about.")]
    public string? Cite { get; init; }

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the article was checked, where it differs from the form.")]
    public Checked? Checked { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
