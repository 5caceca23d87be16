using Scrutineer.Files;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Law;

/// <summary>Where a hurdle is taken.</summary>
public enum HurdleScope
{
    /// <summary>In the whole contest; who takes it takes part everywhere.</summary>
    Whole,

    /// <summary>In a constituency; who takes it takes part there.</summary>
    There,

    /// <summary>In any one constituency; who takes it takes part everywhere.</summary>
    Anywhere,
}

/// <summary>One thing that a list must have to take part: a share of a base, a number of votes, or seats won elsewhere.</summary>
public sealed record Hurdle
{
    /// <summary>The share.</summary>
    [Field("share", "The share that a list must reach, such as 'at least 5 %'.")]
    public Bound? Share { get; init; }

    /// <summary>Of what.</summary>
    [Field("of", "The base of the share.")]
    public BaseName? Of { get; init; }

    /// <summary>Seats.</summary>
    [Field("seats", "The number of seats that a list must have, such as 'at least 3'; needs 'in'.")]
    public Bound? Seats { get; init; }

    /// <summary>Seats in what.</summary>
    [Field("in", "The earlier rule or contest in which it must have the seats.")]
    public string? In { get; init; }

    /// <summary>Where.</summary>
    [Field(
        "where",
        "Where the hurdle is taken: in the whole contest, there (in the constituency itself), or anywhere."
    )]
    public HurdleScope Where { get; init; }

    /// <summary>For whom.</summary>
    [Field("for", "The kind of list for which the hurdle stands; any where nothing is said.")]
    public ListKind? For { get; init; }

    /// <summary>For how many members.</summary>
    [Field("members", "For how many parties joined in a list the hurdle stands, such as 'at most 3'.")]
    public Bound? Members { get; init; }

    /// <summary>Whether the hurdle stands for a list.</summary>
    internal bool IsFor(Contender list) =>
        (For is null || list.Kind == For) && (Members is null || Members.IsMetBy(list.Members));

    /// <summary>The hurdle in words: "5 % of the valid votes".</summary>
    internal string InWords() =>
        (Share is { } share ? $"{share} of the {Of?.InWords()}" : $"{Seats} seats in '{In}'")
        + Where switch
        {
            HurdleScope.There => " in a constituency (to take part there)",
            HurdleScope.Anywhere => " in any constituency",
            _ => "",
        };

    /// <summary>For whom it stands, in words.</summary>
    internal string Whom() =>
        (
            For switch
            {
                ListKind.Coalition => "a coalition",
                ListKind.Minority => "a list of a national minority",
                ListKind.Party => "the list of a party",
                ListKind.Independent => "an independent",
                _ => "a list",
            }
        ) + (Members is { } members ? $" of {members} parties" : "");

    /// <summary>Whether a list takes the hurdle in a standing; nothing where that cannot be told.</summary>
    internal bool? IsTakenBy(int list, Standing standing)
    {
        if (Where == HurdleScope.Anywhere)
        {
            var taken = standing.Places.Select(p => Here(list, p)).ToList();
            return taken.Contains(true) ? true
                : taken.Contains(null) ? null
                : false;
        }

        return Here(list, standing);
    }

    private bool? Here(int list, Standing standing)
    {
        if (Share is null)
        {
            return Seats!.IsMetBy(standing.SeatsFrom(In!)?[list] ?? 0);
        }

        var of = standing.Resolve(Of!.Value);
        return standing.SizeOf(of).Value == 0 ? false
            : standing.ShareOf(list, of) is { } share ? Share.IsMetBy(share)
            : null;
    }
}
