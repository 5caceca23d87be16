namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What the files around the count cannot say, told by <c>check</c> with file and line.</summary>
public sealed class RecordProblemsTests : IDisposable
{
    private const string Parties = "registry/kz/parties.yaml";
    private const string Persons = "registry/kz/persons.yaml";
    private const string Claims = Workspace.Dossier + "/claims.yaml";
    private const string Events = Workspace.EventsFile;

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Check_OverlappingIntervals_AreLocated() =>
        Located(
            Parties,
            ("name: Birlik, from: 2013-04-26, to: 2020-11-05", "name: Birlik, from: 2013-04-26, to: 2020-11-30"),
            "name: Adal, full",
            "'Adal' has two names at once in 'en', 'Birlik' and 'Adal'"
        );

    [Fact]
    public void Check_NameOfTwoPartiesAtOnce_IsLocated() =>
        Located(
            Parties,
            ("name: Adal, full: Political", "name: Auyl, full: Political"),
            "name: Auyl, full: Political",
            "'Auyl' is a name of 'Adal' and, at the same time, of 'Auyl'"
        );

    [Fact]
    public void Check_ClaimWithoutABase_IsLocated() =>
        Located(
            Claims,
            ("    base: unstated\n    number: 71.1 %", "    number: 71.1 %"),
            "- about: nur-otan-share\n    says: Nur Otan has 71.1 per cent",
            "and the statement has no base"
        );

    [Fact]
    public void Check_DateThatDoesNotExist_IsLocated() =>
        Located(Events, ("- on: 2020-11-06", "- on: 2020-11-31"), "- on: 2020-11-31", "stands '2020-11-31'");

    [Fact]
    public void Check_TextsThatComeFromEachOther_AreLocated() =>
        Located(
            Claims,
            ("outlet: Aqparat\n", "outlet: Aqparat\n    from: [exit-two-more]\n"),
            "title: Results of the exit poll of SOCIS-A, Aqparat",
            "comes from itself"
        );

    [Fact]
    public void Check_AliasToNowhere_IsLocated() =>
        Located(
            Persons,
            ("alias: Toqaev, of: Tokayev", "alias: Toqaev, of: Tokajev"),
            "alias: Toqaev,",
            "leads to 'Tokajev', which is not in the registry"
        );

    [Fact]
    public void Check_LawSignedBeforeItIsPassed_IsLocated() =>
        Located(
            Events,
            ("- on: before 2020-05-25\n", "- on: 2020-06-01\n"),
            "- on: 2020-05-25\n    what: law-signed",
            "before 'law-passed' on 1 June 2020"
        );

    [Fact]
    public void Check_AmountWithoutACurrency_IsLocated() =>
        Located(
            Claims,
            ("money: [12.63 million KZT", "money: [12.63 million"),
            "money: [12.63 million",
            "an amount with its currency"
        );

    [Fact]
    public void Check_OneAmountTwiceInOneCurrency_IsLocated() =>
        Located(Claims, ("32793 USD]", "32793 KZT]"), "- about: fine", "one amount twice in one currency");

    [Fact]
    public void Check_CurrencyPricedInItself_IsLocated() =>
        Located(
            Claims,
            ("of: USD, is: 384.39 KZT", "of: USD, is: 384.39 USD"),
            "of: USD, is: 384.39",
            "'USD' is priced in itself"
        );

    /// <summary>After an edit, the command refuses the input, and a problem stands on the line of a text.</summary>
    private void Located(string file, (string Old, string New) edit, string line, string problem)
    {
        workspace.Edit(file, edit.Old, edit.New);
        var expected = $"{file}:{workspace.LineOf(file, line)}:";
        var run = workspace.Check();
        Assert.Equal(2, run.Exit);
        Assert.Contains(
            run.Error.Split('\n'),
            told =>
                told.StartsWith(expected, StringComparison.Ordinal) && told.Contains(problem, StringComparison.Ordinal)
        );
    }
}
