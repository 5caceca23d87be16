namespace Scrutineer.Registry;

/// <summary>One fact of an identity in words.</summary>
/// <param name="Field">What kind of fact it is: the field of the registry's file, or <c>held-by</c>, <c>alias</c>.</param>
/// <param name="Says">The fact, without its days.</param>
/// <param name="During">When it holds; nothing for facts without a time.</param>
/// <param name="Source">The key of its source.</param>
public sealed record IdentityFact(string Field, string Says, Interval? During, string Source)
{
    /// <summary>A remark for the reader.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it held on a day.</summary>
    public Answer On(DateOnly day) => During?.AsOf(day) ?? Answer.Yes;
}
