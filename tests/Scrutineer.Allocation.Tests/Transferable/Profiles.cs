using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Transferable;

/// <summary>A random profile of ballots.</summary>
public sealed record RandomProfile(RankedBallots Ballots, int Seats)
{
    public override string ToString() =>
        $"{Seats} of {Ballots.Candidates}: "
        + string.Join(
            "; ",
            Enumerable
                .Range(0, Ballots.Kinds)
                .Select(k =>
                    $"{Ballots.CountOf(k)}×{string.Join('>', Ballots.RanksOf(k).Select(r => string.Join('=', r)))}"
                )
        );
}

/// <summary>Random profiles, and profiles written by hand.</summary>
internal static class Profiles
{
    /// <summary>Rankings without repetition, cut anywhere.</summary>
    public static Arbitrary<RandomProfile> Clean { get; } = Of(clean: true).ToArbitrary();

    /// <summary>Ranks skipped, overvoted and repeated.</summary>
    public static Arbitrary<RandomProfile> Marked { get; } = Of(clean: false).ToArbitrary();

    public static void ForAll(Arbitrary<RandomProfile> profiles, Action<RandomProfile> property, int cases = 300) =>
        Prop.ForAll(profiles, property).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20210110, 97));

    /// <summary>Ballots written as letters: <c>("ACB", 3)</c> is three ballots for A, then C, then B.</summary>
    public static RankedBallots Letters(int candidates, params (string Ranking, long Count)[] ballots)
    {
        var builder = new RankedBallotsBuilder(candidates);
        foreach (var (ranking, count) in ballots)
        {
            builder.Add([.. ranking.Select(c => c - 'A')], count);
        }

        return builder.Build();
    }

    /// <summary>Counts with lots drawn for the first, until no tie is left.</summary>
    public static CountResult Draw(RankedBallots ballots, TransferRules rules)
    {
        System.Collections.Immutable.ImmutableArray<CandidateLot> lots = [];
        var result = TransferCount.Count(ballots, rules);
        while (result.Tie is { } tie)
        {
            Assert.Empty(Verifier.Verify(result).Objections);
            lots = [.. lots, new CandidateLot(tie.Among, tie.Among[lots.Length % tie.Among.Length])];
            result = TransferCount.Count(ballots, rules, lots: lots);
        }

        return result;
    }

    private static Gen<RandomProfile> Of(bool clean) =>
        from candidates in Gen.Choose(1, 6)
        from seats in Gen.Choose(1, 3)
        from kinds in Gen.Choose(0, 12)
        from ballots in Gen.ArrayOf(Ballot(candidates, clean), kinds)
        select Build(candidates, seats, ballots);

    private static Gen<(int[][] Ranks, int Count)> Ballot(int candidates, bool clean) =>
        from order in Gen.Shuffle(Enumerable.Range(0, candidates).ToArray())
        from length in Gen.Choose(0, candidates)
        from noise in Gen.ArrayOf(Gen.Choose(0, 9), candidates)
        from count in Gen.Frequency((3, Gen.Choose(1, 4)), (1, Gen.Choose(1, 40)))
        select (order.Take(length).Select((c, i) => clean ? [c] : Mark(c, order[0], noise[i])).ToArray(), count);

    private static int[] Mark(int candidate, int first, int noise) =>
        noise switch
        {
            0 => [],
            1 => [candidate, first],
            2 => [RankedBallots.UnknownOvervote],
            3 => [first],
            _ => [candidate],
        };

    private static RandomProfile Build(int candidates, int seats, (int[][] Ranks, int Count)[] ballots)
    {
        var builder = new RankedBallotsBuilder(candidates);
        foreach (var (ranks, count) in ballots)
        {
            builder.AddMarked(ranks, count);
        }

        return new RandomProfile(builder.Build(), seats);
    }
}
