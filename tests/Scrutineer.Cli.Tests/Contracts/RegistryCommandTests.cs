using System.Text.Json;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary><c>registry</c> as people and programs call it.</summary>
public sealed class RegistryCommandTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    private string Of(params string[] args)
    {
        var run = workspace.Run(["registry", Workspace.Dossier, .. args]);
        Assert.Equal(0, run.Exit);
        return run.Out.Replace("\n  ", " ", StringComparison.Ordinal);
    }

    [Fact]
    public void Registry_OfAPerson_HasOfficesWithTheirDaysAndKinshipFromBothEnds()
    {
        var text = Of("Dariga Nazarbayeva", "Nurali Aliyev", "Berik Imashev");
        Assert.Contains(
            "holds: Speaker of the Senate [Senate], from before 2020 to May 2020 (no longer)",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("kin: mother of Nurali Aliyev", text, StringComparison.Ordinal);
        Assert.Contains("kin: Dariga Nazarbayeva is the mother", text, StringComparison.Ordinal);
        Assert.Contains("kin: father-in-law of Nurali Aliyev", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-01-01", "holds: Speaker of the Senate [Senate], from before 2020 to May 2020 (perhaps)")]
    [InlineData("2020-02-01", "holds: Speaker of the Senate [Senate], from before 2020 to May 2020 [")]
    [InlineData("2021-01-10", "holds: Speaker of the Senate [Senate], from before 2020 to May 2020 (no longer)")]
    public void Registry_AsOfADay_SaysWhatHeldThen(string day, string expected) =>
        Assert.Contains(expected, Of("DarigaNazarbayeva", "--as-of", day), StringComparison.Ordinal);

    [Theory]
    [InlineData("Birlik", "[Adal; party]")]
    [InlineData("Aq Zhol", "[AkZhol; party]")]
    [InlineData("Nur-Otan", "[NurOtan; party]")]
    [InlineData("Toqaev", "[Tokayev; person]")]
    [InlineData("Astana", "[NurSultan; place]")]
    [InlineData("Communist People's Party", "[PPK; party]")]
    public void Registry_OfAnotherNameOrSpelling_IsTheSameIdentity(string word, string expected) =>
        Assert.Contains(expected, Of(word), StringComparison.Ordinal);

    [Fact]
    public void Registry_OfAnOffice_TellsWhoHeldIt()
    {
        using var json = JsonDocument.Parse(
            workspace.Run("registry", Workspace.Dossier, "president", "--as-of", "2020-11-05", "--json").Out
        );
        var office = Assert.Single(json.RootElement.GetProperty("identities").EnumerateArray());
        Assert.Equal("office", office.GetProperty("kind").GetString());
        Assert.Equal(
            ["Nursultan Nazarbayev: no", "Kassym-Jomart Tokayev: yes"],
            office
                .GetProperty("facts")
                .EnumerateArray()
                .Where(f => f.GetProperty("fact").GetString() == "held-by")
                .Select(f => $"{f.GetProperty("says")}: {f.GetProperty("held")}")
        );
    }

    [Fact]
    public void Registry_OfAKind_HasThatKindOnly()
    {
        var text = Of("--kind", "place");
        Assert.Contains("France [France; place]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("; party]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Did you mean 'Birlik'?", "Birlig")]
    [InlineData("There is no kind 'persons'", "--kind", "persons")]
    [InlineData("'2020-02-30' is no day", "--as-of", "2020-02-30")]
    public void Registry_AskedForWhatIsNotThere_SaysSo(string expected, params string[] args)
    {
        var run = workspace.Run(["registry", Workspace.Dossier, .. args]);
        Assert.Equal(2, run.Exit);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
