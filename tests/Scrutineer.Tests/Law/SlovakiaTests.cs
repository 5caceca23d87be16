using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Slovakia: thresholds by the number of parties in a list, a rounded quota that can award too many seats.</summary>
public class SlovakiaTests
{
    private static readonly Edition Edition = Laws.Read("sk/national-council").Named("2014")!;

    [Fact]
    public void Dossier2020_CoalitionOfTwoMissesSevenPercent_DeclaredSeats()
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read("sk-national-council-2020"), "lists"));
        Assert.True(result.Agrees);
        Assert.True(result.Certificate!.Confirms(result.Standing!.Seats()));
        Assert.Equal(150, result.Standing!.Seats.Sum());
        var coalition = result.Standing.Tally.Contenders.ToList().FindIndex(c => c.Members == 2);
        Assert.False(result.Standing.Admitted[coalition]);
    }

    [Fact]
    public void Cases_Slovakia_GiveTheDeclaredSeats()
    {
        foreach (
            var @case in Cases
                .Read("votelib-real.json")
                .Where(c => c.Id().StartsWith("votelib-real-sk", StringComparison.Ordinal))
        )
        {
            var members = @case.Input("members_per_list").Numbers();
            var tally = new Tally
            {
                Contenders =
                [
                    .. @case
                        .Input("votes")
                        .Numbers()
                        .Select(v => new Contender(v.Key, new Count(v.Value)) { Members = (int)members[v.Key] }),
                ],
            };
            Assert.Equal(@case.Expected("seats").Numbers().Line(), Edition.Evaluate("lists", tally).Line());
        }
    }

    /// <summary>
    /// Two seats, A and B with 301 votes and C with 300: 902 ÷ 3 rounds to 301, and A and B have one whole quota each. With
    /// C at 298, 900 ÷ 3 is 300: still two. With three equal lists of 300 the quota is 300 and gives three seats of two;
    /// all remainders are equal, so who gives one up is a tie.
    /// </summary>
    [Fact]
    public void Divide_QuotaAwardsTooMany_TakesBackTheSmallestRemainder()
    {
        var edition = Edition.WithSeats(2);
        Assert.Equal("A:1 B:1", edition.Evaluate("lists", Laws.Votes(("A", 301), ("B", 301), ("C", 300))).Line());
        Assert.Equal("A:1 B:1", edition.Evaluate("lists", Laws.Votes(("A", 302), ("B", 301), ("C", 300))).Line());
        var tied = edition.Evaluate("lists", Laws.Votes(("A", 300), ("B", 300), ("C", 300)));
        Assert.Equal(Outcome.Tied, tied.Ended);
        // 901 ÷ 3 = 300.33, rounded 300: A 301, B 300, C 300 have three quotas; remainders 1/300, 0, 0.
        var three = edition.Evaluate("lists", Laws.Votes(("A", 301), ("B", 300), ("C", 300)));
        Assert.Equal((Outcome.Tied, 2), (three.Ended, three.Tie!.Among.Count));
    }
}
