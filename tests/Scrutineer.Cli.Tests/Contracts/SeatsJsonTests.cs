using static Scrutineer.Cli.Tests.Contracts.JsonDocuments;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What <c>seats --json</c> promises to programs: the fields of its contract, ties and unknown figures as values, corrections.</summary>
public sealed class SeatsJsonTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Seats_Mazhilis2021_HasTheContractsFieldsAndFigures()
    {
        var lists = Contest(Document(workspace.Seats("--json")), "lists");
        foreach (
            var field in new[]
            {
                "contest",
                "seats",
                "lists",
                "official",
                "agrees",
                "readings",
                "tie",
                "margin",
                "certificate",
            }
        )
        {
            Assert.Contains(field, Names(lists));
        }

        Assert.DoesNotContain("derivation", Names(lists));
        Assert.Equal(98, (int)lists["seats"]!);
        Assert.Equal(
            [
                ("PPK", 659019, true, 10),
                ("NurOtan", 5148074, true, 76),
                ("Auyl", 383023, false, 0),
                ("AkZhol", 792828, true, 12),
                ("Adal", 258618, false, 0),
            ],
            lists["lists"]!
                .AsArray()
                .Select(l => ((string)l!["list"]!, (int)l["votes"]!, (bool)l["admitted"]!, (int)l["seats"]!))
        );
        Assert.Equal(76, (int)lists["official"]!["NurOtan"]!);
        Assert.True((bool)lists["agrees"]!);
        Assert.Null(lists["tie"]);
        Assert.Equal(11127, (int)lists["margin"]!["votes"]!);
        Assert.Equal("AkZhol", (string?)lists["margin"]!["from"]);
        Assert.Equal("NurOtan", (string?)lists["margin"]!["to"]);
        Assert.Equal("6599921/98", (string?)lists["certificate"]!["quota"]);
        foreach (var reading in lists["readings"]!.AsArray())
        {
            Assert.Equal(98, reading!["seats"]!.AsObject().Sum(s => (int)s.Value!));
            Assert.False((bool)reading["changes"]!);
            Assert.NotNull((string?)reading["reading"]);
        }
    }

    [Fact]
    public void Seats_Explain_AddsTheDerivationWithItsArticles()
    {
        var lists = Contest(Document(workspace.Seats("--json", "--explain")), "lists");
        var derivation = lists["derivation"]!.AsArray();
        Assert.Equal("threshold", (string?)derivation[0]!["rule"]);
        Assert.All(
            derivation,
            step =>
            {
                foreach (var field in new[] { "rule", "kind", "law", "cite", "checked", "applied", "result" })
                {
                    Assert.Contains(field, Names(step));
                }
            }
        );
    }

    [Fact]
    public void Seats_Contest_IsTheOnlyOne()
    {
        var document = Document(workspace.Seats("--json", "--contest", "assembly"));
        Assert.Equal("assembly", (string?)Assert.Single(document["contests"]!.AsArray())!["contest"]);
    }

    [Fact]
    public void Seats_ThresholdOf11Percent_LeavesOneListAndAdmitsTheSecondWithTheFactor()
    {
        var lists = Contest(Document(workspace.Seats("--json", "--set", "threshold.share=11 %")), "lists");
        // 5,940,902 votes ÷ 98: 84.92 quotas, and 13.08 × 0.7 = 9.15; of the five seats left each gets two, the first one more.
        Assert.Equal([0, 87, 0, 11, 0], lists["lists"]!.AsArray().Select(l => (int)l!["seats"]!));
        Assert.False((bool)lists["agrees"]!);
    }

    [Fact]
    public void Seats_TieOfRemainders_IsAValue()
    {
        // 40, 30 and 30 of a hundred votes for two seats: 0.8, 0.6 and 0.6 quotas, and two lists for the last seat.
        foreach (
            var (list, old, votes) in new[]
            {
                ("PPK", 659019, 30),
                ("NurOtan", 5148074, 40),
                ("AkZhol", 792828, 30),
                ("Auyl", 383023, 0),
                ("Adal", 258618, 0),
            }
        )
        {
            workspace.Edit(Workspace.ResultsFile, $"{list},{old}", $"{list},{votes}");
        }

        var lists = Contest(Document(workspace.Seats("--json", "--set", "lists.seats=2"), 0), "lists");
        Assert.Equal(["PPK", "AkZhol"], lists["tie"]!["among"]!.AsArray().Select(a => (string?)a));
        Assert.Equal(1, (int)lists["tie"]!["seats"]!);
        Assert.Equal("remainders", (string?)lists["tie"]!["rule"]);
        Assert.Equal(1, lists["lists"]!.AsArray().Sum(l => (int)l!["seats"]!));
        Assert.Null(lists["margin"]);
    }

    [Fact]
    public void Seats_VotesNotReported_AreNullAndNeverNought()
    {
        workspace.Edit(Workspace.ResultsFile, "PPK,659019", "PPK,not-reported");
        var lists = Contest(Document(workspace.Seats("--json")), "lists");
        Assert.Null(lists["lists"]![0]!["votes"]);
        Assert.Null(lists["lists"]![0]!["seats"]);
        Assert.Equal("unknown", (string?)lists["outcome"]);
        Assert.Null(lists["agrees"]);
        Assert.Null(lists["margin"]);
        Assert.Null(lists["certificate"]);
    }

    [Fact]
    public void Seats_CorrectedSeats_ReplaceTheFinalOnes()
    {
        workspace
            .Edit(Workspace.ResultsFile, "final,seats,NurOtan,76", "final,seats,NurOtan,77")
            .Append(Workspace.ResultsFile, "lists,nation,corrected,seats,NurOtan,76,,deputies,\n");
        Assert.True((bool)Contest(Document(workspace.Seats("--json")), "lists")["agrees"]!);
    }

    [Fact]
    public void Seats_CorrectionOfOneList_LeavesTheOthersAsTheyAre()
    {
        workspace.Append(Workspace.ResultsFile, "lists,nation,corrected,votes,Adal,258619,,deputies,\n");
        var lists = Contest(Document(workspace.Seats("--json")), "lists");
        Assert.Equal("corrected", (string?)lists["stage"]);
        Assert.Equal(
            [659019, 5148074, 383023, 792828, 258619],
            lists["lists"]!.AsArray().Select(l => (int)l!["votes"]!)
        );
        Assert.True((bool)lists["agrees"]!);
    }

    [Fact]
    public void Seats_CorrectionInOneConstituency_LeavesTheOthersAsTheyAre()
    {
        workspace.Write(
            Workspace.HeadFile,
            """
            scrutineer-dossier: "1"
            election: districts
            title: Two districts
            law: kz/mazhilis
            edition: "2022"
            polling-day: 2023-03-19
            units: { one: {}, two: {} }
            contests: { districts: { contenders: { A: { name: Candidate A }, B: { name: Candidate B } } } }
            sources: { x: { title: A source } }

            """
        );
        workspace.Write(
            Workspace.ResultsFile,
            """
            contest,unit,stage,figure,list,value,base,source,note
            districts,one,final,votes,A,100,,x,
            districts,one,final,votes,B,90,,x,
            districts,two,final,votes,A,10,,x,
            districts,two,final,votes,B,30,,x,
            districts,two,corrected,votes,A,31,,x,

            """
        );
        var contests = Document(workspace.Seats("--json", "--contest", "districts"))["contests"]!.AsArray();
        Assert.Equal(
            [("one", "final"), ("two", "corrected")],
            contests.Select(c => ((string)c!["unit"]!, (string)c["stage"]!))
        );
        Assert.All(contests, c => Assert.Equal([1, 0], c!["lists"]!.AsArray().Select(l => (int)l!["seats"]!)));
    }
}
