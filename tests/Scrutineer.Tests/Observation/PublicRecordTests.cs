using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Observation;
using Scrutineer.Tests.Dossier;

namespace Scrutineer.Tests.Observation;

/// <summary>Turnout, polls and observation of the election of 2021.</summary>
public class PublicRecordTests
{
    private static readonly ElectionDossier Dossier = Dossiers.Read("kz-mazhilis-2021");

    private static readonly PublicRecord Record = Read();

    private static PublicRecord Read()
    {
        var problems = new Problems();
        var record = PublicRecord.Read(Dossier, problems);
        Assert.Empty(problems.InOrder());
        return record!;
    }

    [Fact]
    public void Validity_OfTheListsOf2021_NoTurnoutVoidsThem()
    {
        var lists = Record.Validity.Single(v => v.Contest == "lists");
        Assert.Null(lists.Minimum);
        Assert.Contains(
            "struck out by Act No. 285 with effect from 6 November 1998",
            lists.Says,
            StringComparison.Ordinal
        );
        Assert.Contains("ce 9", lists.Basis, StringComparison.Ordinal);

        // 7,539,280 of 11,919,241 came; half are 5,959,620.5, so that 1,579,660 fewer would not be more than half.
        Assert.Contains("would be valid", lists.Would(Dossier), StringComparison.Ordinal);
        Assert.Contains(
            "1579660",
            new string([.. lists.Would(Dossier)!.Where(char.IsAsciiDigit)]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Turnout_Of17Regions_HasUnknownHoursAndLaterClocks()
    {
        var report = Record.Turnout!;
        Assert.Equal(18, report.Units.Count);
        Assert.Equal(17, report.Tiles.Count);
        Assert.Equal("nation", report.Units[0].Unit);
        Assert.Null(report.Units[0].Points.Single(p => p.Time == new TimeOnly(16, 0)).Share);
        var behind = report.Units.Where(u => u.Behind == TimeSpan.FromHours(1)).Select(u => u.Unit).Order();
        Assert.Equal(["Aktobe", "Atyrau", "Kyzylorda", "Mangystau", "WestKazakhstan"], behind);
        Assert.Equal(new TimeOnly(21, 0), report.Units.Single(u => u.Unit == "Aktobe").Closes);
    }

    [Theory]
    [InlineData(
        "turnout-public-while-voting",
        "60 minutes more: Aktobe, Atyrau, West Kazakhstan, Kyzylorda, Mangystau"
    )]
    [InlineData("turnout-public-while-voting", "Aktobe 57.7 % → 58.8 %")]
    [InlineData("poll-sample-disputed", "Public Opinion: sources differ")]
    [InlineData("poll-sum-above-whole", "100.09 %")]
    [InlineData("poll-of-a-part", "it asked in Almaty only")]
    [InlineData("poll-within-margin", "71.97 % of a base that is not stated against 71.09 % of the valid votes")]
    [InlineData("observers-add-up", "add up to 322")]
    [InlineData("observers-add-up", "add up to 398")]
    [InlineData("observers-not-counted", "the organisations of the country")]
    [InlineData("observation-narrowed", "since 4 December 2020")]
    [InlineData("question-unanswered", "How many were detained?")]
    public void Findings_OfTheRecord_SayIt(string code, string words) =>
        Assert.Contains(Record.Findings, f => f.Code == code && f.Statement.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Findings_ARuleOfALaterYear_DoesNotNarrowThisElection() =>
        Assert.DoesNotContain(
            Record.Findings,
            f => f.Statement.Contains("accreditation of one year", StringComparison.Ordinal)
        );

    [Fact]
    public void MostVotes_OfAnIncident_IsABoundOrNone()
    {
        var denied = Record.Observation!.Incidents.First(i => i.What == IncidentKind.ObserverDenied);
        Assert.Equal(7539280, PublicRecord.MostVotes(Dossier, denied)!.Value.Votes);
        var detained = Record.Observation.Incidents.First(i => i.What == IncidentKind.Detention);
        Assert.Null(PublicRecord.MostVotes(Dossier, detained));
        Assert.Equal(7, PublicRecord.MostVotes(Dossier, denied with { Votes = 7 })!.Value.Votes);
    }
}
