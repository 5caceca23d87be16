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

    private static Standing Apply(int held, Excess excess)
    {
        var rule = new Level
        {
            Quota = QuotaName.Hare,
            Counting = ["constituencies"],
            Excess = excess,
            Cite = "fl 76",
        };
        var tally = Laws.Votes(Denmark2022);
        ImmutableArray<int> seats = [held, .. new int[tally.Contenders.Count - 1]];
        var standing = new Standing
        {
            Tally = tally,
            AgainstAll = AgainstAll.Absent,
            ContestSeats = 175,
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
