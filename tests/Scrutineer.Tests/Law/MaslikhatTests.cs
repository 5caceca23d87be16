using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>The laws on the maslikhats, on results of councils of different size.</summary>
public class MaslikhatTests
{
    private static readonly ElectoralLaw Regional = Laws.Read("kz/maslikhat");
    private static readonly ElectoralLaw Lower = Laws.Read("kz/maslikhat-lower");

    /// <summary>Rudny, 10 January 2021: https://www.qostanai.media/dve-partii-proshli-v-maslihat-rudnogo/amp</summary>
    [Fact]
    public void Rudny2021_FifteenSeats_Is12And3() =>
        Assert.Equal(
            new Dictionary<string, int> { ["NurOtan"] = 12, ["AkZhol"] = 3 },
            Lower
                .Under("2018")
                .Evaluate("lists", Laws.Votes(("NurOtan", 48640), ("AkZhol", 12110), ("Adal", 769)))
                .Seats()
        );

    /// <summary>
    /// Almaty, 10 January 2021: shares alone were published (https://www.inalmaty.kz/news/2991573/), which stand here for
    /// votes in ten thousand. Adal's 6.79 % is below the threshold.
    /// </summary>
    [Fact]
    public void Almaty2021_ThirtyNineSeats_Is29And4And3And3()
    {
        var tally = Laws.Votes(("NurOtan", 6811), ("AkZhol", 1011), ("Auyl", 768), ("PPK", 731), ("Adal", 679));
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["NurOtan"] = 29,
                ["AkZhol"] = 4,
                ["Auyl"] = 3,
                ["PPK"] = 3,
            },
            Regional.Under("2018").Evaluate("lists", tally).Seats()
        );
        Assert.Contains(
            "Adal",
            Regional.Under("2021").WithSeats(39).Evaluate("lists", tally with { AgainstAll = new(0) }).Seats()
        );
    }

    /// <summary>
    /// Astana, 19 March 2023, a council of another size:
    /// https://bes.media/news/amanat-pervye-s-68-ak-zhol-vtorye-s-16-–-vybory-v-maslihat-astany-956. Two lists have no
    /// whole quota and a seat each.
    /// </summary>
    [Fact]
    public void Astana2023_SeventeenListSeats_Is12And3And1And1()
    {
        var tally = Laws.Votes(
            ("Amanat", 227307),
            ("Auyl", 2147),
            ("Respublica", 5401),
            ("PPK", 18174),
            ("Baytaq", 18154),
            ("AkZhol", 56045)
        ) with
        {
            AgainstAll = new(3269),
        };
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["Amanat"] = 12,
                ["PPK"] = 1,
                ["Baytaq"] = 1,
                ["AkZhol"] = 3,
            },
            Regional.Under("2022").WithSeats(17).Evaluate("lists", tally).Seats()
        );
    }

    [Theory]
    [InlineData("1995", "districts", "districts")]
    [InlineData("2004", "districts", "districts")]
    [InlineData("2018", "lists", "lists")]
    [InlineData("2021", "lists", "lists")]
    [InlineData("2022", "lists districts", "districts")]
    public void Editions_Contests_ListsFrom2018AndHalfOfThemFrom2023(string edition, string regional, string lower)
    {
        Assert.Equal(regional, string.Join(' ', Regional.Named(edition)!.Text.Contests.Keys));
        Assert.Equal(lower, string.Join(' ', Lower.Named(edition)!.Text.Contests.Keys));
    }

    [Fact]
    public void Editions2022_RegionalCouncil_HalfListsHalfDistricts()
    {
        var contests = Regional.Named("2022")!.Text.Contests;
        Assert.Equal(contests["lists"].Seats, contests["districts"].Seats);
    }

    [Fact]
    public void Districts_MostVotes_AreEnoughAndATieStaysOpen()
    {
        var edition = Regional.Under("2004");
        Assert.Equal(["A"], edition.Evaluate("districts", Laws.Votes(("A", 34), ("B", 33), ("C", 33))).Seats().Keys);
        var tied = edition.Evaluate("districts", Laws.Votes(("A", 34), ("B", 34), ("C", 32)));
        Assert.Equal(Outcome.Tied, tied.Ended);
        Assert.Equal(["A", "B"], tied.Tie!.Among);
    }

    /// <summary>The two laws differ in the size of the council and, since 2023, in having lists.</summary>
    [Fact]
    public void Editions_BeforeTheActOf2022_AreTheSameForBothKinds()
    {
        foreach (var edition in Regional.Editions.Where(e => e.Name != "2022"))
        {
            var other = Lower.Named(edition.Name)!;
            Assert.Equal((edition.Head.InForce, edition.Head.Until), (other.Head.InForce, other.Head.Until));
            Assert.Equal(Sentences(edition), Sentences(other));
        }
    }

    private static IEnumerable<string> Sentences(Edition edition) =>
        edition.Text.Contests.Values.SelectMany(c => c.Rules).Select(r => $"{r.Id}: {r.Sentence()} {r.Rule.Checked}");
}
