namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>A rule of the law that no assertion about ballots can stand for.</summary>
/// <param name="Rule">The rule's name in its contest.</param>
/// <param name="Cite">Its article.</param>
/// <param name="Because">Why not, in one sentence.</param>
public sealed record NotAsserted(string Rule, string Cite, string Because);
