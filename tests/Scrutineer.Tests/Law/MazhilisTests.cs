using Scrutineer.Counting;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>The six list elections of the Mazhilis, from the figures of the Central Election Commission.</summary>
public class MazhilisTests
{
    private static readonly ElectoralLaw Law = ReadLaw();

    private static ElectoralLaw ReadLaw()
    {
        var problems = new Problems();
        var law = ElectoralLaw.Read(Checkout.Path("laws/kz/mazhilis.yaml"), problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        return law!;
    }

    private static Tally Votes(params (string List, long Votes)[] votes) =>
        new() { Contenders = [.. votes.Select(v => new Contender(v.List, new Count(v.Votes)))] };

    private static Tally Mazhilis2007 =>
        Votes(
            ("NurOtan", 5247720),
            ("OSDP", 269310),
            ("AkZhol", 183346),
            ("Auyl", 89855),
            ("CPPK", 76799),
            ("Patriots", 46436),
            ("Rukhaniyat", 22159)
        );

    private static string Seats(string edition, Tally tally, params string[] readings)
    {
        var problems = new Problems();
        var text = Law.Named(edition)!.With(readings, [], problems)!;
        Assert.False(problems.Any);
        var standing = text.Evaluate("lists", tally);
        return string.Join(" ", standing.Seats.Where(s => s > 0));
    }

    [Fact]
    public void Mazhilis2021_Edition2020_Is76And12And10()
    {
        var tally = Votes(
            ("PPK", 659019),
            ("NurOtan", 5148074),
            ("Auyl", 383023),
            ("AkZhol", 792828),
            ("Adal", 258618)
        );
        Assert.Equal("10 76 12", Seats("2020", tally));
        var standing = Law.Named("2020")!.Evaluate("lists", tally);
        Assert.Equal(Outcome.Allocated, standing.Ended);
        var divide = standing.Steps.Single(s => s.Rule == "divide");
        Assert.Contains("67,346.1327 (exactly 6599921/98)", divide.Result, StringComparison.Ordinal);
        Assert.Equal("ce 97-1 §§1-3", divide.Cite);
    }

    [Fact]
    public void Mazhilis2004_LiteralReading_CostsAistItsSeat()
    {
        var tally = Votes(
            ("Otan", 2883706),
            ("AkZhol", 572672),
            ("Asar", 541239),
            ("AIST", 336177),
            ("OppositionUnionCommunistsDCK", 163824),
            ("CPPK", 94140),
            ("Auyl", 82523),
            ("DemocraticPartyAdilet", 36379),
            ("Patriots", 26287),
            ("Rukhaniyat", 20826)
        ) with
        {
            BallotsIssued = new Count(4893204),
        };
        Assert.Equal("7 1 1 1", Seats("2004", tally));
        Assert.Equal("7 2 1", Seats("2004", tally, "literal"));
    }

    [Fact]
    public void Mazhilis2007_Edition2007_SinglePassingListTakesAll() => Assert.Equal("98", Seats("2007", Mazhilis2007));

    [Fact]
    public void Mazhilis2007_Edition2009_AdmitsTheSecondWithFactor()
    {
        Assert.Equal("94 4", Seats("2009", Mazhilis2007));
        Assert.Equal("95 3", Seats("2009", Mazhilis2007, "to-the-first"));
    }

    [Fact]
    public void Mazhilis2023_AgainstAll_IsInTheBaseAndNotInTheQuota()
    {
        var tally = Votes(
            ("Amanat", 3431510),
            ("Auyl", 693938),
            ("Respublica", 547154),
            ("AkZhol", 535139),
            ("PPK", 432920),
            ("OSDP", 331058),
            ("Baytaq", 146431)
        ) with
        {
            AgainstAll = new Count(248291),
        };
        Assert.Equal("40 8 6 6 5 4", Seats("2022", tally));
        var standing = Law.Named("2022")!.Evaluate("lists", tally);
        Assert.Equal(6366441, standing.SizeOf(BaseName.ValidVotes).Value);
    }
}
