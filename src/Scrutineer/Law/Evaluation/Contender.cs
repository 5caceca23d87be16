using Scrutineer.Counting;

namespace Scrutineer.Law.Evaluation;

/// <summary>A list or a candidate on the ballot of one contest.</summary>
/// <param name="Id">Its short name, used in every file and result.</param>
/// <param name="Votes">Its votes.</param>
public sealed record Contender(string Id, Count Votes)
{
    /// <summary>Its name, for sentences; the id where no other is given.</summary>
    public string Name { get; init; } = Id;

    /// <summary>When it was registered, where that is known.</summary>
    public RegisteredAt? Registered { get; init; }

    /// <summary>What kind of list it is.</summary>
    public ListKind Kind { get; init; }

    /// <summary>How many parties stand together in it; one for a party.</summary>
    public int Members { get; init; } = 1;

    /// <summary>The lists with which it is joined, by the name of the alliance; nothing where it stands alone.</summary>
    public string? Alliance { get; init; }

    /// <summary>The lists with which it is joined more closely within the alliance.</summary>
    public string? SubAlliance { get; init; }

    /// <summary>How many persons the list names; for a candidate, nothing.</summary>
    public int? Persons { get; init; }

    /// <summary>Shares that were published for it, each with its base.</summary>
    public IReadOnlyDictionary<BaseName, ShareOf> PublishedShares { get; init; } = new Dictionary<BaseName, ShareOf>();
}
