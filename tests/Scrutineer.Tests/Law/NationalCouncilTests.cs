using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Switzerland: seats among alliances of a canton, within them among sub-alliances, within these among lists.</summary>
public class NationalCouncilTests
{
    private static readonly Edition Edition = Laws.Read("ch/national-council").Named("2003")!;

    /// <summary>
    /// Five seats. X (A 300, B 200, C 160) 660 against D 350: 660, 350, 330, 220, 175: three and two. Within X, A and B
    /// together 500, 250, 166.7 against 160: all three; 300, 200, 150: two and one.
    /// </summary>
    [Fact]
    public void Divisor_SubAlliance_GivesTheSeatsTogether() =>
        Assert.Equal("A:2 B:1 D:2", Edition.Evaluate("council", Canton("X", "s")).Line());

    /// <summary>Without it, 300, 200 and 160 take one each.</summary>
    [Fact]
    public void Divisor_AllianceAlone_GivesOneEach() =>
        Assert.Equal("A:1 B:1 C:1 D:2", Edition.Evaluate("council", Canton("X", null)).Line());

    /// <summary>Without any, 350, 300, 200, 175 and 160 take one each, D two.</summary>
    [Fact]
    public void Divisor_NoAlliance_GoesByList() =>
        Assert.Equal("A:1 B:1 C:1 D:2", Edition.Evaluate("council", Canton(null, null)).Line());

    /// <summary>Two seats: 660 and 350 against 330: one and one. Alone, 350 and 300: none for B and C either.</summary>
    [Fact]
    public void Divisor_TwoSeats_AllianceHasOne() =>
        Assert.Equal("A:1 D:1", Edition.Evaluate("council", Canton("X", "s", 2)).Line());

    private static Tally Canton(string? alliance, string? sub, int seats = 5) =>
        Cases.Tally(
            "canton",
            new()
            {
                ["K"] = new()
                {
                    ["A"] = 300,
                    ["B"] = 200,
                    ["C"] = 160,
                    ["D"] = 350,
                },
            },
            (_, part) => part with { Seats = new Count(seats) },
            list =>
                list.Id == "D" ? list
                : list.Id == "C" ? list with { Alliance = alliance }
                : list with { Alliance = alliance, SubAlliance = sub }
        );
}
