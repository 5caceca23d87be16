using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Dossier;

/// <summary>The dossiers of the Mazhilis: each is governed by the edition of its day and gives the declared seats.</summary>
public class MazhilisDossierTests
{
    [Theory]
    [InlineData("kz-mazhilis-2004", "2004", "Otan 7, AkZhol 1, Asar 1, AIST 1")]
    [InlineData("kz-mazhilis-2007", "2007", "NurOtan 98")]
    [InlineData("kz-mazhilis-2012", "2009", "NurOtan 83, AkZhol 8, CPPK 7")]
    [InlineData("kz-mazhilis-2016", "2009", "NurOtan 84, AkZhol 7, CPPK 7")]
    [InlineData("kz-mazhilis-2021", "2020", "PPK 10, NurOtan 76, AkZhol 12")]
    [InlineData("kz-mazhilis-2023", "2022", "Amanat 40, Auyl 8, Respublica 6, AkZhol 6, PPK 5, OSDP 4")]
    public void Lists_GoverningEdition_GivesTheDeclaredSeats(string id, string edition, string seats)
    {
        var dossier = Dossiers.Read(id);
        Assert.Equal(edition, dossier.Edition.Name);
        var standing = dossier.Edition.Evaluate("lists", dossier.TallyOf("lists", "nation"));
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(seats, string.Join(", ", standing.Seats().Select(s => $"{s.Key} {s.Value}")));
        var official = dossier.OfficialSeats("lists", "nation");
        Assert.Equal(dossier.File.Contests["lists"].Contenders.Count, official.Count);
        Assert.Equal(official.Where(s => s.Value > 0).ToDictionary(), standing.Seats());
    }

    [Fact]
    public void Lists2004_LiteralReading_Is7And2And1()
    {
        var dossier = Dossiers.Read("kz-mazhilis-2004").Under("literal");
        var standing = dossier.Edition.Evaluate("lists", dossier.TallyOf("lists", "nation"));
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["Otan"] = 7,
                ["AkZhol"] = 2,
                ["Asar"] = 1,
            },
            standing.Seats()
        );
        Assert.Contains("342,525", Threshold(standing), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kz-mazhilis-2007")]
    [InlineData("kz-mazhilis-2016")]
    [InlineData("kz-mazhilis-2021")]
    [InlineData("kz-mazhilis-2023")]
    public void Lists_LiteralReading_ChangesNoSeatButIn2004(string id)
    {
        var dossier = Dossiers.Read(id);
        var tally = dossier.TallyOf("lists", "nation");
        Assert.Equal(
            dossier.Edition.Evaluate("lists", tally).Seats(),
            dossier.Under("literal").Edition.Evaluate("lists", tally).Seats()
        );
    }

    [Fact]
    public void Lists2012_LiteralReadingWithoutBallots_CannotBeTold()
    {
        var dossier = Dossiers.Read("kz-mazhilis-2012").Under("literal");
        var standing = dossier.Edition.Evaluate("lists", dossier.TallyOf("lists", "nation"));
        Assert.Equal(Outcome.Unknown, standing.Ended);
        Assert.Contains("ballots issued is not reported", standing.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "NurOtan 94, OSDP 4")]
    [InlineData("to-the-first", "NurOtan 95, OSDP 3")]
    public void Lists2007_UnderTheActOf2009_ASecondListIsAdmitted(string? reading, string seats)
    {
        var edition = Laws.Read("kz/mazhilis").Under("2009", reading is null ? [] : [reading]);
        var standing = edition.Evaluate("lists", Dossiers.Read("kz-mazhilis-2007").TallyOf("lists", "nation"));
        Assert.Equal(seats, string.Join(", ", standing.Seats().Select(s => $"{s.Key} {s.Value}")));
    }

    [Fact]
    public void Assembly2021_NineOfNine_LowestHas270Of351()
    {
        var dossier = Dossiers.Read("kz-mazhilis-2021");
        var standing = dossier.Edition.Evaluate("assembly", dossier.TallyOf("assembly", "nation"));
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(9, standing.Seats().Count);
        Assert.Equal(351, standing.Majority!.BaseVotes);
        Assert.Equal(176, standing.Majority.Needed);
        Assert.Equal(270, standing.Majority.Votes.Min(v => v.Value));
        Assert.True(standing.Majority.Confirms(standing.Seats()));
    }

    /// <summary>Only shares of "those who took part" were published; they answer the rule in whichever reading.</summary>
    [Theory]
    [InlineData(BaseName.BallotsIssued)]
    [InlineData(BaseName.BallotsInBox, "in-the-box")]
    public void Assembly2016_PublishedSharesAlone_ElectNine(BaseName meaning, params string[] readings)
    {
        var dossier = Dossiers.Read("kz-mazhilis-2016").Under(readings);
        var standing = dossier.Edition.Evaluate("assembly", dossier.TallyOf("assembly", "nation"));
        Assert.Equal(meaning, standing.ParticipantsMean);
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(dossier.OfficialSeats("assembly", "nation"), standing.Seats());
        Assert.Null(standing.Majority);
    }

    [Fact]
    public void Districts2004And2023_SeatsWithoutVotes_AreOfficialAndNotComputed()
    {
        var before = Dossiers.Read("kz-mazhilis-2004");
        Assert.Equal(67, before.OfficialSeats("districts", "nation").Values.Sum());
        Assert.Empty(before.Units("districts"));
        Assert.Equal(29, Dossiers.Read("kz-mazhilis-2023").OfficialSeats("districts", "nation").Values.Sum());
    }

    private static string Threshold(Standing standing) => standing.Steps.Single(s => s.Rule == "threshold").Result;
}
