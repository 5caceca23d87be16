namespace Scrutineer.Registry;

/// <summary>How a word of a source means an identity.</summary>
public enum MatchKind
{
    /// <summary>It is its id.</summary>
    Id,

    /// <summary>It is one of its names.</summary>
    Name,

    /// <summary>It is another spelling.</summary>
    Alias,
}

/// <summary>One identity that a word can mean.</summary>
/// <param name="Identity">The identity.</param>
/// <param name="Kind">How the word means it.</param>
/// <param name="Name">The name or alias as it is recorded.</param>
/// <param name="Held">Whether that was a name of it on the day; ids and aliases are of all days.</param>
public sealed record Match(Identity Identity, MatchKind Kind, string Name, Answer Held);

/// <summary>What a word can mean on a day.</summary>
/// <param name="Word">The word.</param>
/// <param name="Matches">
/// Those it can mean: who bears it on the day, or may; where nobody does, who bore it at another time.
/// </param>
public sealed record Resolution(string Word, IReadOnlyList<Match> Matches)
{
    /// <summary>The one identity that it means; nothing where it means none or several.</summary>
    public Identity? Identity => Matches is [var only] ? only.Identity : null;
}
