using Scrutineer.Findings;
using Scrutineer.Registry;

namespace Scrutineer.Tests.Registry;

/// <summary>The registry of Kazakhstan, asked about the days of the election of 2021.</summary>
public class KazakhstanRegisterTests
{
    private static readonly IdentityRegister Register = Read();

    private static IdentityRegister Read()
    {
        var problems = new Problems();
        var register = IdentityRegister.Read(Checkout.Path("registry/kz"), problems);
        Assert.Empty(problems.InOrder());
        return register!;
    }

    [Theory]
    [InlineData("Adal", "2020-11-04", "Birlik")]
    [InlineData("Adal", "2020-11-06", "Adal")]
    [InlineData("PPK", "2020-11-10", "Communist People's Party")]
    [InlineData("PPK", "2020-11-12", "People's Party")]
    [InlineData("NurOtan", "2005-01-01", "Otan")]
    [InlineData("NurOtan", "2021-01-10", "Nur Otan")]
    [InlineData("NurOtan", "2023-03-19", "Amanat")]
    [InlineData("NurSultan", "2018-12-31", "Astana")]
    [InlineData("NurSultan", "2021-01-10", "Nur-Sultan")]
    [InlineData("NurSultan", "2023-03-19", "Astana")]
    public void NameOn_ThroughRenamings_IsThatOfTheDay(string id, string day, string name) =>
        Assert.Equal(name, Register.Find(id)!.NameOn(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    [Fact]
    public void NamesOn_EveryDayOf2020And2021_IsOneForEachParty()
    {
        string[] parties = ["NurOtan", "AkZhol", "PPK", "Auyl", "Adal", "OSDP"];
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2022; day = day.AddDays(1))
        {
            foreach (var id in parties)
            {
                var names = Register.Find(id)!.NamesOn(day).Select(n => n.Name);
                var renamed =
                    (id == "Adal" && day == new DateOnly(2020, 11, 5))
                    || (id == "PPK" && day == new DateOnly(2020, 11, 11));
                Assert.Equal(renamed ? 2 : 1, names.Count());
            }
        }
    }

    [Theory]
    [InlineData("Nur-Otan", "NurOtan")]
    [InlineData("Нұр Отан", "NurOtan")]
    [InlineData("Aq Zhol", "AkZhol")]
    [InlineData("ak zhol", "AkZhol")]
    [InlineData("Toqaev", "Tokayev")]
    [InlineData("Qasym-Zhomart Toqaev", "Tokayev")]
    [InlineData("Nursultan Nazarbaev", "Nazarbayev")]
    [InlineData("Turkestan", "Turkistan")]
    [InlineData("North Kazakhstan Province", "NorthKazakhstan")]
    [InlineData("Almaty", "Almaty")]
    [InlineData("Almaty Region", "AlmatyRegion")]
    [InlineData("Astana", "NurSultan")]
    [InlineData("Birlik", "Adal")]
    [InlineData("CPPK", "PPK")]
    public void Resolve_SpellingsOfTheSources_MeanOneIdentity(string word, string id) =>
        Assert.Equal(id, Register.Resolve(word, new DateOnly(2020, 12, 22)).Identity!.Id);

    [Fact]
    public void Resolve_NameOfAnotherDay_SaysSo()
    {
        Assert.Equal(Answer.Yes, Register.Resolve("Birlik", new DateOnly(2020, 11, 5)).Matches[0].Held);
        Assert.Equal(Answer.No, Register.Resolve("Birlik", new DateOnly(2020, 11, 6)).Matches[0].Held);
        Assert.Empty(Register.Resolve("Nobody's Party", new DateOnly(2020, 11, 6)).Matches);
        Assert.Null(Register.Resolve("Nobody's Party", new DateOnly(2020, 11, 6)).Identity);
    }

    [Fact]
    public void LevelOn_Shymkent_IsACityAndNoRegion()
    {
        var day = new DateOnly(2021, 1, 10);
        Assert.Equal("city", Register.Find("Shymkent")!.LevelOn(day));
        Assert.Null(Register.Find("Shymkent")!.LevelOn(new DateOnly(2018, 1, 1)));
        var levels = Register.Of(IdentityKind.Place).Select(p => p.LevelOn(day)).ToList();
        Assert.Equal(14, levels.Count(l => l == "region"));
        Assert.Equal(3, levels.Count(l => l == "city"));
        Assert.Equal("SouthKazakhstan", Assert.Single(Register.Find("Shymkent")!.Entry.Origins).Of.Single());
    }

    [Fact]
    public void ClockOn_ElectionDay_FiveRegionsAreAnHourBehind()
    {
        var day = new DateOnly(2021, 1, 10);
        var capital = Register.Find("NurSultan")!.ClockOn(day)!.Ahead;
        Assert.Equal(
            ["Aktobe", "Atyrau", "WestKazakhstan", "Kyzylorda", "Mangystau"],
            Register
                .Of(IdentityKind.Place)
                .Where(p => p.ClockOn(day) is { } clock && capital - clock.Ahead == TimeSpan.FromHours(1))
                .Select(p => p.Id)
        );
    }

    [Fact]
    public void Holds_OnElectionDay_OnePersonHoldsFourOffices()
    {
        var day = new DateOnly(2021, 1, 10);
        var held = Register.Find("Nazarbayev")!.Entry.Holds.Where(h => h.Held(day) == Answer.Yes).Select(h => h.Office);
        Assert.Equal(["security-council-chair", "elbasy", "nur-otan-chair", "assembly-chair"], held);
        Assert.Equal(Answer.Yes, Register.Find("DVK")!.Is(PartyStatus.Banned, day));
        Assert.Equal(Answer.Yes, Register.Find("DPK")!.Is(PartyStatus.Unregistered, day));
        Assert.Equal(Answer.No, Register.Find("Adal")!.Is(PartyStatus.Merged, day));
    }
}
