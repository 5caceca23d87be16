using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Nepal: 110 seats by Sainte-Laguë for parties with three per cent and a seat in a district.</summary>
public class NepalTests
{
    private static readonly Edition Edition = Laws.Read("np/house").Named("2017")!;

    [Theory]
    [InlineData("np-house-2017", "FSFN:6 MC:17 NC:40 RJPN:6 UML:41")]
    [InlineData("np-house-2022", "JP:5 JSP:5 MC:14 NC:32 RPP:7 RSP:13 UML:34")]
    public void Dossier_GivesTheDeclaredSeats(string id, string seats)
    {
        var result = ElectionResult.OfContest(Dossiers.Read(id), "lists").Single();
        Assert.Equal(seats, result.Standing!.Line());
        Assert.True(result.Agrees);
    }

    /// <summary>
    /// The Unified Socialists of 2022 had ten districts and 298,391 of 10,560,082 votes. Three per cent are 316,802.46: with
    /// 316,803 they would have been in, with 316,802 not.
    /// </summary>
    [Theory]
    [InlineData(316803, true)]
    [InlineData(316802, false)]
    public void Admit_2022_OneVoteDecides(long votes, bool admitted) =>
        Assert.Equal(
            admitted,
            Evaluate(Edition, [("UML", 10560082 - votes), ("US", votes)], ["UML", "US"]).Admitted[1]
        );

    /// <summary>
    /// Ten seats; C 60 has no district and is out. A 500, B 400, D 40: 500, 400, 166.7, 133.3, 100, 80, 71.4, 57.1, 55.6 and
    /// then 45.5 before 44.4 and 40. With a district for C and none for D, 60 comes before 57.1 and 55.6.
    /// </summary>
    [Theory]
    [InlineData("D", "A:6 B:4")]
    [InlineData("C", "A:5 B:4 C:1")]
    public void Admit_WithoutADistrict_IsOut(string elected, string expected) =>
        Assert.Equal(
            expected,
            Evaluate(Edition.WithSeats(10), [("A", 500), ("B", 400), ("C", 60), ("D", 40)], ["A", "B", elected]).Line()
        );

    [Theory]
    [InlineData(30, true)]
    [InlineData(29, false)]
    public void Admit_ExactlyThreePerCentOfAThousand_TakesPart(long votes, bool admitted) =>
        Assert.Equal(
            admitted,
            Evaluate(Edition, [("A", 500), ("B", 500 - votes), ("C", votes)], ["A", "B", "C"]).Admitted[2]
        );

    private static Standing Evaluate(Edition edition, (string, long)[] votes, string[] withDistricts) =>
        edition.Evaluate(
            "lists",
            Laws.Votes(votes),
            earlier: new Dictionary<string, SeatTable>
            {
                ["districts"] = new(
                    new Dictionary<string, IReadOnlyDictionary<string, int>>
                    {
                        [Tally.Nation] = withDistricts.ToDictionary(w => w, _ => 1),
                    }
                ),
            }
        );
}
