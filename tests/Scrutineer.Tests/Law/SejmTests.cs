using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Poland: thresholds by kind of committee, then D'Hondt in each constituency.</summary>
public class SejmTests
{
    private static readonly Edition Edition = Laws.Read("pl/sejm").Named("2011")!;

    [Fact]
    public void Dossier2015_CoalitionFailsEightPercent_DeclaredSeatsInEveryConstituency()
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read("pl-sejm-2015"), "sejm"));
        Assert.Equal("Kukiz15:42 MN:1 Nowoczesna:28 PO:138 PSL:16 PiS:235", result.Standing!.Line());
        Assert.Equal((true, 41), (result.Agrees, result.OfficialByPlace.Count));
    }

    [Fact]
    public void Cases_All_GiveSeatsInEveryConstituency()
    {
        foreach (var @case in Cases.Read("national-poland.json"))
        {
            var seats = @case.Input("district_seats").Numbers();
            var coalitions = @case.Input("coalitions").EnumerateArray().Select(c => c.GetString()).ToList();
            var exempt = @case.Input("exempt").EnumerateArray().Select(c => c.GetString()).ToList();
            var tally = Cases.Tally(
                "constituency",
                @case.Input("votes_by_district").Tables(),
                (unit, part) => part with { Seats = new Count(seats[unit]) },
                c =>
                    c with
                    {
                        Kind =
                            coalitions.Contains(c.Id) ? ListKind.Coalition
                            : exempt.Contains(c.Id) ? ListKind.Minority
                            : ListKind.Party,
                    }
            );
            var standing = Edition.Evaluate("sejm", tally);
            Assert.Equal(@case.Expected("total").Numbers().Line(), standing.Line());
            foreach (var (unit, expected) in @case.Expected("seats_by_district").Tables())
            {
                Assert.Equal((unit, expected.Line()), (unit, standing.Places.Single(p => p.Place == unit).Line()));
            }
        }
    }

    /// <summary>Of 1,000 valid votes a party needs 50 and a coalition 80; one list alone is below two, so 3 % and 5 % count.</summary>
    [Theory]
    [InlineData(50, 80, "A B C")]
    [InlineData(49, 80, "A C")]
    [InlineData(50, 79, "A B")]
    [InlineData(49, 79, "A B C")]
    [InlineData(29, 49, "A")]
    public void Admit_ByKind_ThenTheLoweredThreshold(long party, long coalition, string admitted)
    {
        var tally = Cases.Tally(
            "constituency",
            new()
            {
                ["One"] = new()
                {
                    ["A"] = 1000 - party - coalition - 22,
                    ["B"] = party,
                    ["C"] = coalition,
                    ["D"] = 22,
                },
            },
            (_, part) => part with { Seats = new Count(10) },
            c => c.Id == "C" ? c with { Kind = ListKind.Coalition, Members = 2 } : c
        );
        var standing = Edition.Evaluate("sejm", tally);
        Assert.Equal(admitted, string.Join(' ', standing.AdmittedIndices.Select(standing.Id)));
    }

    [Fact]
    public void Admit_MinorityList_NeedsNoThreshold()
    {
        var tally = Cases.Tally(
            "constituency",
            new()
            {
                ["One"] = new()
                {
                    ["A"] = 900,
                    ["B"] = 90,
                    ["M"] = 10,
                },
            },
            (_, part) => part with { Seats = new Count(100) },
            c => c.Id == "M" ? c with { Kind = ListKind.Minority } : c
        );
        var standing = Edition.Evaluate("sejm", tally);
        Assert.True(standing.Admitted[2]);
        Assert.Equal("A:90 B:9 M:1", standing.Line());
    }
}
