using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Results.Lists;

namespace Scrutineer.Tests.Results;

public sealed class ListCheckTests : IDisposable
{
    private const string Sound =
        "sex: female, born: 1980-05-01, citizen: yes, resident-since: 1980, party: A, unspent-conviction: no, corruption-crime: no";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-list-");

    public void Dispose() => folder.Delete(recursive: true);

    private IReadOnlyList<Finding> Check(string persons, string head = "", string edition = "2020")
    {
        var path = Path.Combine(folder.FullName, "list.yaml");
        File.WriteAllText(
            path,
            "scrutineer-list: \"1\"\nlist: A\ncontest: lists\npolling-day: 2021-01-10\nsubmitted: 2020-12-01\napproved: { for: 31, of: 60 }\nlast-share: 8 %\n"
                + head
                + "persons:\n"
                + persons
        );
        var problems = new Problems();
        var list = ListFile.Read(path, problems);
        Assert.Empty(problems.InOrder());
        var contest = LawOf(edition);
        return ListCheck.Of(list!, new ListContext(contest, list!.PollingDay));
    }

    private static Scrutineer.Law.Contest LawOf(string edition)
    {
        var problems = new Problems();
        var law = Scrutineer.Law.ElectoralLaw.Read(Checkout.Path("laws/kz/mazhilis.yaml"), problems);
        Assert.Empty(problems.InOrder());
        return law!.Named(edition)!.Text.Contests["lists"];
    }

    [Fact]
    public void Of_TheListsOf2020_MeetTheQuotaAsPublished()
    {
        var (dossier, _) = Facts.Of("kz-mazhilis-2021");
        foreach (
            var (id, share) in new[] { ("Adal", "5 of 16 persons (31.3 %)"), ("AkZhol", "14 of 38 persons (36.8 %)") }
        )
        {
            var problems = new Problems();
            var list = ListFile.Read(Checkout.Path($"elections/kz-mazhilis-2021/lists/{id}.yaml"), problems)!;
            var context = ListContexts.Of(dossier, list, dossier.Edition.Text.Contests["lists"], problems)!;
            Assert.Empty(problems.InOrder());
            var findings = ListCheck.Of(list, context);
            Assert.DoesNotContain(findings, f => f.Severity == Severity.Error);
            Assert.Contains(share, findings.Single(f => f.Code == "quota-met").Statement, StringComparison.Ordinal);
            Assert.Equal(id == "AkZhol", findings.Any(f => f.Code == "fee-exempt"));
            Assert.Equal(
                id == "Adal",
                findings.Any(f =>
                    f.Code == "fee-untold" && f.Statement.Contains("10,200,000", StringComparison.Ordinal)
                )
            );
        }
    }

    [Fact]
    public void Of_ASoundList_HasNoErrorAndNothingUntold() =>
        Assert.Equal(
            ["fee-exempt", "list-can-be-exhausted", "quota-met"],
            Check($"  - {{ name: One, {Sound} }}\n").Select(f => f.Code).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("born: 1980-05-01", "born: 1996-01-11", "an age of at least 25 years")]
    [InlineData("citizen: yes", "citizen: no", "citizenship")]
    [InlineData("resident-since: 1980", "resident-since: 2011-01-11", "residence of at least 10 years")]
    [InlineData("party: A", "party: B", "party membership")]
    [InlineData("unspent-conviction: no", "unspent-conviction: yes", "no unspent conviction")]
    [InlineData("corruption-crime: no", "corruption-crime: yes", "no corruption crime")]
    public void Of_APersonWhoMayNotStand_IsLocated(string old, string changed, string says)
    {
        var findings = Check(
            $"  - {{ name: One, {Sound} }}\n  - {{ name: Two, {Sound.Replace(old, changed, StringComparison.Ordinal)} }}\n"
        );
        var finding = Assert.Single(findings, f => f.Severity == Severity.Error);
        Assert.Equal("person-not-eligible", finding.Code);
        Assert.Equal(10, finding.Where!.Value.Line);
        Assert.Contains($"Two may not stand: {says}", finding.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhatIsLeftOut_IsNotTakenForNo()
    {
        var findings = Check("  - { name: One, born: 1996 }\n");
        Assert.DoesNotContain(findings, f => f.Severity == Severity.Error);
        Assert.Equal(6, findings.Count(f => f.Code == "eligibility-untold"));
        Assert.Contains(findings, f => f.Code == "quota-met");
    }

    [Fact]
    public void Of_AgeOnTheBirthday_IsReached() =>
        Assert.DoesNotContain(
            Check($"  - {{ name: One, {Sound.Replace("1980-05-01", "1996-01-10", StringComparison.Ordinal)} }}\n"),
            f => f.Severity == Severity.Error
        );

    [Fact]
    public void Of_AQuotaOfWomenAndYoungTogether_CountsEachOnce()
    {
        var man = Sound.Replace("female", "male", StringComparison.Ordinal);
        var youngWoman = Sound.Replace("1980-05-01", "1993-05-01", StringComparison.Ordinal);
        string List(int women, int men) =>
            string.Concat(Enumerable.Range(0, women).Select(n => $"  - {{ name: W{n}, {youngWoman} }}\n"))
            + string.Concat(Enumerable.Range(0, men).Select(n => $"  - {{ name: M{n}, {man} }}\n"));
        Assert.Contains(Check(List(3, 7)), f => f.Code == "quota-met");
        Assert.Contains(Check(List(2, 5)), f => f.Code == "quota-not-met");
        Assert.DoesNotContain(
            Check(List(2, 5), edition: "2009"),
            f => f.Code.StartsWith("quota", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Of_ListTooLongTwiceNamedNotApprovedAndUnderpaid_SaysEach()
    {
        var many = string.Concat(Enumerable.Range(0, 127).Select(n => $"  - {{ name: P{n}, {Sound} }}\n"));
        Assert.DoesNotContain(Check(many), f => f.Code == "list-too-long");
        Assert.Contains(Check(many + $"  - {{ name: Q, {Sound} }}\n"), f => f.Code == "list-too-long");
        Assert.Contains(
            Check($"  - {{ name: One, {Sound} }}\n  - {{ name: one, {Sound} }}\n"),
            f => f.Code == "person-twice"
        );
        var path = Path.Combine(folder.FullName, "other.yaml");
        File.WriteAllText(
            path,
            "scrutineer-list: \"1\"\nlist: A\ncontest: lists\napproved: { for: 30, of: 60 }\nlast-share: 6.99 %\nfee-paid: 1\nnumbers: { persons: 10, source: s }\n"
        );
        var findings = ListCheck.Of(ListFile.Read(path, new Problems())!, new ListContext(LawOf("2020"), null));
        Assert.Contains(findings, f => f.Code == "not-approved");
        Assert.Contains(findings, f => f.Code == "fee-differs");
        Assert.Contains(findings, f => f.Code == "quota-untold");
    }

    [Fact]
    public void Read_AListOfNobody_IsAProblem()
    {
        var path = Path.Combine(folder.FullName, "empty.yaml");
        File.WriteAllText(path, "scrutineer-list: \"1\"\nlist: A\ncontest: lists\n");
        var problems = new Problems();
        Assert.Null(ListFile.Read(path, problems));
        Assert.Contains("names nobody", Assert.Single(problems.InOrder()).Found, StringComparison.Ordinal);
    }
}
