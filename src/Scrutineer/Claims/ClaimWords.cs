using System.Text.Json.Nodes;
using Scrutineer.Files;
using Scrutineer.Law;

namespace Scrutineer.Claims;

/// <summary>What kind of statement a claim is. Only like is compared with like.</summary>
public enum ClaimKind
{
    /// <summary>A fact that can be right or wrong.</summary>
    Fact,

    /// <summary>A number that somebody counted.</summary>
    Count,

    /// <summary>A number that somebody estimated.</summary>
    Estimate,

    /// <summary>A number from a poll.</summary>
    Poll,

    /// <summary>A judgement.</summary>
    Judgement,

    /// <summary>A statement about what will be.</summary>
    Forecast,

    /// <summary>What somebody is quoted as saying, for which only that person answers.</summary>
    Quotation,
}

/// <summary>How far a source stands by what it prints.</summary>
public enum Hedge
{
    /// <summary>It states it.</summary>
    Stated,

    /// <summary>It says that somebody said it.</summary>
    Said,

    /// <summary>It says that somebody claimed it, and keeps its distance.</summary>
    Claimed,

    /// <summary>It says that it is alleged or reported.</summary>
    Alleged,

    /// <summary>It states it and qualifies it in the same breath.</summary>
    Qualified,
}

/// <summary>What kind of text a source is.</summary>
public enum Genre
{
    /// <summary>News.</summary>
    News,

    /// <summary>Analysis or opinion.</summary>
    Analysis,

    /// <summary>A reference page.</summary>
    Encyclopaedic,

    /// <summary>A notice of a public body.</summary>
    Official,

    /// <summary>A report of observers or researchers.</summary>
    Report,
}

/// <summary>
/// What a number in a statement is a share of. A source that prints a percentage and does not say of what is recorded as
/// <c>unstated</c>; leaving the base out of the record is a mistake.
/// </summary>
/// <param name="Name">The base; nothing where the source does not state it.</param>
public sealed record ClaimedBase(BaseName? Name)
{
    private const string Unstated = "unstated";

    /// <summary>How it is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            $"a base: {string.Join(", ", ScalarType.Of(typeof(BaseName))!.Words)}; or {Unstated}",
            t =>
                t == Unstated ? new ClaimedBase(Name: null)
                : ScalarType.Of(typeof(BaseName))!.Parse(t) is BaseName name ? new ClaimedBase(name)
                : null,
            () =>
                new JsonObject
                {
                    ["enum"] = new JsonArray([
                        .. ScalarType.Of(typeof(BaseName))!.Words.Append(Unstated).Select(w => JsonValue.Create(w)),
                    ]),
                },
            [.. ScalarType.Of(typeof(BaseName))!.Words, Unstated]
        );

    /// <summary>The base in words.</summary>
    public string InWords() => Name is { } name ? $"of the {name.InWords()}" : "of a base that is not stated";
}
