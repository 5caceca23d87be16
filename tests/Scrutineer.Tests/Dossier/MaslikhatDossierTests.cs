using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Dossier;

/// <summary>The dossiers of the maslikhats, each with the seats that its territorial commission declared.</summary>
public class MaslikhatDossierTests
{
    [Theory]
    [InlineData("kz-maslikhat-almaty-2023", "2022", "Almaty city")]
    [InlineData("kz-maslikhat-rudny-2021", "2018", "Rudny")]
    public void Lists_GoverningEdition_GivesTheDeclaredSeats(string id, string edition, string unit)
    {
        var dossier = Dossiers.Read(id);
        Assert.Equal(edition, dossier.Edition.Name);
        var standing = dossier.Edition.Evaluate("lists", dossier.TallyOf("lists", unit));
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(dossier.OfficialSeats("lists", unit).Where(s => s.Value > 0).ToDictionary(), standing.Seats());
    }

    /// <summary>Five per cent of those who took part is 15,114 votes; the smallest list has 15,273.</summary>
    [Fact]
    public void Almaty2023_LiteralReading_LeavesTheSmallestListIn()
    {
        var dossier = Dossiers.Read("kz-maslikhat-almaty-2023").Under("literal");
        var standing = dossier.Edition.Evaluate("lists", dossier.TallyOf("lists", "Almaty city"));
        Assert.Equal(1, standing.Seats()["AkZhol"]);
        Assert.Contains("15,114 votes", standing.Steps[0].Result, StringComparison.Ordinal);
    }
}
