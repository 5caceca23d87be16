using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Counting.Forms;

/// <summary>A control relation as written: what must hold between the fields of one protocol.</summary>
public sealed record RelationEntry : ILocated
{
    /// <summary>Its code.</summary>
    [Field(
        "code",
        "The code of the relation. Several entries may share one code where a rule has several cases.",
        Required = true
    )]
    public string Code { get; init; } = "";

    /// <summary>What must hold; all of it.</summary>
    [Field("says", "What must hold; where it is a list, all of it.", Required = true)]
    public Comparisons Says { get; init; } = Comparisons.None;

    /// <summary>How much a broken relation matters.</summary>
    [Field("severity", "How much it matters that the relation is broken.", Required = true)]
    public Severity Severity { get; init; }

    /// <summary>Whether it holds for each list by itself.</summary>
    [Field("each", "'lists' where the relation must hold for each list by itself.")]
    public EachOf? Each { get; init; }

    /// <summary>Where it applies; all of it.</summary>
    [Field("when", "The condition under which it applies; where it is a list, all of it.")]
    public Comparisons When { get; init; } = Comparisons.None;

    /// <summary>Codes that say the same already.</summary>
    [Field("unless", "Codes of earlier relations; where one of them is broken, this one is not told as well.")]
    public IReadOnlyList<string> Unless { get; init; } = [];

    /// <summary>What to tell whom.</summary>
    [Field("text", "What to tell a person in a role, by role, such as clerk or coordinator.")]
    public IReadOnlyDictionary<string, string> Text { get; init; } = new Dictionary<string, string>();

    /// <summary>The variants of the form that have it.</summary>
    [Field("in", "The variants of the form that have the relation; all if absent.")]
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>Its article.</summary>
    [Field("cite", "The article or rule that states it.")]
    public string? Cite { get; init; }

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the relation was checked, where it differs from the form.")]
    public Checked? Checked { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Location At { get; set; }
}
