using System.Collections.Immutable;
using System.Text.Json;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Golden;

public class SharedTransferTests
{
    private const string Scotland = "scotland-stv.json";
    private const string Rctab = "rctab-irv-stv.json";
    private const string WriteIns = "Undeclared Write-ins";

    public static TheoryData<string> Wards() => SharedFile.Ids(Scotland);

    public static TheoryData<string> Contests() => SharedFile.Ids(Rctab);

    [Theory]
    [MemberData(nameof(Wards))]
    public void Count_ScottishWard_HasEveryStageToFiveDecimals(string id)
    {
        var (input, expected) = SharedFile.Load(Scotland, id);
        var candidates = input.GetProperty("candidates").GetArrayLength();
        var builder = new RankedBallotsBuilder(candidates);
        foreach (var ballot in input.GetProperty("ballots").EnumerateArray())
        {
            builder.Add([.. ballot[0].EnumerateArray().Select(c => c.GetInt32() - 1)], ballot[1].GetInt64());
        }

        var result = TransferCount.Count(
            builder.Build(),
            TransferRules.Scottish(input.GetProperty("seats").GetInt32())
        );
        Assert.True(result.IsComplete);
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal(expected.GetProperty("quota").GetInt32(), result.Stages[0].Quota);
        Assert.Equal(
            expected.GetProperty("elected_order").EnumerateArray().Select(c => c.GetInt32() - 1),
            result.Elected
        );
        var stages = expected.GetProperty("stage_totals_1e-5").EnumerateArray().ToList();
        Assert.Equal(stages.Count, result.Stages.Length);
        foreach (var (wanted, stage) in stages.Zip(result.Stages))
        {
            Assert.Equal(
                Enumerable
                    .Range(0, candidates)
                    .Select(c =>
                        wanted.TryGetProperty($"{c + 1}", out var v)
                            ? new Rational(v.GetInt64(), 100_000)
                            : (Rational?)null
                    ),
                stage.Votes
            );
        }
    }

    [Theory]
    [MemberData(nameof(Contests))]
    public void Count_TabulatedContest_HasEveryRound(string id)
    {
        var (input, expected) = SharedFile.Load(Rctab, id);
        var rounds = expected.GetProperty("rounds").EnumerateArray().ToList();
        List<string> candidates = [.. input.GetProperty("candidates").EnumerateArray().Select(c => c.GetString()!)];
        if (rounds[0].GetProperty("tally").TryGetProperty(WriteIns, out _))
        {
            candidates.Add(WriteIns);
        }

        List<string> excluded = input.TryGetProperty("excluded_candidates", out var none)
            ? [.. none.EnumerateArray().Select(c => c.GetString()!)]
            : [];
        candidates.AddRange(excluded);
        var ballots = BallotsOf(input, candidates);
        var withdrawn = excluded.Select(c => candidates.IndexOf(c)).ToImmutableArray();
        var rules = RulesOf(input.GetProperty("rules"), candidates);
        CountResult result;
        if (input.TryGetProperty("pass_number", out var pass))
        {
            var seats = int.Parse(input.GetProperty("rules").GetProperty("numberOfWinners").GetString()!);
            result = TransferCount.CountInSequence(ballots, rules, seats, withdrawn)[pass.GetInt32() - 1];
        }
        else
        {
            // The peer draws with Java's generator; its draws are read from its report and recorded as lots.
            result = Draw(lots => TransferCount.Count(ballots, rules, withdrawn, lots), rounds, candidates);
        }

        Assert.True(result.IsComplete);
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal(
            expected.GetProperty("winners").EnumerateArray().Select(c => c.GetString()).Order(),
            result.Elected.Select(c => candidates[c]).Order()
        );
        Assert.Equal(rounds.Count, result.Stages.Length);
        foreach (var (round, stage) in rounds.Zip(result.Stages))
        {
            Assert.Equal(Rational.Parse(round.GetProperty("threshold").GetString()!), stage.Quota);
            Assert.Equal(
                round
                    .GetProperty("tally")
                    .EnumerateObject()
                    .Select(t => (t.Name, (Rational?)Rational.Parse(t.Value.GetString()!)))
                    .OrderBy(t => t.Name, StringComparer.Ordinal),
                candidates
                    .Select((c, i) => (c, stage.Votes[i]))
                    .Where(t => t.Item2 is not null)
                    .OrderBy(t => t.c, StringComparer.Ordinal)
            );
            Assert.Equal(Actions(round, "elected"), stage.Elected.Select(c => candidates[c]).Order());
            Assert.Equal(Actions(round, "eliminated"), stage.Excluded.Select(c => candidates[c]).Order());
            Assert.Equal(
                Transfers(round),
                stage
                    .Transfers.SelectMany(t => Moves(t, candidates))
                    .Where(t => t.Votes.Sign != 0)
                    .OrderBy(t => t.From + "/" + t.To, StringComparer.Ordinal)
            );
        }
    }

    private static CountResult Draw(
        Func<ImmutableArray<CandidateLot>, CountResult> count,
        List<JsonElement> rounds,
        List<string> candidates
    )
    {
        ImmutableArray<CandidateLot> lots = [];
        var result = count(lots);
        while (result.Tie is { } tie)
        {
            var kind = tie.Purpose == TiePurpose.Exclusion ? "eliminated" : "elected";
            var drawn = Actions(rounds[tie.Stage - 1], kind)
                .Select(c => candidates.IndexOf(c))
                .Single(tie.Among.Contains);
            lots = [.. lots, new CandidateLot(tie.Among, drawn)];
            result = count(lots);
        }

        return result;
    }

    private static IEnumerable<string> Actions(JsonElement round, string kind) =>
        round
            .GetProperty("actions")
            .EnumerateArray()
            .Where(a => a.TryGetProperty(kind, out _))
            .Select(a => a.GetProperty(kind).GetString()!)
            .Order();

    private static IEnumerable<(string From, string To, Rational Votes)> Transfers(JsonElement round) =>
        round
            .GetProperty("actions")
            .EnumerateArray()
            .SelectMany(a =>
                a.GetProperty("transfers")
                    .EnumerateObject()
                    .Select(t =>
                        (
                            From: (
                                a.TryGetProperty("elected", out var winner) ? winner : a.GetProperty("eliminated")
                            ).GetString()!,
                            To: t.Name,
                            Votes: Rational.Parse(t.Value.GetString()!)
                        )
                    )
            )
            .Where(t => t.Votes.Sign != 0)
            .OrderBy(t => t.From + "/" + t.To, StringComparer.Ordinal);

    private static IEnumerable<(string From, string To, Rational Votes)> Moves(
        VoteTransfer transfer,
        List<string> candidates
    ) =>
        [
            .. transfer.To.Select((v, c) => (candidates[transfer.From], candidates[c], v)),
            (candidates[transfer.From], "exhausted", transfer.NonTransferable),
            (candidates[transfer.From], "residual surplus", transfer.Loss),
        ];

    private static RankedBallots BallotsOf(JsonElement input, List<string> candidates)
    {
        var names = candidates.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);
        if (input.TryGetProperty("aliases", out var aliases))
        {
            foreach (var name in aliases.EnumerateObject())
            {
                foreach (var alias in name.Value.EnumerateArray())
                {
                    names[alias.GetString()!] = names[name.Name];
                }
            }
        }

        var builder = new RankedBallotsBuilder(candidates.Count);
        foreach (var ballot in input.GetProperty("ballots").EnumerateArray())
        {
            builder.AddMarked(ballot[0].EnumerateArray().Select(m => Rank(m.GetString()!)), ballot[1].GetInt64());
        }

        return builder.Build();

        IReadOnlyList<int> Rank(string mark) =>
            mark switch
            {
                "-" => [],
                "#overvote" => [RankedBallots.UnknownOvervote],
                _ => [.. mark.Split('|').Select(m => names[m])],
            };
    }

    private static TransferRules RulesOf(JsonElement rules, List<string> candidates)
    {
        var mode = rules.GetProperty("winnerElectionMode").GetString()!;
        var multiple = mode.StartsWith("multiWinner", StringComparison.Ordinal);
        var seats = Math.Max(1, Number("numberOfWinners") ?? 1);
        var decimals = Number("decimalPlacesForVoteArithmetic") ?? 0;
        var percent = mode == "bottomsUpUsingPercentageThreshold";
        var quotaDecimals = Is("nonIntegerWinningThreshold") ? decimals : 0;
        return new TransferRules
        {
            Seats = multiple || mode == "bottomsUp" ? seats : 1,
            Electing = mode switch
            {
                "multiWinnerAllowOnlyOneWinnerPerRound" => Electing.FirstAtQuota,
                "bottomsUp" => Electing.LastStanding,
                "bottomsUpUsingPercentageThreshold" => Electing.AllWhenAllAtQuota,
                _ => Electing.AllAtQuota,
            },
            Quota =
                percent ? ElectionQuota.Share(new Rational(Number("multiSeatBottomsUpPercentageThreshold")!.Value, 100))
                : Is("hareQuota") ? ElectionQuota.HareWith(quotaDecimals)
                : ElectionQuota.DroopWith(quotaDecimals),
            QuotaEachStage = !multiple && !Is("doesFirstRoundDetermineThreshold"),
            MinimumVotes = Number("minimumVoteThreshold") ?? 0,
            Surplus = multiple ? SurplusRule.Together : SurplusRule.None,
            Decimals = decimals,
            TransferValue = TransferValue.CutTwice,
            FinalTransfers = multiple,
            BatchExclusion = Is("batchElimination"),
            CutoffExclusion = Is("cutoffElimination"),
            UntilTwo = Is("continueUntilTwoCandidatesRemain"),
            StopAfter = Number("stopTabulationEarlyAfterRound"),
            WriteIn = candidates.Contains(WriteIns) ? candidates.IndexOf(WriteIns) : null,
            Ties = rules.GetProperty("tiebreakMode").GetString() switch
            {
                "useCandidateOrder" => [TieRule.CandidateOrder],
                "previousRoundCountsThenRandom" => [TieRule.LatestDifference, TieRule.Lot],
                _ => [TieRule.Lot],
            },
            Ballots = new BallotRules
            {
                Overvote = rules.GetProperty("overvoteRule").GetString() switch
                {
                    "exhaustImmediately" => OvervoteRule.Exhaust,
                    "alwaysSkipToNextRank" => OvervoteRule.Skip,
                    _ => OvervoteRule.ExhaustIfSeveralContinue,
                },
                SkippedRanksAllowed = Number("maxSkippedRanksAllowed"),
                RanksCounted = Number("maxRankingsAllowed"),
                ExhaustOnDuplicate = Is("exhaustOnDuplicateCandidate"),
            },
        };

        bool Is(string name) => rules.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.True;

        int? Number(string name) =>
            rules.TryGetProperty(name, out var v) && int.TryParse(v.ToString(), out var n) ? n : null;
    }
}
