using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Czechia: seats of regions by turnout; D'Hondt until 2021, then a quota in regions and unused votes carried up.</summary>
public class CzechTests
{
    private static readonly ElectoralLaw Law = Laws.Read("cz/chamber");

    [Fact]
    public void Dossier2021_GivesTheDeclaredSeatsInEveryRegion()
    {
        var dossier = Dossiers.Read("cz-chamber-2021");
        Assert.Equal("2021", dossier.Edition.Name);
        var result = Assert.Single(ElectionResult.OfContest(dossier, "chamber"));
        Assert.Equal((true, 14), (result.Agrees, result.OfficialByPlace.Count));
        Assert.Equal("ANO:72 Pirati-STAN:37 SPD:20 SPOLU:71", result.Standing!.Line());
    }

    [Fact]
    public void Cases_Czechia_GiveRegionsSeatsAndLists()
    {
        foreach (
            var @case in Cases
                .Read("votelib-real.json")
                .Where(c => c.Id().StartsWith("votelib-real-cz-psp", StringComparison.Ordinal))
        )
        {
            var standing = Law.Named("2021")!
                .Evaluate("chamber", Cases.Tally("region", @case.Input("votes_by_district").Tables()));
            Assert.Equal(@case.Expected("national").Numbers().Line(), standing.Line());
            var regions = @case.Expected("district_seats").Numbers();
            foreach (var (region, expected) in @case.Expected("seats_by_district").Tables())
            {
                var place = standing.Places.Single(p => p.Place == region);
                Assert.Equal(
                    (region, regions[region], expected.Line()),
                    (region, (long)place.ContestSeats, place.Line())
                );
            }
        }
    }

    /// <summary>
    /// Two regions of equal votes, three seats each. Imperiali, 1,000 ÷ 5 = 200: West A 520, B 480: 2 and 2, one too many;
    /// remainders 120 and 80: B gives one up. East A 590, B 410: 2 (190 over) and 2 (10 over): B again. All six are filled.
    /// </summary>
    [Fact]
    public void Divide2021_ImperialiAwardsTooMany_SmallestRemainderGivesUp()
    {
        var standing = Law.Named("2021")!
            .WithSeats(6, "chamber")
            .Evaluate("chamber", Two((520, 480, 0), (590, 410, 0)));
        Assert.Equal(["A:2 B:1", "A:2 B:1"], standing.Places.Select(p => p.Line()));
    }

    /// <summary>
    /// Two regions of four seats, quota 1,000 ÷ 6 = 167. West A 600, B 250, C 150: 3, 1, 0, full. East A 320, B 320, C 360:
    /// 1, 1, 2, full as well. With East A 330, B 490, C 180: 1 (163), 2 (156), 1 (13): full. With one list more, D 140 from
    /// A in West: A 460, B 250, C 150, D 140: 2 (126), 1 (83), 0 (150), 0 (140): one seat is carried. Unused votes: A 126 +
    /// 163 = 289, B 83 + 156 = 239, C 163, D 140: the seat is A's by largest remainder, and West has it free.
    /// </summary>
    [Fact]
    public void Carry_OneSeatLeft_GoesToTheMostUnusedVotes()
    {
        var tally = Cases.Tally(
            "region",
            new()
            {
                ["West"] = new()
                {
                    ["A"] = 460,
                    ["B"] = 250,
                    ["C"] = 150,
                    ["D"] = 140,
                },
                ["East"] = new()
                {
                    ["A"] = 330,
                    ["B"] = 490,
                    ["C"] = 180,
                },
            }
        );
        var standing = Law.Named("2021")!.WithSeats(8, "chamber").Evaluate("chamber", tally);
        Assert.Equal(["A:3 B:1", "A:1 B:2 C:1"], standing.Places.Select(p => p.Line()));
        Assert.Equal(1, standing.Places[0].SeatsBy["carry"][0]);
    }

    /// <summary>By D'Hondt the same votes give West A 460, 230, 153; B 250; C 150, D 140: A 3, B 1; East B 490, 245; A 330; C 180.</summary>
    [Fact]
    public void Divisor2002_SameVotes_DHondtInEachRegion()
    {
        var tally = Cases.Tally(
            "region",
            new()
            {
                ["West"] = new()
                {
                    ["A"] = 460,
                    ["B"] = 250,
                    ["C"] = 150,
                    ["D"] = 140,
                },
                ["East"] = new()
                {
                    ["A"] = 330,
                    ["B"] = 490,
                    ["C"] = 180,
                },
            }
        );
        var standing = Law.Named("2002")!.WithSeats(8, "chamber").Evaluate("chamber", tally);
        Assert.Equal(["A:3 B:1", "A:1 B:2 C:1"], standing.Places.Select(p => p.Line()));
    }

    [Theory]
    [InlineData("2002", 2, 99, false)]
    [InlineData("2002", 2, 100, true)]
    [InlineData("2002", 4, 199, false)]
    [InlineData("2021", 2, 80, true)]
    [InlineData("2021", 3, 109, false)]
    [InlineData("2021", 3, 110, true)]
    public void Admit_CoalitionOfSeveral_NeedsMore(string edition, int members, long votes, bool admitted)
    {
        var tally = Cases.Tally(
            "region",
            new()
            {
                ["West"] = new() { ["A"] = 1000 - votes, ["B"] = votes },
            },
            list: c => c.Id == "B" ? c with { Kind = ListKind.Coalition, Members = members } : c
        );
        Assert.Equal(admitted, Law.Named(edition)!.Evaluate("chamber", tally).Admitted[1]);
    }

    private static Tally Two((long A, long B, long C) west, (long A, long B, long C) east) =>
        Cases.Tally(
            "region",
            new()
            {
                ["West"] = new()
                {
                    ["A"] = west.A,
                    ["B"] = west.B,
                    ["C"] = west.C,
                },
                ["East"] = new()
                {
                    ["A"] = east.A,
                    ["B"] = east.B,
                    ["C"] = east.C,
                },
            }
        );
}
