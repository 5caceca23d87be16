using System.Collections.Immutable;
using System.Text.Json;
using Scrutineer.Allocation.Pairwise;
using Scrutineer.Allocation.Plurality;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Golden;

/// <summary>Candidates elected from ballots: cases of another library, and of real elections.</summary>
public class SharedVotingTests
{
    private const string Stv = "votelib-stv.json";
    private const string Real = "votelib-real.json";

    public static TheoryData<string> RunoffCases() =>
        SharedFile.Some(Stv, "votelib-stv-003", "votelib-stv-004", "votelib-stv-005", "votelib-stv-006");

    [Theory]
    [MemberData(nameof(RunoffCases))]
    public void Count_InstantRunoff_IsAsExpected(string id)
    {
        var (input, expected) = SharedFile.Load(Stv, id);
        var ballots = new NamedBallots(input.GetProperty("ballots"));
        Assert.Equal([expected.GetProperty("winner").GetString()!], Runoff(ballots));
    }

    [Fact]
    public void Count_ContingentVote_KeepsTwo()
    {
        var (input, expected) = SharedFile.Load(Stv, "votelib-stv-010");
        var ballots = new NamedBallots(input.GetProperty("ballots"));
        var result = TransferCount.Count(
            ballots.Ranked(),
            TransferRules.InstantRunoff with
            {
                KeptAfterFirst = input.GetProperty("retain").GetInt32(),
            }
        );
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal([expected.GetProperty("winner").GetString()!], ballots.Names(result.Elected));
        var last = result.Stages[^1].Votes;
        Assert.Equal(
            expected.GetProperty("finalists").EnumerateArray().Select(f => f.GetString()!),
            ballots.Names(Enumerable.Range(0, last.Length).Where(c => last[c] is not null))
        );
    }

    [Fact]
    public void Winners_PairsAndExclusion_AreAsExpected()
    {
        var (input, expected) = SharedFile.Load(Stv, "votelib-stv-012");
        var ballots = new NamedBallots(input.GetProperty("ballots"));
        var ranked = ballots.Ranked();
        AssertWinner(expected, "tideman_alternative", ballots, EliminationMethods.TidemanAlternative(ranked));
        AssertWinner(expected, "smith_irv", ballots, EliminationMethods.SmithRunoff(ranked));
        AssertWinner(expected, "benham", ballots, EliminationMethods.Benham(ranked));
    }

    [Fact]
    public void Baldwin_SharedCase_IsAsExpected()
    {
        var (input, expected) = SharedFile.Load(Stv, "votelib-stv-014");
        var ballots = new NamedBallots(input.GetProperty("ballots"));
        AssertWinner(expected, "winner", ballots, EliminationMethods.Baldwin(ballots.Ranked()));
        AssertWinner(
            expected,
            "winner_reversed_ballots",
            ballots,
            EliminationMethods.Baldwin(ballots.Ranked(reversed: true))
        );
    }

    [Fact]
    public void Winners_PairwiseMethods_AreAsExpected()
    {
        var (input, expected) = SharedFile.Load(Stv, "votelib-stv-015");
        var ballots = new NamedBallots(input.GetProperty("ballots"));
        var table = PairwiseTable.Of(ballots.Ranked());
        foreach (var method in expected.GetProperty("winner_by_method").EnumerateObject())
        {
            Assert.Equal(
                method.Value.EnumerateArray().Select(w => w.GetString()!),
                ballots.Names(Winners(table, method.Name))
            );
        }

        Assert.Equal([expected.GetProperty("irv").GetString()!], Runoff(ballots));
    }

    [Fact]
    public void Winners_Burlington2009_DependOnTheMethod()
    {
        var (input, expected) = SharedFile.Load(Real, "votelib-real-burlington-2009");
        var ballots = new NamedBallots(input.GetProperty("ballots"));
        var ranked = ballots.Ranked();
        var table = PairwiseTable.Of(ranked);
        var first = new long[ballots.Candidates.Count];
        foreach (var (candidates, count) in ballots.Kinds)
        {
            first[candidates[0]] += count;
        }

        var plurality = PluralityRules.SingleMember.Elect(first);
        Assert.Empty(Verifier.Verify(plurality).Objections);
        AssertWinner(expected, "plurality", ballots, plurality.Elected);
        AssertWinner(expected, "bucklin", ballots, EliminationMethods.Bucklin(ranked));
        AssertWinner(expected, "condorcet", ballots, [table.CondorcetWinner()!.Value]);
        Assert.Equal([expected.GetProperty("irv").GetString()!], Runoff(ballots));
        foreach (var method in expected.GetProperty("condorcet_methods_agreeing").EnumerateArray())
        {
            AssertWinner(expected, "condorcet", ballots, Winners(table, method.GetString()!));
        }
    }

    [Fact]
    public void Count_Ireland1990_HasBothCounts()
    {
        var (input, expected) = SharedFile.Load(Real, "votelib-real-ie-pres-1990");
        var ballots = new NamedBallots(input.GetProperty("ballots"));
        var result = TransferCount.Count(ballots.Ranked(), TransferRules.InstantRunoff);
        Assert.Empty(Verifier.Verify(result).Objections);
        AssertWinner(expected, "winner", ballots, result.Elected);
        Assert.Equal(2, result.Stages.Length);
        foreach (var votes in expected.GetProperty("first_count").EnumerateObject())
        {
            Assert.Equal(votes.Value.GetInt64(), result.Stages[0].Votes[ballots.Candidates.IndexOf(votes.Name)]);
        }

        var final = expected.GetProperty("final");
        var lost = result.Stages[0].Transfers.Single().NonTransferable;
        Assert.Equal(final.GetProperty("non_transferable").GetInt64(), lost);
        foreach (var name in new[] { "Mary Robinson", "Brian Lenihan" })
        {
            Assert.Equal(final.GetProperty(name).GetInt64(), result.Stages[1].Votes[ballots.Candidates.IndexOf(name)]);
        }
    }

    [Fact]
    public void First_CzechSenate2018_NamesTheTwoOfTheSecondRound()
    {
        var (input, expected) = SharedFile.Load(Real, "votelib-real-cz-senate-2018-68");
        var (names, votes) = SharedFile.Votes(input.GetProperty("votes"));
        var result = RunoffRules.TopTwo.First(votes);
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal(JsonValueKind.Null, expected.GetProperty("winner").ValueKind);
        Assert.Null(result.Winner);
        Assert.Equal(
            expected.GetProperty("runoff").EnumerateArray().Select(r => r.GetString()!),
            result.Standing.Select(c => names[c])
        );
    }

    [Fact]
    public void Elect_Mexico2018_HasThePresident()
    {
        var (input, expected) = SharedFile.Load(Real, "votelib-real-mx-pres-2018");
        var (names, votes) = SharedFile.Votes(input.GetProperty("votes"));
        var result = PluralityRules.SingleMember.Elect(votes);
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal(expected.GetProperty("winner").GetString(), names[result.Elected.Single()]);
    }

    private static IEnumerable<string> Runoff(NamedBallots ballots)
    {
        var result = TransferCount.Count(ballots.Ranked(), TransferRules.InstantRunoff);
        Assert.True(result.IsComplete);
        Assert.Empty(Verifier.Verify(result).Objections);
        return ballots.Names(result.Elected);
    }

    private static ImmutableArray<int> Winners(PairwiseTable table, string method) =>
        method switch
        {
            "rankedpairs_winvotes" => PairwiseMethods.RankedPairs(table, DefeatStrength.WinningVotes)!.Value,
            "rankedpairs_margins" => PairwiseMethods.RankedPairs(table, DefeatStrength.Margins)!.Value,
            "rankedpairs_pwo" => PairwiseMethods.RankedPairs(table, DefeatStrength.Opposition)!.Value,
            "copeland_2o" => PairwiseMethods.Copeland(table, secondOrder: true),
            "copeland_raw" => PairwiseMethods.Copeland(table),
            "schulze" => PairwiseMethods.Schulze(table),
            "kemeny_young" => PairwiseMethods.KemenyYoung(table),
            "minimax_winvotes" => PairwiseMethods.Minimax(table, DefeatStrength.WinningVotes),
            "minimax_margins" => PairwiseMethods.Minimax(table, DefeatStrength.Margins),
            "minimax_pwo" => PairwiseMethods.Minimax(table, DefeatStrength.Opposition),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "unknown method"),
        };

    private static void AssertWinner(
        JsonElement expected,
        string name,
        NamedBallots ballots,
        IEnumerable<int> winners
    ) => Assert.Equal([expected.GetProperty(name).GetString()!], ballots.Names(winners));
}
