using Scrutineer.Allocation;
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

/// <summary>
/// One thing that a list must have to take part: a share of a base, seats won elsewhere, or as many votes as a seat costs in
/// some places.
/// </summary>
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

    /// <summary>Quotas.</summary>
    [Field(
        "quotas",
        "How many quotas a list must have in a place, such as 'at least 1': the base 'of' there over the seats given there by 'in'."
    )]
    public Bound? Quotas { get; init; }

    /// <summary>In what places.</summary>
    [Field("at", "The level in whose places the quotas are counted; needs 'quotas'.")]
    public string? At { get; init; }

    /// <summary>In how many places.</summary>
    [Field("places", "In how many places a list must have the quotas, such as 'at least 2'; needs 'quotas'.")]
    public Bound? Places { get; init; }

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

    /// <summary>Whether it is one thing and whole: a share of a base, seats in something, or quotas in places.</summary>
    internal bool IsWhole =>
        Quotas is not null
            ? Of is not null && In is not null && At is not null && Places is not null && Share is null && Seats is null
            : (Share is null) == (Of is null)
                && (Seats is null) == (In is null)
                && (Share is null) != (Seats is null)
                && At is null
                && Places is null;

    /// <summary>Whether the hurdle stands for a list.</summary>
    internal bool IsFor(Contender list) =>
        (For is null || list.Kind == For) && (Members is null || Members.IsMetBy(list.Members));

    /// <summary>The hurdle in words: "5 % of the valid votes".</summary>
    internal string InWords() =>
        (
            Share is { } share ? $"{share} of the {Of?.InWords()}"
            : Quotas is { } quotas
                ? $"{quotas} {(quotas.Value == 1 ? "quota" : "quotas")} ({Of?.InWords()} over seats by '{In}') in {Places} of the {At?.Replace('-', ' ')}s"
            : $"{Seats} seats in '{In}'"
        )
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
        if (Quotas is not null)
        {
            var places = Tiers.Reached(standing, At!).Select(p => HasQuotas(list, p)).ToList();
            var (yes, open) = (places.Count(p => p == true), places.Count(p => p is null));
            return
                Places!.IsMetBy(new Rational(yes, 1)) is var least
                && least == Places.IsMetBy(new Rational(yes + open, 1))
                ? least
                : null;
        }

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

    private bool? HasQuotas(int list, Standing place)
    {
        var seats = place.SeatsFrom(In!)?.Sum() ?? 0;
        return seats == 0 ? false
            : place.Votes(list).Value is not { } votes || place.SizeOf(place.Resolve(Of!.Value)).Value is not { } size
                ? null
            : size > 0 && Quotas!.IsMetBy(new Rational(votes, 1) * seats / size);
    }
}
