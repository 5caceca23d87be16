using Scrutineer.Counting;

namespace Scrutineer.Law.Evaluation;

/// <summary>The figures of one contest in one constituency at one stage: what the rules are applied to.</summary>
public sealed record Tally
{
    /// <summary>The unit and level that is the whole.</summary>
    public const string Nation = "nation";

    /// <summary>Where: a constituency, or <c>nation</c>.</summary>
    public string Unit { get; init; } = Nation;

    /// <summary>The level of the unit, one of the law's levels.</summary>
    public string Level { get; init; } = Nation;

    /// <summary>The units of the next level within this one, with the same contenders in the same order; empty below the last.</summary>
    public IReadOnlyList<Tally> Parts { get; init; } = [];

    /// <summary>The seats of this unit as published; not reported where the law's own rule is to say.</summary>
    public Count Seats { get; init; }

    /// <summary>The levelling seats of this unit as published, beside <see cref="Seats"/>.</summary>
    public Count LevellingSeats { get; init; }

    /// <summary>The people, of whichever kind the law counts, by which seats are shared out among units.</summary>
    public Count Population { get; init; }

    /// <summary>The area in whole square kilometres.</summary>
    public Count Area { get; init; }

    /// <summary>The lists or candidates in ballot order.</summary>
    public required IReadOnlyList<Contender> Contenders { get; init; }

    /// <summary>The ranked ballots, where the dossier holds them; else empty.</summary>
    public IReadOnlyList<RankedBallot> Ballots { get; init; } = [];

    /// <summary>Whether the order of <see cref="Contenders"/> is known to be the order of the ballot.</summary>
    public bool BallotOrderKnown { get; init; } = true;

    /// <summary>Voters in the register, or members of the electing college.</summary>
    public Count Registered { get; init; }

    /// <summary>Electors present at the session of a college.</summary>
    public Count ElectorsPresent { get; init; }

    /// <summary>Ballots issued to voters.</summary>
    public Count BallotsIssued { get; init; }

    /// <summary>Ballots found in the boxes.</summary>
    public Count BallotsInBox { get; init; }

    /// <summary>Invalid ballots.</summary>
    public Count Invalid { get; init; }

    /// <summary>Votes against all; not reported where the row is not on the ballot.</summary>
    public Count AgainstAll { get; init; }

    /// <summary>The total of valid votes as published; used only where the votes of a list are not known.</summary>
    public Count PublishedValidVotes { get; init; }

    /// <summary>The repeat vote between the leaders, where one was held.</summary>
    public Tally? RepeatVote { get; init; }

    /// <summary>The sum of the votes for lists or candidates; not reported where one of them is not known.</summary>
    public Count VotesForLists =>
        Contenders.All(c => c.Votes.IsKnown) ? new Count(Contenders.Sum(c => c.Votes.Value!.Value)) : Count.NotReported;

    /// <summary>Votes for lists or candidates and votes against all.</summary>
    /// <param name="againstAll">Whether the row is on the ballot; then its votes must be known.</param>
    public Count ValidVotes(AgainstAll againstAll) =>
        (VotesForLists.Value, AgainstAll.Value, againstAll) switch
        {
            ({ } lists, { } against, _) => new Count(lists + against),
            ({ } lists, null, Law.AgainstAll.Absent) => new Count(lists),
            _ => PublishedValidVotes,
        };
}
