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

    /// <summary>Whether steps are written. Searches that evaluate thousands of standings leave them out.</summary>
    public bool Traced { get; init; }

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

    /// <summary>How many contenders take part.</summary>
    public int AdmittedCount => Admitted.Count(a => a);

    /// <summary>Seats not awarded yet and not held back by a tie.</summary>
    public int SeatsLeft => ContestSeats - Seats.Sum() - (Tie?.Seats ?? 0);

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
