using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation.Plurality;

namespace Scrutineer.Allocation.Tests.Plurality;

/// <summary>Ballots with crosses: written by hand, and random ones.</summary>
internal static class Marked
{
    /// <summary>Ballots by hand.</summary>
    public static MarkedBallots Of(int candidates, params (int[] Marks, long Count)[] kinds) =>
        MarkedBallots.Of(candidates, kinds.Select(k => ((IReadOnlyList<int>)k.Marks, k.Count)));

    /// <summary>Random kinds of ballots for one to six candidates, with few of each so that many are tied.</summary>
    public static Arbitrary<(int Candidates, (int[] Marks, long Count)[] Kinds)> Any { get; } =
        Gen.Choose(1, 6)
            .SelectMany(candidates => Gen.ArrayOf(Kind(candidates)).Select(kinds => (candidates, kinds)))
            .ToArbitrary();

    private static Gen<(int[] Marks, long Count)> Kind(int candidates) =>
        from crosses in Gen.ArrayOf(Gen.Elements(true, false), candidates)
        from count in Gen.Frequency((4, Gen.Choose(0, 5)), (1, Gen.Choose(0, 1_000_000)))
        select (Enumerable.Range(0, candidates).Where(c => crosses[c]).ToArray(), (long)count);
}
