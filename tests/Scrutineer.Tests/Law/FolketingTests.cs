using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>
/// Denmark: D'Hondt in constituencies, then the whole by Hare, then regions by 1, 3, 5 and constituencies by 1, 4, 7.
/// </summary>
public class FolketingTests
{
    private static readonly Edition Edition = Laws.Read("dk/folketing").Named("2007")!;

    /// <summary>The seats declared; those of 2026 stand in the dossier for every constituency and party.</summary>
    [Theory]
    [InlineData("dk-folketing-2019", "A:48 B:16 C:12 D:4 F:14 I:4 O:16 V:43 Å:5 Ø:13", 0)]
    [InlineData("dk-folketing-2022", "A:50 B:7 C:10 D:6 F:15 I:14 M:16 O:5 V:23 Å:6 Æ:14 Ø:9", 0)]
    [InlineData("dk-folketing-2026", "A:38 B:10 C:13 F:20 H:4 I:16 M:14 O:16 V:18 Å:5 Æ:10 Ø:11", 10)]
    public void Dossier_GivesTheDeclaredSeats(string id, string seats, int places)
    {
        var result = Assert.Single(
            ElectionResult.OfContest(Dossiers.Read(id), "denmark", traced: false, margins: false)
        );
        Assert.Equal(seats, result.Standing!.Line());
        Assert.True(result.Agrees);
        Assert.Equal(places, result.OfficialByPlace.Count);
    }

    /// <summary>Every region has its levelling seats: eleven, fifteen and fourteen.</summary>
    [Fact]
    public void Place_2022_EachRegionGetsItsLevellingSeats()
    {
        var standing = Assert
            .Single(
                ElectionResult.OfContest(Dossiers.Read("dk-folketing-2022"), "denmark", traced: false, margins: false)
            )
            .Standing!;
        Assert.Equal(
            ["Hovedstaden 51", "Sjælland-Syddanmark 64", "Midtjylland-Nordjylland 60"],
            standing.Places.Select(p => $"{p.Place} {p.Seats.Sum()}")
        );
        Assert.Equal(0, standing.Unplaced.Sum());
        Assert.All(standing.Places, p => Assert.Equal(0, p.Unplaced.Sum()));
    }

    /// <summary>
    /// West and East, three seats each and one to level each. West A 990, B 6, C 4: A 3. East A 500, B 480, C 20: 500, 250 and
    /// 480: A 2, B 1. Of 2,000 C has 1.2 %, no seat, and nowhere the votes of one: out. Of eight, 1,976 ÷ 8 = 247: A 6.03, B
    /// 1.97: 6 and 2. A lacks one, B one. By 1, 3, 5 and 7: West A 990 ÷ 7 = 141, B 6; East A 500 ÷ 5 = 100, B 480 ÷ 3 = 160. The
    /// largest is B's in East, which then is full; A's is in West.
    /// </summary>
    [Fact]
    public void Place_ByHand_LargestQuotientWhileARegionHasRoom()
    {
        var standing = Edition.WithSeats(8, "denmark").Evaluate("denmark", Two(990, 6, 4, 500, 480, 20));
        Assert.Equal("A:5 B:1", Line(standing, "constituency-seats"));
        Assert.Equal("A:1 B:1", Line(standing, "level"));
        Assert.Equal("A:6 B:2", standing.Line());
        Assert.Equal(["A:4", "A:2 B:2"], standing.Places.Select(p => p.Line()));
    }

    /// <summary>
    /// Within a region by 1, 4, 7. North and South, two seats each, three to level. A 600 in North and 100 in South, B 300 and 500.
    /// North 600, 300, 300: tie avoided by A's 602: 602, 301: A 2. South B 500, 250: B 2. Seven: A 702 and B 800 of 1,502 are 3.27
    /// and 3.73: 3 and 4. A's one: North 602 ÷ 7 = 86, South 100: South. B's two: North 300, 75; South 500 ÷ 7 = 71: North twice.
    /// </summary>
    [Fact]
    public void Place_WithinARegion_ByOneFourSeven()
    {
        var tally = Whole(Region("R", 3, Part("North", 2, 602, 300, 0), Part("South", 2, 100, 500, 0)));
        var standing = Edition.WithSeats(7, "denmark").Evaluate("denmark", tally);
        Assert.Equal(["A:2 B:2", "A:1 B:2"], standing.Places[0].Places.Select(p => p.Line()));
    }

    /// <summary>
    /// Two regions of 400 votes and four seats: a seat costs 100 there. C has 50 in each of their constituencies and no seat
    /// (A 90, B 60, C 50: 90, 60), so it has just what a seat costs in two of the three regions; of 100,800 that is 0.2 %.
    /// With one vote fewer in one of them it is out.
    /// </summary>
    [Theory]
    [InlineData(50, true)]
    [InlineData(49, false)]
    public void Admit_TheVotesOfASeatInTwoRegions_IsEnough(long last, bool admitted)
    {
        var tally = Whole(
            Region("East", 1, Part("E1", 2, 90, 60, 50), Part("E2", 2, 90, 60, 50)),
            Region("West", 1, Part("W1", 2, 90, 60, 50), Part("W2", 2, 90 + 50 - last, 60, last)),
            Region("North", 1, Part("N1", 2, 60000, 40000, 0))
        );
        var standing = Edition.WithSeats(13, "denmark").Evaluate("denmark", tally);
        Assert.Equal(0, standing.SeatsFrom("constituency-seats")!.Value[2]);
        Assert.Equal(admitted, standing.Admitted[2]);
    }

    /// <summary>Of 100,000 votes exactly two per cent are enough; 1,999 are not. There is one region, so the other way is shut.</summary>
    [Theory]
    [InlineData(2000, true)]
    [InlineData(1999, false)]
    public void Admit_ExactlyTwoPerCent_TakesPart(long votes, bool admitted)
    {
        var tally = Whole(Region("R", 1, Part("P", 3, 60000, 40000 - votes, votes)));
        Assert.Equal(admitted, Edition.WithSeats(4, "denmark").Evaluate("denmark", tally).Admitted[2]);
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

    /// <summary>An independent's seat is his own: it comes off the 175, and he takes no part in the rest.</summary>
    [Fact]
    public void Admit_IndependentWithASeat_KeepsItAndTakesNoPart()
    {
        var tally = Two(990, 6, 4, 300, 280, 420);
        var independent = Independent(tally, "C");
        var standing = Edition.WithSeats(8, "denmark").Evaluate("denmark", independent);
        Assert.False(standing.Admitted[2]);
        Assert.Equal(1, standing.Seats[2]);
        Assert.Equal(8, standing.Seats.Sum());
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
        Whole(
            Region("the West", 1, Part("West", 3, westA, westB, westC)),
            Region("the East", 1, Part("East", 3, eastA, eastB, eastC))
        );

    private static Tally Part(string name, int seats, long a, long b, long c) =>
        new()
        {
            Unit = name,
            Level = "constituency",
            Seats = new Count(seats),
            Contenders = [new("A", new Count(a)), new("B", new Count(b)), new("C", new Count(c))],
        };

    private static Tally Region(string name, int levelling, params Tally[] parts) =>
        new()
        {
            Unit = name,
            Level = "region",
            LevellingSeats = new Count(levelling),
            Contenders = Sum(parts),
            Parts = parts,
        };

    private static Tally Whole(params Tally[] regions) => new() { Contenders = Sum(regions), Parts = regions };

    private static Tally Independent(Tally tally, string list) =>
        tally with
        {
            Contenders = [.. tally.Contenders.Select(c => c.Id == list ? c with { Kind = ListKind.Independent } : c)],
            Parts = [.. tally.Parts.Select(p => Independent(p, list))],
        };

    private static IReadOnlyList<Contender> Sum(Tally[] parts) =>
        [
            .. parts[0]
                .Contenders.Select(
                    (c, i) => new Contender(c.Id, new Count(parts.Sum(p => p.Contenders[i].Votes.Value!.Value)))
                ),
        ];
}
