using Scrutineer.Law.Evaluation;
using Scrutineer.Scrutiny.Margins;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Scrutiny.Margins;

/// <summary>Ballots that go to another first preference, held against counting them anew one by one.</summary>
public class BallotTransfersTests
{
    [Fact]
    public void Aberdeen2022Ward11_EachElectsSomebodyElseAndOneBallotFewerDoesNot()
    {
        var dossier = Dossiers.Read("gb-aberdeen-ward11-2022");
        var tally = dossier.TallyOf("ward");
        var now = Seats(tally);
        var transfers = BallotTransfers.All(dossier.Edition, "ward", tally, []);
        Assert.Equal(9, transfers.Count);
        var least = TransferSearch.Least(transfers)!;
        Assert.Equal(("HOUGHTON", "MACHELL", 224L), (least.From, least.To, least.Votes));
        foreach (var transfer in transfers)
        {
            Assert.NotEqual(now, Seats(After(transfer, transfer.Votes)));
            Assert.Equal(now, Seats(After(transfer, transfer.Votes - 1)));
        }

        // The ballots spelt out one at a time, in the order of their rankings, and changed one at a time.
        Tally After(Transfer transfer, long votes)
        {
            var from = Position(transfer.From);
            var to = Position(transfer.To);
            var single = tally
                .Ballots.SelectMany(b => Enumerable.Repeat(b.Ranking, (int)b.Count))
                .OrderBy(r => string.Concat(r), StringComparer.Ordinal)
                .ToList();
            foreach (
                var at in Enumerable.Range(0, single.Count).Where(i => single[i][0] == from).Take((int)votes).ToList()
            )
            {
                single[at] = [to, .. single[at].Where(c => c != to)];
            }

            return tally with
            {
                Ballots = [.. single.Select(r => new RankedBallot(r, 1))],
                Contenders =
                [
                    .. tally.Contenders.Select(
                        (c, i) => c with { Votes = new Scrutineer.Counting.Count(single.Count(r => r[0] == i)) }
                    ),
                ],
            };
        }

        int Position(string id) => tally.Contenders.Select(c => c.Id).ToList().IndexOf(id);

        string Seats(Tally with) => dossier.Edition.Evaluate("ward", with, [], traced: false).Line();
    }

    [Fact]
    public void BallotsInAnotherOrder_GiveTheSameTransfers()
    {
        var dossier = Dossiers.Read("gb-aberdeen-ward11-2022");
        var tally = dossier.TallyOf("ward");
        Assert.Equal(Lines(tally), Lines(tally with { Ballots = [.. tally.Ballots.Reverse()] }));

        List<string> Lines(Tally with) =>
            [.. BallotTransfers.All(dossier.Edition, "ward", with, []).Select(t => $"{t.From} {t.To} {t.Votes}")];
    }

    // One seat, two candidates, 60 against 40: with ten ballots they are even and a lot is needed, with eleven the other wins.
    [Fact]
    public void TwoCandidates_IsHalfTheDifferenceAndOne()
    {
        var edition = Laws.Read("gb/scottish-ward").Named("2011")!;
        var tally = Dossiers.Read("gb-aberdeen-ward11-2022").TallyOf("ward");
        var two = tally with
        {
            Seats = new Scrutineer.Counting.Count(1),
            Contenders =
            [
                tally.Contenders[0] with
                {
                    Votes = new Scrutineer.Counting.Count(60),
                },
                tally.Contenders[1] with
                {
                    Votes = new Scrutineer.Counting.Count(40),
                },
            ],
            Ballots = [new RankedBallot([0], 35), new RankedBallot([0, 1], 25), new RankedBallot([1, 0], 40)],
        };
        var transfer = Assert.Single(BallotTransfers.All(edition, "ward", two, []));
        Assert.Equal(
            (tally.Contenders[0].Id, tally.Contenders[1].Id, 11L),
            (transfer.From, transfer.To, transfer.Votes)
        );
    }
}
