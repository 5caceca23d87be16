using Scrutineer.Files;

namespace Scrutineer.Law;

/// <summary>
/// One amendment in the words of an amending act: it sets fields, replaces, inserts or repeals. The path names contest,
/// rule and field as the act names its article.
/// </summary>
public sealed record Amendment : ILocated
{
    /// <summary>Fields to set, by path.</summary>
    [Field("set", "Fields to set, by path, such as 'contests.lists.threshold.share'.")]
    public Node? Set { get; init; }

    /// <summary>A rule or contest to replace.</summary>
    [Field("replace", "The path of the rule or contest that is replaced.")]
    public string? Replace { get; init; }

    /// <summary>What to insert.</summary>
    [Field("insert", "The path of the rule or contest that is inserted.")]
    public string? Insert { get; init; }

    /// <summary>What to repeal.</summary>
    [Field("repeal", "The path of the rule, contest or field that is repealed.")]
    public string? Repeal { get; init; }

    /// <summary>After which rule.</summary>
    [Field("after", "The rule after which a new rule stands; without it, the new rule stands first.")]
    public string? After { get; init; }

    /// <summary>The rule.</summary>
    [Field("rule", "The rule that is inserted or put in place.", ReadAs = typeof(RuleEntry))]
    public Node? Rule { get; init; }

    /// <summary>The contest.</summary>
    [Field("contest", "The contest that is inserted or put in place.", ReadAs = typeof(Contest))]
    public Node? Contest { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article that is amended, or the amending article.")]
    public string? Cite { get; init; }

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the amendment was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}
