using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Georgia 2016: a quota over all valid votes, at least six seats for a list that passes, the rest in turn.</summary>
public class GeorgiaTests
{
    /// <summary>Votes of 2016 as reported; the others together make the about 1,760,000 valid votes.</summary>
    [Fact]
    public void Lists2016_SeatsLeftGoInTurn_44And27And6()
    {
        var tally = Laws.Votes(
            ("GD", 856638),
            ("UNM", 477053),
            ("AP", 88097),
            ("Others1", 85000),
            ("Others2", 85000),
            ("Others3", 85000),
            ("Others4", 83212)
        );
        Assert.Equal(1760000, tally.VotesForLists.Value);
        var standing = Laws.Read("ge/parliament").Named("2011")!.Evaluate("lists", tally);
        Assert.Equal("AP:6 GD:44 UNM:27", standing.Line());
        Assert.Equal(["GD", "UNM"], standing.Awards.Take(2).Select(a => standing.Id(a.Contender)));
    }

    [Fact]
    public void Cases_Georgia_GiveTheDeclaredSeats()
    {
        foreach (
            var @case in Cases.Read("national-misc.json").Where(c => c.Id().StartsWith("ge-", StringComparison.Ordinal))
        )
        {
            var votes = @case.Input("votes").Numbers();
            var rest = @case.Input("valid_votes_approx").GetInt64() - votes.Values.Sum();
            var tally = new Tally
            {
                Contenders =
                [
                    .. votes.Select(v => new Contender(v.Key, new Count(v.Value))),
                    .. Enumerable.Range(0, 5).Select(i => new Contender($"Others {i}", new Count((rest + i) / 5))),
                ],
            };
            var standing = Laws.Read("ge/parliament").Named("2011")!.Evaluate("lists", tally);
            Assert.Equal(@case.Expected("seats").Numbers().Line(), standing.Line());
        }
    }

    /// <summary>
    /// Of 1,000 valid votes a seat costs 12.99. A 500, B 300, C 60: 38, 23 and 4, raised to 6; ten are left, five each for A
    /// and B. With A 510 and C 50, exactly five per cent: 39, 23, 6 and nine left. With 49 C is out: 39, 23 and fifteen left.
    /// </summary>
    [Theory]
    [InlineData(500, 60, "A:43 B:28 C:6")]
    [InlineData(510, 50, "A:44 B:27 C:6")]
    [InlineData(511, 49, "A:47 B:30")]
    public void Lists_ByHand_RaisesToSixAndGivesTheRestInTurn(long a, long c, string expected)
    {
        var rest = 1000 - a - 300 - c;
        var standing = Laws.Read("ge/parliament")
            .Named("2011")!
            .Evaluate(
                "lists",
                Laws.Votes(
                    ("A", a),
                    ("B", 300),
                    ("C", c),
                    ("O1", rest / 4),
                    ("O2", rest / 4),
                    ("O3", rest / 4),
                    ("O4", rest - (3 * (rest / 4)))
                )
            );
        Assert.Equal(expected, standing.Line());
    }
}
