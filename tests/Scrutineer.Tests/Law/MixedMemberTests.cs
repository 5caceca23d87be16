using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>New Zealand: party seats count the electorates won; overhang makes the house grow.</summary>
public class MixedMemberTests
{
    private static readonly Edition Edition = Laws.Read("nz/house").Named("1993")!;

    private static Standing Party(Tally tally, params (string List, int Seats)[] electorates) =>
        Edition.Evaluate(
            "party",
            tally,
            earlier: new Dictionary<string, SeatTable>
            {
                ["electorates"] = new(
                    new Dictionary<string, IReadOnlyDictionary<string, int>>
                    {
                        ["nation"] = electorates.ToDictionary(e => e.List, e => e.Seats),
                    }
                ),
            }
        );

    [Fact]
    public void Dossier2008_TwoSeatsOfOverhang_GivesTheDeclaredSeats()
    {
        var results = ElectionResult.OfContest(Dossiers.Read("nz-house-2008"), "party");
        Assert.True(Assert.Single(results).Agrees);
        Assert.Equal(122, results[0].Standing!.Seats.Sum());
        var blocs = ElectionResult.Of(Dossiers.Read("nz-house-2008"), new Scrutineer.Findings.Problems()).Blocs;
        Assert.Equal(122, blocs.Sum(b => b.Seats));
    }

    /// <summary>
    /// A 7,013, B 2,987 and C 401 votes; C has 3.9 % and passes by an electorate. 10,401 ÷ 120 is 86.675, by which A has
    /// 80.9, B 34.5 (below a half: 34.46) and C 4.6: 81, 34 and 5. C holds 7, so the house has 122. One seat of a stranger
    /// leaves 119.
    /// </summary>
    [Fact]
    public void Level_Overhang_HouseGrowsAndNobodyLoses()
    {
        var tally = Laws.Votes(("A", 7013), ("B", 2987), ("C", 401));
        var without = Party(tally, ("A", 40), ("B", 20), ("C", 1));
        var with = Party(tally, ("A", 40), ("B", 20), ("C", 7));
        Assert.Equal("A:81 B:34 C:5", without.Line());
        Assert.Equal("A:81 B:34 C:7", with.Line());
        Assert.Equal(122, with.ContestSeats);
        Assert.Equal(119, Party(tally, ("A", 40), ("B", 20), ("C", 1), ("Stranger", 1)).Seats.Sum());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Admit_BelowFivePercent_OneElectorateIsEnough(int electorates, bool admitted) =>
        Assert.Equal(admitted, Party(Laws.Votes(("A", 960), ("B", 40)), ("A", 60), ("B", electorates)).Admitted[1]);
}
