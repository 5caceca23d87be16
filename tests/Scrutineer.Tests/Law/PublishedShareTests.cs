using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>A percentage published "of those who took part" answers a rule in the same words, and no other.</summary>
public class PublishedShareTests
{
    private static readonly ElectoralLaw Mazhilis = Laws.Read("kz/mazhilis");

    private static Tally Nine(BaseName of, int percent) =>
        new()
        {
            Contenders =
            [
                .. Enumerable
                    .Range(1, 9)
                    .Select(i => new Contender($"C{i}", Count.NotReported)
                    {
                        PublishedShares = new Dictionary<BaseName, ShareOf>
                        {
                            [of] = ShareOf.Published(new Rational(percent, 100), 0),
                        },
                    }),
            ],
        };

    [Theory]
    [InlineData(BaseName.Participants)]
    [InlineData(BaseName.BallotsIssued)]
    [InlineData(BaseName.Participants, "in-the-box")]
    [InlineData(BaseName.BallotsInBox, "in-the-box")]
    public void Elect_ShareOfParticipantsOrOfTheirMeaning_Decides(BaseName of, params string[] readings)
    {
        var edition = Mazhilis.Under("2009", readings);
        Assert.Equal(9, edition.Evaluate("assembly", Nine(of, 51)).Seats().Count);
        Assert.Equal(Outcome.RepeatVote, edition.Evaluate("assembly", Nine(of, 49)).Ended);
    }

    [Theory]
    [InlineData(BaseName.BallotsInBox)]
    [InlineData(BaseName.ValidVotes)]
    [InlineData(BaseName.BallotsIssued, "in-the-box")]
    public void Elect_ShareOfAnotherBase_CannotBeTold(BaseName of, params string[] readings) =>
        Assert.Equal(Outcome.Unknown, Mazhilis.Under("2009", readings).Evaluate("assembly", Nine(of, 90)).Ended);

    [Fact]
    public void Elect_HalfRounded_CannotBeTold() =>
        Assert.Equal(
            Outcome.Unknown,
            Mazhilis.Under("2009").Evaluate("assembly", Nine(BaseName.Participants, 50)).Ended
        );
}
