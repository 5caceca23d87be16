using System.Collections.Immutable;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>
/// Denmark 2022, the national step alone: 175 seats by Hare and largest remainders. The Social Democrats hold 50 in the
/// constituencies and 49 by their share: leaving the computation is not the same as a cap, and moves a seat from V.
/// </summary>
public class LevelTests
{
    private static readonly (string List, long Votes)[] Denmark2022 =
    [
        ("A", 971995),
        ("V", 470546),
        ("M", 327699),
        ("F", 293186),
        ("Æ", 286796),
        ("I", 278656),
        ("C", 194820),
        ("Ø", 181452),
        ("B", 133931),
        ("D", 129524),
        ("Å", 117567),
        ("O", 93428),
    ];

    [Theory]
    [InlineData(49, "A:49 B:7 C:10 D:6 F:15 I:14 M:16 O:5 V:24 Å:6 Æ:14 Ø:9")]
    [InlineData(50, "A:50 B:7 C:10 D:6 F:15 I:14 M:16 O:5 V:23 Å:6 Æ:14 Ø:9")]
    public void Apply_Denmark2022_HoldingOneMoreThanTheShareDropsOut(int held, string seats) =>
        Assert.Equal(seats, Apply(held, Excess.DropsOut).Line());

    /// <summary>As <c>house-grows</c>, nobody loses: 176 seats.</summary>
    [Fact]
    public void Apply_HouseGrows_OneSeatMore()
    {
        var after = Apply(50, Excess.HouseGrows);
        Assert.Equal((176, 24), (after.ContestSeats, after.Seats[1]));
    }

    /// <summary>
    /// A 580, B 160, C 570, D 60 of 1,370, twelve seats: quotas 5.08, 1.40, 4.99 and 0.53, so A 5, B 1, C 5, D 1. A holds six.
    /// It leaves, and B with it, who holds just its one. Five for C and D: 4.52 and 0.48, C 5. Were B still there, six among
    /// three would be 1.22, 4.33 and 0.46: C 4, D 1.
    /// </summary>
    [Fact]
    public void Apply_HoldingJustItsShare_LeavesTooWhereAnotherHoldsMore() =>
        Assert.Equal("A:6 B:1 C:5", Apply([("A", 580), ("B", 160), ("C", 570), ("D", 60)], [6, 1, 0, 0], 12).Line());

    /// <summary>
    /// A 150, B 320, C 570, D 580 of 1,620, thirteen seats: 1.20, 2.57, 4.57 and 4.65, so A 1, B 2, C 5, D 5. A holds two and
    /// leaves. Eleven for the others: 2.39, 4.27, 4.34, and B would have three. It gets its first two; nine for C and D are
    /// 4.46 and 4.54.
    /// </summary>
    [Fact]
    public void Apply_MoreThanItsFirstShareInTheSecond_GetsTheFirst() =>
        Assert.Equal(
            "A:2 B:2 C:4 D:5",
            Apply([("A", 150), ("B", 320), ("C", 570), ("D", 580)], [2, 0, 0, 0], 13).Line()
        );

    private static Standing Apply(int held, Excess excess) =>
        Apply(Denmark2022, [held, .. new int[Denmark2022.Length - 1]], 175, excess);

    private static Standing Apply(
        (string List, long Votes)[] votes,
        ImmutableArray<int> seats,
        int all,
        Excess excess = Excess.DropsOut
    )
    {
        var rule = new Level
        {
            Quota = QuotaName.Hare,
            Counting = ["constituencies"],
            Excess = excess,
            Cite = "fl 77",
        };
        var tally = Laws.Votes(votes);
        var standing = new Standing
        {
            Tally = tally,
            AgainstAll = AgainstAll.Absent,
            ContestSeats = all,
            Admitted = [.. tally.Contenders.Select(_ => true)],
            Seats = seats,
            SeatsBy = SeatsByRule.None.SetItem("constituencies", seats),
        };
        return rule.Apply(
            standing,
            new RuleEntry
            {
                Id = "level",
                Kind = "level",
                Rule = rule,
                At = new Location("test"),
                Beside = new RuleEntry.Siblings(),
            }
        );
    }
}
