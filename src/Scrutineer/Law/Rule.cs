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

    /// <summary>Where it applies.</summary>
    [Field("at", "The level at which the rule applies, in each place of it; without it, to the whole contest.")]
    public string? At { get; init; }

    /// <summary>The earlier rules or contests that it refers to.</summary>
    public virtual IEnumerable<string> SeatReferences => [];

    /// <summary>Whether it looks at several places at once.</summary>
    public virtual bool IsBetweenTiers => false;

    /// <summary>Whether it awards seats by itself.</summary>
    public virtual bool AwardsSeats => false;

    /// <summary>The provision in words, without its article, with the level at which it applies.</summary>
    public string Sentence() =>
        At is { } level and not Tally.Nation && Words() is var words
            ? $"In each {level.Replace('-', ' ')}: {char.ToLowerInvariant(words[0])}{words[1..]}"
            : Words();

    /// <summary>The provision in words, without its article and its level.</summary>
    protected abstract string Words();

    /// <summary>The standing after this rule.</summary>
    /// <param name="standing">The standing before it.</param>
    /// <param name="entry">The entry of the law file that holds the rule: its id and readings.</param>
    public abstract Standing Apply(Standing standing, RuleEntry entry);
}
