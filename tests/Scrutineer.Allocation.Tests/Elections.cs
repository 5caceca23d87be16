using FsCheck;
using FsCheck.Fluent;

namespace Scrutineer.Allocation.Tests;

/// <summary>A random election of the properties.</summary>
public sealed record RandomElection(long[] Votes, int Seats)
{
    public override string ToString() => $"[{string.Join(", ", Votes)}] for {Seats} seats";
}

/// <summary>Random elections, and the way the properties run: always the same cases, so that the gate cannot waver.</summary>
internal static class Elections
{
    /// <summary>Small numbers make ties, large ones reach the wide arithmetic, noughts are lists without votes.</summary>
    private static readonly Gen<long> Vote = Gen.Frequency(
        (6, Gen.Choose(0, 12).Select(v => (long)v)),
        (6, Gen.Choose(1, 1_000).Select(v => (long)v)),
        (4, Gen.Choose(1, 20_000_000).Select(v => (long)v)),
        (1, Gen.Choose(1, int.MaxValue).Select(v => v * 60_000_000L)),
        (1, Gen.Constant(0L))
    );

    private static readonly Gen<long[]> AnyVotes = Gen.Choose(1, 9).SelectMany(n => Gen.ArrayOf(Vote, n));

    /// <summary>Lists of like size, of which many are tied or nearly so.</summary>
    private static readonly Gen<long[]> CloseVotes = Gen.Choose(2, 9)
        .SelectMany(n => Gen.ArrayOf(Gen.Choose(1_000_000, 1_000_003).Select(v => (long)v), n));

    public static Arbitrary<RandomElection> Any { get; } =
        Gen.Frequency((4, AnyVotes), (1, CloseVotes))
            .Where(v => v.Any(x => x > 0))
            .SelectMany(v => Gen.Choose(1, 40).Select(s => new RandomElection(v, s)))
            .ToArbitrary();

    public static void ForAll(Action<RandomElection> property, int cases = 500) =>
        Prop.ForAll(Any, property).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20210110, 97));

    /// <summary>The result, or null where the method has none; a result is always verified.</summary>
    public static Apportionment? Solve(AllocationMethod method, long[] votes, int seats)
    {
        var result = method.Apportion(votes, seats);
        if (result.Succeeded)
        {
            Assert.Empty(Verifier.Verify(result.Apportionment).Objections);
        }

        return result.Apportionment;
    }

    public static void AssertEqual((int[] Seats, int[] Tied, int TiedSeats) expected, Apportionment actual)
    {
        Assert.Equal(expected.Seats, actual.Seats);
        Assert.Equal(expected.Tied, actual.Tie is null ? [] : actual.Tie.Among.ToArray());
        Assert.Equal(expected.TiedSeats, actual.Tie?.Seats ?? 0);
    }
}
