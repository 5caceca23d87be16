using Scrutineer.Files;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Law;

/// <summary>
/// One provision that does one thing. Every kind of rule is one type: its fields are what a law file may write, its
/// sentence is the law in words, and <see cref="Apply"/> turns one standing into the next.
/// </summary>
public abstract record Rule
{
    /// <summary>The article.</summary>
    [Field("cite", "The article, by the short name of its act, such as 'ce 97-1 §1'.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How the provision was checked.</summary>
    [Field("checked", "How the provision was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>The provision in words, without its article.</summary>
    public abstract string Sentence();

    /// <summary>The standing after this rule.</summary>
    /// <param name="standing">The standing before it.</param>
    /// <param name="entry">The entry of the law file that holds the rule: its id and readings.</param>
    public abstract Standing Apply(Standing standing, RuleEntry entry);
}
