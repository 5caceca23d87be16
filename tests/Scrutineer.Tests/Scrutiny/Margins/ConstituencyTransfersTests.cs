using Scrutineer.Counting;
using Scrutineer.Dossier;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Scrutiny.Margins;
using Scrutineer.Tests.Dossier;

namespace Scrutineer.Tests.Scrutiny.Margins;

/// <summary>Transfers within a constituency, held against trying every smaller number of votes between the same lists.</summary>
public class ConstituencyTransfersTests
{
    [Theory]
    [InlineData("is-althingi-2016", "Pirate Party", "Left-Green Movement", 14)]
    [InlineData("no-storting-2021", "Socialist Left Party", "Conservative Party", 27)]
    [InlineData("cz-chamber-2021", "Piráti+STAN", "SPD", 183)]
    public void Dossier_LeastOfAll_IsAsFound(string id, string from, string to, long votes)
    {
        var dossier = Dossiers.Read(id);
        var contest = dossier.Edition.Text.Contests.Keys.Single();
        var result = Assert.Single(ElectionResult.OfContest(dossier, contest, traced: false));
        var margin = result.Margin!;
        Assert.Equal((from, to, votes), (result.NameOf(margin.From), result.NameOf(margin.To), margin.Votes));
        Assert.True(margin.IsBound);
        Assert.Equal(result.Standing!.Constituencies.Count(), result.Transfers.Count);
    }

    [Fact]
    public void All_Iceland2016_EachMovesASeatAndOneVoteFewerDoesNot()
    {
        var dossier = Dossiers.Read("is-althingi-2016");
        var contest = dossier.Edition.Text.Contests.Keys.Single();
        var tally = dossier.TallyOf(contest);
        var now = Seats(dossier, contest, tally);
        foreach (var transfer in ConstituencyTransfers.All(dossier.Edition, contest, tally, dossier.Lots(contest)))
        {
            Assert.NotEqual(now, Seats(dossier, contest, Moved(tally, transfer, transfer.Votes)));
            Assert.Equal(now, Seats(dossier, contest, Moved(tally, transfer, transfer.Votes - 1)));
        }
    }

    /// <summary>The least of all, by trying every smaller number between every two lists in every constituency.</summary>
    [Fact]
    public void All_Iceland2016_NoSmallerTransferBetweenListsWithSeatsExists()
    {
        var dossier = Dossiers.Read("is-althingi-2016");
        var contest = dossier.Edition.Text.Contests.Keys.Single();
        var tally = dossier.TallyOf(contest);
        var now = Seats(dossier, contest, tally);
        var least = TransferSearch.Least(
            ConstituencyTransfers.All(dossier.Edition, contest, tally, dossier.Lots(contest))
        )!;
        var seated = dossier.Edition.Evaluate(contest, tally, dossier.Lots(contest), traced: false);
        var lists = Enumerable.Range(0, seated.Seats.Length).Where(i => seated.Seats[i] > 0).ToList();
        foreach (var place in tally.Parts)
        {
            foreach (var (from, to) in lists.SelectMany(f => lists.Where(t => t != f).Select(t => (f, t))))
            {
                var pair = new Transfer(tally.Contenders[from].Id, tally.Contenders[to].Id, 0, [])
                {
                    Place = place.Unit,
                };
                for (var votes = 1; votes < least.Votes; votes++)
                {
                    Assert.Equal(now, Seats(dossier, contest, Moved(tally, pair, votes)));
                }
            }
        }
    }

    private static string Seats(ElectionDossier dossier, string contest, Tally tally)
    {
        var standing = dossier.Edition.Evaluate(contest, tally, dossier.Lots(contest), traced: false);
        return string.Join(';', standing.Constituencies.Prepend(standing).Select(p => string.Join(',', p.Seats)));
    }

    private static Tally Moved(Tally tally, Transfer transfer, long votes) =>
        With(tally, transfer, votes) with
        {
            Parts = [.. tally.Parts.Select(p => p.Unit == transfer.Place ? With(p, transfer, votes) : p)],
        };

    private static Tally With(Tally tally, Transfer transfer, long votes) =>
        tally with
        {
            Contenders =
            [
                .. tally.Contenders.Select(c =>
                    c.Id == transfer.From ? c with { Votes = new Count(c.Votes.Value!.Value - votes) }
                    : c.Id == transfer.To ? c with { Votes = new Count(c.Votes.Value!.Value + votes) }
                    : c
                ),
            ],
        };
}
