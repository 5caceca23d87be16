using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Nepal: 110 seats by Sainte-Laguë for parties with three per cent and a seat in a district.</summary>
public class NepalTests
{
    private static readonly Edition Edition = Laws.Read("np/house").Named("2017")!;

    /// <summary>The parties with seats by lists, from general knowledge of the results; the rest of the valid votes in parts.</summary>
    [Theory]
    [InlineData(9544744, "UML 3173494 41, NC 3128389 40, MC 1303721 17, RJPN 472254 6, FSFN 470201 6")]
    [InlineData(
        10560082,
        "UML 2845641 34, NC 2715225 32, MC 1175684 14, RSP 1130344 13, RPP 588849 7, JSP 421314 5, Janamat 394655 5"
    )]
    public void Evaluate_2017And2022_GivesTheDeclaredSeats(long valid, string lists)
    {
        var rows = lists.Split(", ").Select(l => l.Split(' ')).ToList();
        var rest = valid - rows.Sum(r => long.Parse(r[1], null));
        var standing = Evaluate(
            Edition,
            [.. rows.Select(r => (r[0], long.Parse(r[1], null))), ("others", rest)],
            [.. rows.Select(r => r[0])]
        );
        Assert.Equal(rows.ToDictionary(r => r[0], r => int.Parse(r[2], null)), standing.Seats());
    }

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
