using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>Equal remainders and equal votes under the law on the Mazhilis go by the registration of the lists.</summary>
public class ListTieTests
{
    private static readonly ElectoralLaw Mazhilis = Laws.Read("kz/mazhilis");

    /// <summary>Two seats: A has one whole quota, B and C half a quota each.</summary>
    private static Standing Equal(params (string Id, string At)[] registered) =>
        Mazhilis
            .Under("2020")
            .WithSeats(2)
            .Evaluate("lists", Laws.Votes(("A", 500), ("B", 250), ("C", 250)).Registered(registered));

    [Theory]
    [InlineData("2020-12-04", "2020-12-03", "C")]
    [InlineData("2020-12-03", "2020-12-04", "B")]
    [InlineData("2020-12-04T10:01", "2020-12-04T10:00", "C")]
    [InlineData("2020-12-04T23:59", "2020-12-05", "B")]
    public void Remainders_RegistrationKnown_TheEarlierListWins(string b, string c, string winner)
    {
        var standing = Equal(("B", b), ("C", c));
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(new Dictionary<string, int> { ["A"] = 1, [winner] = 1 }, standing.Seats());
        Assert.Contains(
            "goes to the list registered earlier",
            standing.Steps.Single(s => s.Rule == "remainders").Result,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2020-12-04", "2020-12-04")]
    [InlineData("2020-12-04", "2020-12-04T10:00")]
    [InlineData("2020-12-04T10:00", "2020-12-04T10:00")]
    public void Remainders_RegisteredOnTheSameDay_StayOpenWithTheReason(string b, string c)
    {
        var standing = Equal(("B", b), ("C", c));
        Assert.Equal(Outcome.Tied, standing.Ended);
        Assert.Equal(["B", "C"], standing.Tie!.Among);
        Assert.Equal(1, standing.Tie.Seats);
        Assert.Equal("the order in which the lists were registered is not known", standing.Tie.Because);
        Assert.Equal(new Dictionary<string, int> { ["A"] = 1 }, standing.Seats());
    }

    [Fact]
    public void Remainders_OneRegistrationUnknown_StayOpen() =>
        Assert.Equal(Outcome.Tied, Equal(("B", "2020-12-04")).Ended);

    [Theory]
    [InlineData("2020-12-03", "2020-12-04", "B")]
    [InlineData("2020-12-04", "2020-12-03", "C")]
    public void SecondParty_EqualVotes_TheEarlierListIsAdmitted(string b, string c, string admitted)
    {
        var tally = Laws.Votes(("A", 900), ("B", 50), ("C", 50)).Registered(("B", b), ("C", c));
        var standing = Mazhilis.Under("2009").Evaluate("lists", tally);
        Assert.Equal(["A", admitted], standing.Seats().Keys);
        Assert.Equal(98, standing.Seats().Values.Sum());
    }

    [Fact]
    public void SecondParty_EqualVotesAndNoRegistration_AdmitsNobodyYet()
    {
        var standing = Mazhilis.Under("2009").Evaluate("lists", Laws.Votes(("A", 900), ("B", 50), ("C", 50)));
        Assert.Equal(Outcome.Tied, standing.Ended);
        Assert.Equal(("second-party", 0), (standing.Tie!.Rule, standing.Tie.Seats));
        Assert.Empty(standing.Seats());
    }
}
