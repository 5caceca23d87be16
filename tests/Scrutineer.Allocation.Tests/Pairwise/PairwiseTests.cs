using Scrutineer.Allocation.Pairwise;
using Scrutineer.Allocation.Tests.Oracle;
using Scrutineer.Allocation.Tests.Transferable;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Pairwise;

public class PairwiseTests
{
    // The election of a capital by the voters of four towns of Tennessee, the usual textbook example: A Memphis,
    // B Nashville, C Chattanooga, D Knoxville.
    private static readonly RankedBallots Tennessee = Profiles.Letters(
        4,
        ("ABCD", 42),
        ("BCDA", 26),
        ("CDBA", 15),
        ("DCBA", 17)
    );

    // Schulze, "A new monotonic, clone-independent, reversal symmetric, and condorcet-consistent single-winner election
    // method", Social Choice and Welfare 36 (2011), example 1 of 45 voters: E wins.
    private static readonly RankedBallots Schulze2011 = Profiles.Letters(
        5,
        ("ACBED", 5),
        ("ADECB", 5),
        ("BEDAC", 8),
        ("CABED", 3),
        ("CAEBD", 7),
        ("CBADE", 2),
        ("DCEBA", 7),
        ("EBADC", 8)
    );

    [Fact]
    public void Winners_Tennessee_IsTheOneWhoBeatsAll()
    {
        var table = PairwiseTable.Of(Tennessee);
        Assert.Equal((58, 42), (table[1, 0], table[0, 1]));
        Assert.Equal((68, 32), (table[1, 2], table[2, 1]));
        Assert.Equal(1, table.CondorcetWinner());
        Assert.Equal([1], table.SmithSet());
        Assert.Equal([3], TransferCount.Count(Tennessee, TransferRules.InstantRunoff).Elected);
    }

    [Fact]
    public void Schulze_ExampleOfThePaper_IsE()
    {
        var table = PairwiseTable.Of(Schulze2011);
        Assert.Null(table.CondorcetWinner());
        Assert.Equal((20, 26, 30, 22), (table[0, 1], table[0, 2], table[0, 3], table[0, 4]));
        Assert.Equal([4], PairwiseMethods.Schulze(table));
    }

    [Fact]
    public void Winners_Cycle_AreAllTied()
    {
        var ballots = Profiles.Letters(3, ("ABC", 1), ("BCA", 1), ("CAB", 1));
        var table = PairwiseTable.Of(ballots);
        Assert.Null(table.CondorcetWinner());
        Assert.Equal([0, 1, 2], table.SmithSet());
        Assert.Equal([0, 1, 2], PairwiseMethods.RankedPairs(table, DefeatStrength.Margins)!.Value);
        Assert.Equal([0, 1, 2], PairwiseMethods.Copeland(table, secondOrder: true));
        Assert.Equal([0, 1, 2], EliminationMethods.Benham(ballots));
    }

    [Fact]
    public void RankedPairs_EqualDefeatsOfMany_IsNotGuessed()
    {
        // Eleven candidates in a ring, each beating the five after him, all by two votes (McGarvey's ballots).
        var all = Enumerable.Range(0, 11).ToArray();
        var builder = new RankedBallotsBuilder(11);
        foreach (var winner in all)
        {
            foreach (var loser in Enumerable.Range(winner + 1, 5).Select(c => c % 11))
            {
                int[] others = [.. all.Where(c => c != winner && c != loser)];
                builder.Add([winner, loser, .. others]);
                builder.Add([.. others.AsEnumerable().Reverse(), winner, loser]);
            }
        }

        Assert.Null(PairwiseMethods.RankedPairs(PairwiseTable.Of(builder.Build()), DefeatStrength.Margins));
    }

    [Fact]
    public void Winners_TooManyCandidates_AreMisuse()
    {
        var ballots = new RankedBallotsBuilder(PairwiseMethods.MostCandidates + 1).Build();
        Assert.Throws<ArgumentException>(() => PairwiseMethods.KemenyYoung(PairwiseTable.Of(ballots)));
        Assert.Throws<ArgumentException>(() => EliminationMethods.Benham(ballots));
        Assert.Equal(ballots.Candidates, PairwiseMethods.Schulze(PairwiseTable.Of(ballots)).Length);
    }

    [Fact]
    public void Table_AnyProfile_AgreesWithEveryBallot() =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var table = PairwiseTable.Of(p.Ballots);
                foreach (var a in Enumerable.Range(0, table.Candidates))
                {
                    foreach (var b in Enumerable.Range(0, table.Candidates).Where(b => b != a))
                    {
                        Assert.Equal(NaivePairwise.Preferring(p.Ballots, a, b), table[a, b]);
                    }
                }

                Assert.Equal(NaivePairwise.Smith(table, Enumerable.Range(0, table.Candidates)), table.SmithSet());
            }
        );

    [Fact]
    public void Winners_AnyProfile_AgreeWithTheDefinitions() =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var table = PairwiseTable.Of(p.Ballots);
                Assert.Equal(NaivePairwise.Schulze(table), PairwiseMethods.Schulze(table));
                if (table.Candidates <= 5)
                {
                    Assert.Equal(NaivePairwise.Kemeny(table), PairwiseMethods.KemenyYoung(table));
                }

                if (table.Candidates <= 3)
                {
                    Assert.Equal(
                        NaivePairwise.RankedPairs(table, (a, b) => table[a, b]),
                        PairwiseMethods.RankedPairs(table, DefeatStrength.WinningVotes)!.Value
                    );
                    Assert.Equal(
                        NaivePairwise.RankedPairs(table, (a, b) => table[a, b] - table[b, a]),
                        PairwiseMethods.RankedPairs(table, DefeatStrength.Margins)!.Value
                    );
                }
            }
        );

    [Fact]
    public void RankedPairs_FourCandidates_AgreesWithEveryOrder() =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var table = PairwiseTable.Of(p.Ballots);
                if (table.Candidates == 4)
                {
                    Assert.Equal(
                        NaivePairwise.RankedPairs(table, (a, b) => table[a, b] - table[b, a]),
                        PairwiseMethods.RankedPairs(table, DefeatStrength.Margins)!.Value
                    );
                }
            },
            150
        );

    [Fact]
    public void Exclusion_AnyProfile_AgreesWithEveryChoice() =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var ballots = p.Ballots;
                var table = PairwiseTable.Of(ballots);
                int[] all = [.. Enumerable.Range(0, table.Candidates)];
                var smith = NaivePairwise.Smith(table, all);
                long First(int[] left, int c) => NaivePairwise.First(ballots, left, c);
                int? Nobody(int[] _) => null;
                int[] Same(int[] left) => left;
                Assert.Equal(
                    NaivePairwise.Exclude(
                        all,
                        Same,
                        First,
                        left =>
                            left.Where(c => left.All(o => o == c || table.Beats(c, o)))
                                .Select(c => (int?)c)
                                .FirstOrDefault()
                    ),
                    EliminationMethods.Benham(ballots)
                );
                Assert.Equal(
                    NaivePairwise.Exclude(smith, Same, First, Nobody),
                    EliminationMethods.SmithRunoff(ballots)
                );
                Assert.Equal(
                    NaivePairwise.Exclude(all, left => NaivePairwise.Smith(table, left), First, Nobody),
                    EliminationMethods.TidemanAlternative(ballots)
                );
                Assert.Equal(
                    NaivePairwise.Exclude(
                        all,
                        Same,
                        (left, c) => left.Where(o => o != c).Sum(o => NaivePairwise.Preferring(ballots, c, o)),
                        Nobody
                    ),
                    EliminationMethods.Baldwin(ballots)
                );

                // Without exclusion by pairs it is instant run-off.
                Assert.Contains(Profiles.Draw(ballots, TransferRules.InstantRunoff).Elected.Single(), all);
            },
            150
        );

    [Fact]
    public void Bucklin_AnyProfile_AgreesWithItsRounds() =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var ballots = p.Ballots;
                var named = Enumerable
                    .Range(1, ballots.Candidates)
                    .Select(round =>
                        Enumerable
                            .Range(0, ballots.Candidates)
                            .Select(c =>
                                Enumerable
                                    .Range(0, ballots.Kinds)
                                    .Where(k => NaivePairwise.Place(ballots, k, c) < round)
                                    .Sum(ballots.CountOf)
                            )
                            .ToArray()
                    )
                    .ToList();
                var deciding = named.Find(n => n.Max() * 2 > ballots.Count) ?? named[^1];
                Assert.Equal(
                    Enumerable.Range(0, ballots.Candidates).Where(c => deciding[c] == deciding.Max()),
                    EliminationMethods.Bucklin(ballots)
                );
            }
        );

    [Fact]
    public void Winners_WhereSomebodyBeatsAll_AreHe() =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var table = PairwiseTable.Of(p.Ballots);
                if (table.CondorcetWinner() is not { } winner)
                {
                    return;
                }

                Assert.Equal([winner], table.SmithSet());
                Assert.Equal([winner], PairwiseMethods.Copeland(table));
                Assert.Equal([winner], PairwiseMethods.Copeland(table, secondOrder: true));
                Assert.Equal([winner], PairwiseMethods.Schulze(table));
                Assert.Equal([winner], PairwiseMethods.KemenyYoung(table));
                Assert.Equal([winner], PairwiseMethods.Minimax(table, DefeatStrength.Margins));
                Assert.Equal([winner], PairwiseMethods.Minimax(table, DefeatStrength.WinningVotes));
                Assert.Equal([winner], EliminationMethods.Benham(p.Ballots));
                Assert.Equal([winner], EliminationMethods.TidemanAlternative(p.Ballots));
                foreach (var strength in Enum.GetValues<DefeatStrength>())
                {
                    if (PairwiseMethods.RankedPairs(table, strength) is { } winners)
                    {
                        Assert.Equal([winner], winners);
                    }
                }
            }
        );
}
