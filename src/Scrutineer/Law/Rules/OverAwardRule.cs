namespace Scrutineer.Law.Rules;

/// <summary>What follows where whole quotas alone give more seats than there are.</summary>
public enum OverAwardRule
{
    /// <summary>The quota cannot do so, or the law is silent; then the seats cannot be told.</summary>
    CannotHappen,

    /// <summary>One seat each is taken back in the order of the smallest remainders.</summary>
    TakeFromSmallestRemainder,

    /// <summary>Every whole quota keeps its seat.</summary>
    Ignore,
}
