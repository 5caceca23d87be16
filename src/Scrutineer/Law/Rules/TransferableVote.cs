using System.Collections.Immutable;
using Scrutineer.Allocation.Transferable;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using CountTie = Scrutineer.Allocation.Transferable.TieRule;

namespace Scrutineer.Law.Rules;

/// <summary>The quota of a count of ranked ballots.</summary>
public enum TransferQuota
{
    /// <summary>Valid ballots ÷ (seats + 1), rounded down, plus one.</summary>
    Droop,

    /// <summary>Valid ballots ÷ (seats + 1), exact.</summary>
    HagenbachBischoff,

    /// <summary>Valid ballots ÷ seats, a fraction going up.</summary>
    Hare,
}

/// <summary>
/// The single transferable vote: who has the quota is elected and passes on the surplus of all ballots in proportion; where
/// nobody has one, the last is excluded and all its ballots pass on.
/// </summary>
public sealed record TransferableVote : Rule
{
    /// <summary>The quota.</summary>
    [Field("quota", "The votes that elect.", Required = true)]
    public TransferQuota Quota { get; init; }

    /// <summary>Decimals.</summary>
    [Field("decimals", "After how many decimals transfer values are cut off; exact where nothing is said.")]
    public int? Decimals { get; init; }

    /// <summary>Surpluses.</summary>
    [Field("surplus", "How surpluses are transferred.", Required = true)]
    public SurplusRule Surplus { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal votes are decided, tried in this order.")]
    public IReadOnlyList<CountTie> Tie { get; init; } = [];

    /// <inheritdoc/>
    public override bool AwardsSeats => true;

    /// <inheritdoc/>
    protected override string Words() =>
        $"A candidate with the quota, valid ballots {Formula()}, is elected"
        + Surplus switch
        {
            SurplusRule.None => "; surpluses are not transferred",
            SurplusRule.Together => "; all surpluses are transferred together",
            _ => "; surpluses are transferred one by one, the largest first",
        }
        + (Surplus == SurplusRule.None ? "" : ", every ballot going on at its value times surplus over votes")
        + (Decimals is { } decimals ? $", cut off after {decimals} decimals" : "")
        + "; where there is none, the candidate with fewest votes is excluded and the ballots go on as they are"
        + (
            Tie.Count == 0
                ? ""
                : $"; equal votes: {string.Join(", then ", Tie.Select(t => t switch { CountTie.LatestDifference => "the latest stage at which they differed", CountTie.EarliestDifference => "the first stage at which they differed", CountTie.CandidateOrder => "the order of the ballot paper", _ => "a lot" }))}"
        )
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (standing.Tally.Ballots.Count == 0 || standing.ContestSeats == 0)
        {
            const string Missing =
                "The count cannot be made: the dossier has no ranked ballots, or no number of seats.";
            return standing.With(entry, () => Missing).End(Outcome.Unknown, Missing);
        }

        if (Disagreeing(standing) is { } disagreeing)
        {
            return standing.With(entry, () => disagreeing).End(Outcome.Invalid, disagreeing);
        }

        var builder = new RankedBallotsBuilder(standing.Seats.Length);
        foreach (var ballot in standing.Tally.Ballots)
        {
            builder.Add([.. ballot.Ranking], ballot.Count);
        }

        var result = TransferCount.Count(
            builder.Build(),
            new TransferRules
            {
                Seats = standing.ContestSeats,
                Quota = Of(Quota),
                Decimals = Decimals,
                Surplus = Surplus,
                QuotaEachStage = Surplus == SurplusRule.None,
                Ties = [.. Tie],
            },
            lots: [.. Lots(standing, entry)]
        );
        if (result.Problem is { } problem)
        {
            return standing.With(entry, () => problem.Message).End(Outcome.NoDistribution, problem.Message);
        }

        var elected = result.Elected.ToList();
        var after = standing with
        {
            Seats = [.. standing.Seats.Select((s, i) => s + (elected.Contains(i) ? 1 : 0))],
            LotsUsed = standing.LotsUsed.AddRange(
                standing.Lots.Where(l =>
                    l.Rule == entry.Id
                    && result.Stages.Any(s =>
                        s.Ties.Any(t => t.By == CountTie.Lot && Names(standing, t.Tie.Among).SetEquals(l.Among))
                    )
                )
            ),
        };
        if (result.Tie is { } equal)
        {
            var tie = new Evaluation.Tie(
                [.. equal.Among.Select(standing.Id)],
                after.SeatsLeft,
                entry.Id,
                $"they have equal votes at stage {equal.Stage} ({(equal.Purpose == TiePurpose.Exclusion ? "one is to be excluded" : "one goes first")}), and no lot is recorded"
            )
            {
                Names = [.. equal.Among.Select(standing.Name)],
                Place = standing.Tally.Level == Tally.Nation ? null : standing.Place,
            };
            var open = $"A lot is needed between {Shown.Row(tie.Names)}: {tie.Because}.";
            return (after with { Tie = tie })
                .With(entry, () => open, () => Stages(standing, result))
                .End(Outcome.Tied, open);
        }

        return after.With(
            entry,
            () =>
                $"Quota {Shown.Decimal(result.Stages[0].Quota, Decimals ?? 4)} of {Shown.Whole(result.Ballots.Count)} ballots; elected in this order: {Shown.Row(elected.Select(standing.Name))}.",
            () => Stages(standing, result)
        );
    }

    /// <summary>The published first preferences, where they are known, are those of the ballots.</summary>
    private static string? Disagreeing(Standing standing)
    {
        var first = new long[standing.Seats.Length];
        foreach (var ballot in standing.Tally.Ballots.Where(b => b.Ranking.Count > 0))
        {
            first[ballot.Ranking[0]] += ballot.Count;
        }

        return Enumerable
            .Range(0, first.Length)
            .Where(i => standing.Votes(i).Value is { } published && published != first[i])
            .Select(i =>
                $"The ballots hold {Shown.Whole(first[i])} first preferences for {standing.Name(i)} and the results {Shown.Whole(standing.Votes(i))}."
            )
            .FirstOrDefault();
    }

    private static IEnumerable<CandidateLot> Lots(Standing standing, RuleEntry entry)
    {
        int Position(string id) => standing.Tally.Contenders.Select(c => c.Id).ToList().IndexOf(id);
        return standing
            .Lots.Where(l => l.Rule == entry.Id && l.Drawn.Count > 0 && IsHere(standing, l))
            .Select(l => new CandidateLot([.. l.Among.Select(Position).Order()], Position(l.Drawn[0])));
    }

    private static bool IsHere(Standing standing, Evaluation.Lot lot) =>
        lot.Place is null || string.Equals(lot.Place, standing.Place, StringComparison.Ordinal);

    private static HashSet<string> Names(Standing standing, ImmutableArray<int> among) =>
        among.Select(standing.Id).ToHashSet(StringComparer.Ordinal);

    private StepTable Stages(Standing standing, CountResult result) =>
        new(
            [.. result.Stages.Select(s => $"stage {s.Number}")],
            [
                .. Enumerable
                    .Range(0, standing.Seats.Length)
                    .Select(i => new StepRow(
                        standing.Id(i),
                        [
                            .. result.Stages.Select(s =>
                                s.Votes[i] is { } votes ? Shown.Decimal(votes, Decimals ?? 4) : "–"
                            ),
                        ]
                    )),
            ]
        );

    private string Formula() =>
        Quota switch
        {
            TransferQuota.Hare => "divided by the seats, a fraction going up",
            TransferQuota.HagenbachBischoff => "divided by the seats and one more, not rounded",
            _ => "divided by the seats and one more, rounded down, plus one",
        };

    private static ElectionQuota Of(TransferQuota quota) =>
        quota switch
        {
            TransferQuota.Hare => ElectionQuota.Hare,
            TransferQuota.HagenbachBischoff => ElectionQuota.HagenbachBischoff,
            _ => ElectionQuota.Droop,
        };
}
