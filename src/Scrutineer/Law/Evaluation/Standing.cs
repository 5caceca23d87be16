using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Counting;

namespace Scrutineer.Law.Evaluation;

/// <summary>
/// How a contest stands between two rules: the votes, who takes part, the seats so far, what is left. Each rule turns one
/// standing into the next and appends its step. Immutable.
/// </summary>
public sealed record Standing
{
    /// <summary>The figures.</summary>
    public required Tally Tally { get; init; }

    /// <summary>What is on the ballot beside the lists.</summary>
    public required AgainstAll AgainstAll { get; init; }

    /// <summary>What "voters who took part" means under the edition; nothing where the edition does not use the words.</summary>
    public BaseName? ParticipantsMean { get; init; }

    /// <summary>Lots that were drawn.</summary>
    public IReadOnlyList<Lot> Lots { get; init; } = [];

    /// <summary>The seats of the contest in this constituency.</summary>
    public required int ContestSeats { get; init; }

    /// <summary>
    /// The constituencies within this place, each a standing of its own; empty where the seats are filled in one place.
    /// Their seats are part of <see cref="Seats"/>.
    /// </summary>
    public ImmutableArray<Standing> Places { get; init; } = [];

    /// <summary>The seats of the contests that stand earlier in the law, by the contest's name.</summary>
    public IReadOnlyDictionary<string, SeatTable> Earlier { get; init; } = new Dictionary<string, SeatTable>();

    /// <summary>For each rule that shared out seats, what each contender got by it here, in ballot order.</summary>
    public SeatsByRule SeatsBy { get; init; } = SeatsByRule.None;

    /// <summary>Seats that were given one by one, in the order of award: contender and rule.</summary>
    public ImmutableList<Award> Awards { get; init; } = [];

    /// <summary>For each declaration by which lists are joined, each contender's group here; nothing where it stands alone.</summary>
    public ImmutableDictionary<Rules.JoinLevel, ImmutableArray<string?>> Joins { get; init; } =
        ImmutableDictionary<Rules.JoinLevel, ImmutableArray<string?>>.Empty;

    /// <summary>For each contender the seats that it got before the others were shared out; empty where none were.</summary>
    public ImmutableArray<int> Apart { get; init; } = [];

    /// <summary>For each contender its voter number, where votes are weighed before they are compared; empty where not.</summary>
    public ImmutableArray<Rational> Weighed { get; init; } = [];

    /// <summary>Whether steps are written. Searches that evaluate thousands of standings leave them out.</summary>
    public bool Traced { get; init; }

    /// <summary>The rules of the contest, for a rule that applies others again.</summary>
    public IReadOnlyList<RuleEntry> Rules { get; init; } = [];

    /// <summary>The quota of the latest division; nothing before one.</summary>
    public Rational? Quota { get; init; }

    /// <summary>Whether no list may hold more seats than it has persons, because a rule has said so.</summary>
    public bool LimitedToPersons { get; init; }

    /// <summary>For each contender in ballot order, whether it takes part; before any rule on admission, all do.</summary>
    public required ImmutableArray<bool> Admitted { get; init; }

    /// <summary>For each contender its seats.</summary>
    public required ImmutableArray<int> Seats { get; init; }

    /// <summary>The contenders that a rule has admitted or elected, by the rule's id.</summary>
    public IReadOnlyDictionary<string, int[]> ByRule { get; init; } = new Dictionary<string, int[]>();

    /// <summary>The votes that the latest division divided among the seats; nought before one.</summary>
    public long Divided { get; init; }

    /// <summary>For each contender its quotient in the latest division; empty before one.</summary>
    public ImmutableArray<Rational> Quotients { get; init; } = [];

    /// <summary>For each contender the factor on its quotient; empty before a division.</summary>
    public ImmutableArray<Rational> Factors { get; init; } = [];

    /// <summary>For each contender the least seats guaranteed to it.</summary>
    public ImmutableArray<int> Least { get; init; } = [];

    /// <summary>Whether a rule on remainders has awarded seats by the size of the remainder.</summary>
    public bool ByRemainder { get; init; }

    /// <summary>What the latest majority rule asked for, where one ran.</summary>
    public MajorityCertificate? Majority { get; init; }

    /// <summary>The certificate of the latest rule that shared out seats by divisors here, where one ran.</summary>
    public SharedByDivisor? Shared { get; init; }

    /// <summary>The open tie, if any.</summary>
    public Tie? Tie { get; init; }

    /// <summary>Lots that settled a tie in this evaluation.</summary>
    public ImmutableList<Lot> LotsUsed { get; init; } = [];

    /// <summary>How the evaluation ended, or nothing while it goes on.</summary>
    public Outcome? Ended { get; init; }

    /// <summary>Why it ended so, in one sentence.</summary>
    public string Because { get; init; } = "";

    /// <summary>The derivation so far.</summary>
    public ImmutableList<Step> Steps { get; init; } = [];

    /// <summary>Who takes the seats, after a rule on persons.</summary>
    public ImmutableList<PersonsOfList> Persons { get; init; } = [];

    /// <summary>Constituencies whose leaders the seats of their parties do not cover, after a rule on that.</summary>
    public ImmutableList<SeatNotCovered> NotCovered { get; init; } = [];

    /// <summary>How many contenders take part.</summary>
    public int AdmittedCount => Admitted.Count(a => a);

    /// <summary>The seats of the contest without those that were given before the others were shared out.</summary>
    public int SeatsToShare => ContestSeats - Apart.Sum();

    /// <summary>Seats not awarded yet and not held back by a tie.</summary>
    public int SeatsLeft => ContestSeats - Seats.Sum() - OpenTies.Sum(t => t.Seats);

    /// <summary>Where: a constituency, or the nation.</summary>
    public string Place => Tally.Unit;

    /// <summary>The constituencies of every level below, from above to below.</summary>
    public IEnumerable<Standing> Constituencies => Places.SelectMany(p => p.Constituencies.Prepend(p));

    /// <summary>The open ties, here and in the constituencies.</summary>
    public IEnumerable<Tie> OpenTies =>
        (Tie is { } own ? [own] : Enumerable.Empty<Tie>()).Concat(Places.SelectMany(p => p.OpenTies));

    /// <summary>For each contender the seats that are awarded here and in no constituency below.</summary>
    public ImmutableArray<int> Unplaced =>
        Places.IsEmpty ? Seats : [.. Seats.Select((s, i) => s - Places.Sum(p => p.Seats[i]))];

    /// <summary>The indices of the contenders that take part, in ballot order.</summary>
    public IEnumerable<int> AdmittedIndices => Enumerable.Range(0, Admitted.Length).Where(i => Admitted[i]);

    /// <summary>The id of a contender.</summary>
    public string Id(int index) => Tally.Contenders[index].Id;

    /// <summary>The name of a contender, for sentences.</summary>
    public string Name(int index) => Tally.Contenders[index].Name;

    /// <summary>The votes of a contender.</summary>
    public Count Votes(int index) => Tally.Contenders[index].Votes;

    /// <summary>The standing with the contenders that a rule has admitted or elected.</summary>
    public Standing Record(string rule, IEnumerable<int> contenders) =>
        this with
        {
            ByRule = new Dictionary<string, int[]>(ByRule, StringComparer.Ordinal) { [rule] = [.. contenders] },
        };

    /// <summary>
    /// For each contender the seats that an earlier rule of this contest, or an earlier contest, gave it here; nothing
    /// where neither has the name or the rule did not apply.
    /// </summary>
    public ImmutableArray<int>? SeatsFrom(string reference) =>
        SeatsBy.Of(reference) is { } own ? own
        : Earlier.TryGetValue(reference, out var table) ? [.. Tally.Contenders.Select(c => table.Of(Place, c.Id))]
        : null;

    /// <summary>Whether a list can take a further seat.</summary>
    public bool HasRoom(int index) =>
        !LimitedToPersons || Tally.Contenders[index].Persons is not { } persons || Seats[index] < persons;

    /// <summary>The standing in which these contenders take part, here and in every constituency.</summary>
    public Standing Admitting(ImmutableArray<bool> admitted) =>
        this with
        {
            Admitted = admitted,
            Places = Places.IsEmpty ? Places : [.. Places.Select(p => p.Admitting(admitted))],
        };

    /// <summary>The standing with other constituencies; the seats awarded above them stay.</summary>
    public Standing WithPlaces(IEnumerable<Standing> places)
    {
        var unplaced = Unplaced;
        ImmutableArray<Standing> after = [.. places];
        return this with
        {
            Places = after,
            Seats = [.. unplaced.Select((s, i) => s + after.Sum(p => p.Seats[i]))],
            LotsUsed = [.. LotsUsed.Concat(after.SelectMany(p => p.LotsUsed)).Distinct()],
        };
    }

    /// <summary>The size of a base.</summary>
    public Count SizeOf(BaseName name) =>
        name switch
        {
            BaseName.Registered => Tally.Registered,
            BaseName.ElectorsPresent => Tally.ElectorsPresent,
            BaseName.BallotsIssued => Tally.BallotsIssued,
            BaseName.BallotsInBox => Tally.BallotsInBox,
            BaseName.ValidVotes => Tally.ValidVotes(AgainstAll),
            BaseName.VotesForLists => Tally.VotesForLists,
            BaseName.VotesOfAdmitted => VotesOfAdmitted(),
            _ => ParticipantsMean is { } meant and not BaseName.Participants ? SizeOf(meant) : Count.NotReported,
        };

    /// <summary>The base that a name stands for, after the law's own definition of "took part".</summary>
    public BaseName Resolve(BaseName name) => name == BaseName.Participants ? ParticipantsMean ?? name : name;

    /// <summary>
    /// A contender's share of a base: exact from its votes, or between bounds from a published percentage of the same
    /// base; nothing where neither is known. A percentage published of those who took part, in the words of the act,
    /// answers a rule in the same words, whatever they are taken to mean.
    /// </summary>
    public ShareOf? ShareOf(int index, BaseName name)
    {
        if (Votes(index).Value is { } votes && SizeOf(name).Value is { } size and > 0)
        {
            return Law.ShareOf.Exactly(new Rational(votes, size));
        }

        var published = Tally.Contenders[index].PublishedShares;
        return published.TryGetValue(Resolve(name), out var same) ? same
            : Resolve(name) == ParticipantsMean && published.TryGetValue(BaseName.Participants, out var inItsWords)
                ? inItsWords
            : null;
    }

    /// <summary>The standing with a step appended, when steps are written.</summary>
    public Standing With(RuleEntry rule, Func<string> result, Func<StepTable>? table = null) =>
        Traced ? this with { Steps = Steps.Add(rule.ToStep(result()) with { Table = table?.Invoke() }) } : this;

    /// <summary>The standing ended.</summary>
    public Standing End(Outcome outcome, string because) => this with { Ended = outcome, Because = because };

    private Count VotesOfAdmitted()
    {
        long sum = 0;
        foreach (var index in AdmittedIndices)
        {
            if (Votes(index).Value is not { } votes)
            {
                return Count.NotReported;
            }

            sum += votes;
        }

        return new Count(sum);
    }
}
