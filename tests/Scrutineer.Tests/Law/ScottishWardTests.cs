using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Scotland: the single transferable vote in a ward, transfer values cut off after five decimals.</summary>
public class ScottishWardTests
{
    private static readonly Edition Edition = Laws.Read("gb/scottish-ward").Named("2011")!;

    [Fact]
    public void Dossier_Aberdeen2022Ward11_ElectsTheCouncillors()
    {
        var result = Assert.Single(ElectionResult.OfContest(Dossiers.Read("gb-aberdeen-ward11-2022"), "ward"));
        Assert.Equal("DAVIDSON:1 HOUGHTON:1 YUILL:1", result.Standing!.Line());
        Assert.True(result.Agrees);
        Assert.True(result.Margin!.IsBound);
    }

    [Fact]
    public void Cases_AllFiveWards_ElectInTheOrderAndGiveEveryStage()
    {
        foreach (var @case in Cases.Read("scotland-stv.json"))
        {
            var standing = Edition.Evaluate(
                "ward",
                Ward(
                    @case.Input("seats").GetInt32(),
                    @case.Input("candidates").GetArrayLength(),
                    [
                        .. @case
                            .Input("ballots")
                            .EnumerateArray()
                            .Select(b => new RankedBallot(
                                [.. b[0].EnumerateArray().Select(c => c.GetInt32() - 1)],
                                b[1].GetInt64()
                            )),
                    ]
                ),
                traced: true
            );
            var order = @case.Expected("elected_order").EnumerateArray().Select(e => e.GetInt32()).ToList();
            Assert.Equal(
                (@case.Id(), string.Join(" ", order.Order())),
                (@case.Id(), string.Join(" ", Elected(standing)))
            );
            var step = standing.Steps[^1];
            Assert.EndsWith(
                $"elected in this order: {string.Join(", ", order.SkipLast(1))} and {order[^1]}.",
                step.Result,
                StringComparison.Ordinal
            );
            var stages = @case.Expected("stage_totals_1e-5").EnumerateArray().ToList();
            foreach (var (number, stage) in stages.Index())
            {
                foreach (var total in stage.EnumerateObject())
                {
                    var shown = step.Table!.Rows.Single(r => r.List == total.Name).Values[number];
                    // A whole number is shown without its five decimals.
                    var digits = string.Concat(shown.Where(char.IsAsciiDigit)) + (shown.Contains('.') ? "" : "00000");
                    Assert.Equal(
                        (@case.Id(), number, total.Value.GetInt64()),
                        (@case.Id(), number, long.Parse(digits, null))
                    );
                }
            }
        }
    }

    /// <summary>
    /// Eight A then B, three B, four C; two seats, quota 15 ÷ 3 + 1 = 6. A passes 2 of 8 on: B 3 + 8 × 0.25 = 5. C, with 4,
    /// is excluded. Without later preferences B, with 3, is.
    /// </summary>
    [Theory]
    [InlineData(true, "A:1 B:1")]
    [InlineData(false, "A:1 C:1")]
    public void Transfer_SurplusOfTheFirst_DecidesTheSecond(bool passedOn, string expected) =>
        Assert.Equal(
            expected,
            Edition
                .Evaluate(
                    "ward",
                    Named(
                        Ward(
                            2,
                            3,
                            [
                                new RankedBallot(passedOn ? [0, 1] : [0], 8),
                                new RankedBallot([1], 3),
                                new RankedBallot([2], 4),
                            ]
                        )
                    )
                )
                .Line()
        );

    /// <summary>A 2, B 2, C 1, one seat: C goes, A and B are equal at every stage. Who is drawn is excluded.</summary>
    [Fact]
    public void Tie_EqualAtEveryStage_AsksForALot()
    {
        var tally = Named(Ward(1, 3, [new RankedBallot([0], 2), new RankedBallot([1], 2), new RankedBallot([2], 1)]));
        var open = Edition.Evaluate("ward", tally);
        Assert.Equal(Outcome.Tied, open.Ended);
        Assert.Equal(["A", "B"], open.Tie!.Among);
        Assert.Equal("B:1", Edition.Evaluate("ward", tally, [new Lot("transfer", ["A", "B"], ["A"])]).Line());
    }

    /// <summary>A and B have two each when C goes, but A led at the first stage with C's preference behind.</summary>
    [Fact]
    public void Tie_LedAtAnEarlierStage_Stays()
    {
        // First A 3, B 2, C 1: C's ballot goes to B, three each; the latest difference was A's lead.
        var tally = Named(
            Ward(1, 3, [new RankedBallot([0], 3), new RankedBallot([1], 2), new RankedBallot([2, 1], 1)])
        );
        Assert.Equal("A:1", Edition.Evaluate("ward", tally).Line());
    }

    [Fact]
    public void Transfer_PublishedFirstPreferencesDiffer_CountsNothing()
    {
        var tally = Ward(1, 2, [new RankedBallot([0], 3), new RankedBallot([1], 2)]);
        tally = tally with { Contenders = [.. tally.Contenders.Select(c => c with { Votes = new Count(3) })] };
        Assert.Equal(Outcome.Invalid, Edition.Evaluate("ward", tally).Ended);
    }

    private static int[] Elected(Standing standing) =>
        [.. Enumerable.Range(0, standing.Seats.Length).Where(i => standing.Seats[i] > 0).Select(i => i + 1)];

    private static Tally Ward(int seats, int candidates, IReadOnlyList<RankedBallot> ballots) =>
        new()
        {
            Seats = new Count(seats),
            Ballots = ballots,
            Contenders =
            [
                .. Enumerable
                    .Range(0, candidates)
                    .Select(i => new Contender(
                        $"{i + 1}",
                        new Count(ballots.Where(b => b.Ranking.Count > 0 && b.Ranking[0] == i).Sum(b => b.Count))
                    )),
            ],
        };

    private static Tally Named(Tally tally) =>
        tally with
        {
            Contenders = [.. tally.Contenders.Select((c, i) => new Contender("ABC"[i].ToString(), c.Votes))],
        };
}
