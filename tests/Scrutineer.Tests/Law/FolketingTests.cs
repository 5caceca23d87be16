using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Denmark: D'Hondt in constituencies, then the whole by Hare, a list with too many leaving the computation.</summary>
public class FolketingTests
{
    private static readonly Edition Edition = Laws.Read("dk/folketing").Named("2007")!;

    /// <summary>
    /// West and East, three seats each, eight in all. West A 990, B 6, C 4: A 3. East A 500, B 480, C 20: A 500, 250; B 480:
    /// A 2, B 1. A 1,490, B 486, C 24 of 2,000. C has 1.2 % and no seat: out. Of eight, 1,976 ÷ 8 = 247: A 6.03, B 1.97:
    /// 6 and 2. A lacks one, B one.
    /// </summary>
    [Fact]
    public void Level_ByHand_EachListGetsWhatItLacks()
    {
        var standing = Edition.WithSeats(8, "denmark").Evaluate("denmark", Two(990, 6, 4, 500, 480, 20));
        Assert.Equal("A:5 B:1", Line(standing, "constituency-seats"));
        Assert.Equal("A:1 B:1", Line(standing, "level"));
        Assert.Equal("A:6 B:2", standing.Line());
    }

    /// <summary>
    /// A list with a constituency seat takes part without two per cent. West A 98,500, B 0, C 0; East A 301, B 900, C 299:
    /// quotients 900, 450, then A's 301 before B's 300: B 2, A 1, and C has neither a seat nor two per cent.
    /// </summary>
    [Fact]
    public void Admit_OneConstituencySeat_IsEnough()
    {
        var standing = Edition.WithSeats(8, "denmark").Evaluate("denmark", Two(98500, 0, 0, 301, 900, 299));
        Assert.True(standing.Admitted[1]);
        Assert.False(standing.Admitted[2]);
        // B's share of eight is none; it keeps two and leaves, A has the other six.
        Assert.Equal("A:6 B:2", standing.Line());
    }

    [Fact]
    public void Level_TieOpenInAConstituency_Waits()
    {
        var standing = Edition.WithSeats(8, "denmark").Evaluate("denmark", Two(98500, 0, 0, 300, 900, 300));
        Assert.Equal(Outcome.Tied, standing.Ended);
        Assert.Equal("East", standing.OpenTies.Single().Place);
    }

    private static string Line(Standing standing, string rule) =>
        standing
            .SeatsBy[rule]
            .Select((s, i) => (standing.Id(i), (long)s))
            .ToDictionary(s => s.Item1, s => s.Item2)
            .Line();

    private static Tally Two(long westA, long westB, long westC, long eastA, long eastB, long eastC) =>
        Cases.Tally(
            "constituency",
            new()
            {
                ["West"] = new()
                {
                    ["A"] = westA,
                    ["B"] = westB,
                    ["C"] = westC,
                },
                ["East"] = new()
                {
                    ["A"] = eastA,
                    ["B"] = eastB,
                    ["C"] = eastC,
                },
            },
            (_, part) => part with { Seats = new Count(3) }
        );
}
