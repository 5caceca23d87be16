using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation;
using Scrutineer.Results.Powers;

namespace Scrutineer.Tests.Results.Powers;

public sealed class WeightedVoteTests
{
    /// <summary>
    /// Mazhilis 2023, two thirds of 98, by hand: Amanat with 62 needs one of six others and the others cannot pass 66
    /// together. It turns 63 coalitions of others, all but the empty one; each other turns one, Amanat alone. In an order
    /// Amanat decides unless it stands first: 6 of 7 times.
    /// </summary>
    [Fact]
    public void Indices_TwoThirdsOfMazhilis2023_AsWorkedByHand()
    {
        var vote = new WeightedVote(66, [62, 8, 7, 6, 6, 5, 4]);
        Assert.Equal([0L, 6, 15, 20, 15, 6, 1], vote.SwingsBySize(0));
        Assert.Equal([0L, 1, 0, 0, 0, 0, 0], vote.SwingsBySize(6));
        Assert.Equal(new Rational(6, 7), WeightedVote.ShapleyShubik(vote.SwingsBySize(0)));
        Assert.Equal(new Rational(1, 42), WeightedVote.ShapleyShubik(vote.SwingsBySize(3)));
        Assert.True(vote.HasVeto(0));
        Assert.False(vote.DecidesAlone(0));
        Assert.False(vote.HasVeto(1));
        Assert.Equal(6, vote.MinimalCount());
        Assert.Equal([0, 1], vote.Minimal(10)[0]);
    }

    /// <summary>
    /// The Council of the European Economic Community from 1958, 12 of 17 votes: Luxembourg's one vote never decided, the
    /// indices of the others are those of the literature: Shapley–Shubik 14/60 and 9/60 (Felsenthal and Machover 1998, §5.3).
    /// </summary>
    [Fact]
    public void Indices_CouncilOf1958_AreThoseOfTheLiterature()
    {
        var vote = new WeightedVote(12, [4, 4, 4, 2, 2, 1]);
        long[] swings = [.. Enumerable.Range(0, 6).Select(i => vote.SwingsBySize(i).Sum())];
        Assert.Equal([10L, 10, 10, 6, 6, 0], swings);
        Assert.Equal(
            [
                new Rational(14, 60),
                new Rational(14, 60),
                new Rational(14, 60),
                new Rational(9, 60),
                new Rational(9, 60),
                0,
            ],
            Enumerable.Range(0, 6).Select(i => WeightedVote.ShapleyShubik(vote.SwingsBySize(i)))
        );
        Assert.Equal(4, vote.MinimalCount());
    }

    [Fact]
    public void MinimalAndSwings_AllTogetherTooFew_AreNone()
    {
        var vote = new WeightedVote(10, [4, 3]);
        Assert.False(vote.CanPass);
        Assert.False(vote.HasVeto(0));
        Assert.Equal(0, vote.MinimalCount());
        Assert.Empty(vote.Minimal(5));
        Assert.All([0, 1], i => Assert.Equal(0, vote.SwingsBySize(i).Sum()));
    }

    /// <summary>Sixty blocs of one seat, thirty-one needed: each turns the coalitions of thirty of the other 59.</summary>
    [Fact]
    public void SwingsBySize_SixtyEquals_AreCountedExactly()
    {
        var vote = new WeightedVote(31, [.. Enumerable.Repeat(1, 60)]);
        Assert.Equal(59_132_290_782_430_712, vote.SwingsBySize(17).Sum());
        Assert.Equal(new Rational(1, 60), WeightedVote.ShapleyShubik(vote.SwingsBySize(17)));
        Assert.Equal(40, vote.Minimal(40).Count);
    }

    [Fact]
    public void Constructor_WhatNoVoteIs_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedVote(0, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedVote(1, [-1]));
        Assert.Throws<ArgumentException>(() => new WeightedVote(1, [.. Enumerable.Repeat(1, 61)]));
    }

    /// <summary>Every count is that of going through all coalitions, and all orders, one by one.</summary>
    [Fact]
    public void Counts_RandomHouses_AreThoseOfEnumeration() =>
        Check((needed, seats, vote) => Enumerated(needed, seats, vote));

    /// <summary>
    /// The indices of Shapley and Shubik sum to one where all together are enough, equals have equal ones, more seats never
    /// less, and a bloc without seats has none.
    /// </summary>
    [Fact]
    public void Indices_RandomHouses_KeepTheirAxioms() =>
        Check(
            (_, seats, vote) =>
            {
                var indices = seats.Select((_, i) => WeightedVote.ShapleyShubik(vote.SwingsBySize(i))).ToList();
                var sum = indices.Aggregate(Rational.Zero, (a, b) => a + b);
                Assert.Equal(vote.CanPass ? Rational.One : Rational.Zero, sum);
                foreach (var (i, own) in seats.Index())
                {
                    Assert.True(own > 0 || indices[i].Sign == 0);
                    foreach (var (j, other) in seats.Index())
                    {
                        Assert.True(own < other || indices[i] >= indices[j]);
                    }
                }
            }
        );

    private static void Check(Action<int, int[], WeightedVote> holds) =>
        Prop.ForAll(
                Gen.Choose(0, 12).NonEmptyListOf().Where(s => s.Count <= 7).ToArbitrary(),
                Gen.Choose(1, 40).ToArbitrary(),
                (seats, needed) => holds(needed, [.. seats], new WeightedVote(needed, [.. seats]))
            )
            .QuickCheckThrowOnFailure();

    private static void Enumerated(int needed, int[] seats, WeightedVote vote)
    {
        int Held(int coalition) => seats.Where((_, i) => (coalition >> i & 1) == 1).Sum();
        var all = Enumerable.Range(0, 1 << seats.Length).ToList();
        for (var i = 0; i < seats.Length; i++)
        {
            var swings = all.Where(c => (c >> i & 1) == 0 && Held(c) < needed && Held(c | 1 << i) >= needed).ToList();
            Assert.Equal(
                Enumerable
                    .Range(0, seats.Length)
                    .Select(n => swings.LongCount(c => BitOperations.PopCount((uint)c) == n)),
                vote.SwingsBySize(i)
            );
        }

        var minimal = all.Where(c =>
                Held(c) >= needed
                && Enumerable.Range(0, seats.Length).All(i => (c >> i & 1) == 0 || Held(c & ~(1 << i)) < needed)
            )
            .ToHashSet();
        Assert.Equal(minimal.Count, vote.MinimalCount());
        var listed = vote.Minimal(int.MaxValue).Select(m => m.Sum(i => 1 << i)).ToList();
        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Equal(minimal, listed.ToHashSet());

        var orders = Orders([.. Enumerable.Range(0, Math.Min(seats.Length, 6))]).ToList();
        if (seats.Length <= 6)
        {
            for (var i = 0; i < seats.Length; i++)
            {
                var decides = orders.Count(order =>
                    order.TakeWhile(o => o != i).Sum(o => seats[o]) is var held
                    && held < needed
                    && held + seats[i] >= needed
                );
                Assert.Equal(new Rational(decides, orders.Count), WeightedVote.ShapleyShubik(vote.SwingsBySize(i)));
            }
        }
    }

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 0
            ?
            [
                [],
            ]
            : items.SelectMany(first =>
                Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest])
            );
}
