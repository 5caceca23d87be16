using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What every command promises to programs: one JSON document on standard output with the fields of its contract.</summary>
public sealed class JsonContractTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    private static JsonObject Document(ToolRun run, int exit = 0)
    {
        Assert.Equal(exit, run.Exit);
        Assert.Equal("", run.Error);
        Assert.EndsWith("}\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Out);
        NoNameTwice(run.Out);
        return JsonNode.Parse(run.Out)!.AsObject();
    }

    /// <summary>Reads to the end: a second document, or a name given twice in an object, would be met on the way.</summary>
    private static void NoNameTwice(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Push([]);
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    Assert.True(names.Peek().Add(reader.GetString()!), $"'{reader.GetString()}' is given twice");
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<string> Names(JsonNode? node) => node!.AsObject().Select(p => p.Key);

    private static JsonObject Contest(JsonObject document, string name) =>
        document["contests"]!.AsArray().Select(c => c!.AsObject()).Single(c => (string?)c["contest"] == name);

    [Fact]
    public void Powers_Mazhilis2021_HasTheContractsFieldsAndFigures()
    {
        var powers = Document(workspace.Run("powers", Workspace.Dossier, "--json"));
        foreach (var field in new[] { "now", "before", "volatility", "seat-shift", "offices" })
        {
            Assert.Contains(field, Names(powers));
        }

        Assert.Null(powers["before"]);
        var two = powers["now"]!["majorities"]!.AsArray().Single(m => (string?)m!["majority"] == "two-thirds")!;
        Assert.Equal(72, (int)two["needed"]!);
        var first = two["blocs"]![0]!;
        Assert.Equal(
            ("NurOtan", 76, true),
            ((string?)first["bloc"], (int)first["seats"]!, (bool)first["decides-alone"]!)
        );
        Assert.Equal(("1", "1"), ((string?)first["banzhaf"], (string?)first["shapley-shubik"]));
    }

    [Fact]
    public void Scenario_Threshold5_HasTheContractsFieldsAndFigures()
    {
        var document = Document(
            workspace.Run("scenario", Workspace.Dossier, Workspace.Dossier + "/scenarios/threshold-5.yaml", "--json")
        );
        Assert.True((bool)document["hypothetical"]!);
        var scenario = document["scenarios"]![0]!;
        var step = Assert.Single(scenario["steps"]!.AsArray())!;
        Assert.Equal([9, 72, 6, 11, 0], step["lists"]!.AsArray().Select(l => (int)l!["seats"]!));
        Assert.Equal([10, 76, 0, 12, 0], scenario["real"]!["lists"]!.AsArray().Select(l => (int)l!["seats"]!));
    }

    [Fact]
    public void Powers_FactsThatCannotBeRead_AreTheirProblems()
    {
        workspace.Edit("registry/kz/bodies.yaml", "confirmed-by: Mazhilis", "confirmed-by: Majilis");
        var run = workspace.Run("powers", Workspace.Dossier);
        Assert.Equal(2, run.Exit);
        Assert.Contains("registry/kz/bodies.yaml:", run.Error, StringComparison.Ordinal);
        Assert.Contains("Majilis", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

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
    public void Check_Mazhilis2021_HasTheContractsFields()
    {
        var run = workspace.Check("--json", "--out", "out");
        var document = Document(run);
        foreach (
            var field in new[]
            {
                "election",
                "law",
                "edition",
                "inputs",
                "seats",
                "composition",
                "contests",
                "findings",
            }
        )
        {
            Assert.Contains(field, Names(document));
        }

        Assert.Equal(107, (int)document["seats"]!);
        Assert.Equal(107, document["composition"]!.AsArray().Sum(b => (int)b!["seats"]!));
        Assert.Contains("derivation", Names(Contest(document, "lists")));
        foreach (var finding in document["findings"]!.AsArray())
        {
            Assert.Equal(["code", "severity", "statement", "where", "figures", "basis", "verify"], Names(finding));
            Assert.Contains((string?)finding!["severity"], (string[])["info", "notice", "warning", "error"]);
        }

        Assert.Equal(run.Out, workspace.Read("out/result.json"));
        foreach (var (name, hash) in document["inputs"]!.AsObject())
        {
            var path =
                name.StartsWith("laws/", StringComparison.Ordinal)
                || name.StartsWith("registry/", StringComparison.Ordinal)
                    ? name
                    : $"{Workspace.Dossier}/{name}";
            var sha = Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(workspace.At(path)))
            );
            Assert.Equal("sha256:" + sha, (string?)hash);
        }
    }

    [Theory]
    [InlineData("seats")]
    [InlineData("check")]
    public void Command_OfficialSeatsDiffer_IsExitCode1AndAFinding(string command)
    {
        workspace.Edit(Workspace.ResultsFile, "seats,NurOtan,76", "seats,NurOtan,77");
        var document = Document(workspace.Run(command, Workspace.Dossier, "--json"), 1);
        Assert.False((bool)Contest(document, "lists")["agrees"]!);
        if (command == "check")
        {
            var finding = document["findings"]![0]!;
            Assert.Equal("disagrees-with-official", (string?)finding["code"]);
            Assert.Equal("error", (string?)finding["severity"]);
        }
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

    [Fact]
    public void Check_VotesDoNotAddUp_IsExitCode1()
    {
        workspace.Edit(Workspace.ResultsFile, "valid-votes,,7241562", "valid-votes,,7241563");
        Assert.Contains(
            "sum-differs",
            Document(workspace.Check("--json"), 1)["findings"]!.AsArray().Select(f => (string?)f!["code"])
        );
    }

    [Fact]
    public void Law_List_HasEveryEdition()
    {
        var document = Document(workspace.Law("--json"));
        Assert.Equal(["law", "title", "sha256", "editions"], Names(document));
        Assert.Equal(
            ["1995", "1998", "1999", "2004", "2007", "2009", "2020", "2021", "2022"],
            document["editions"]!.AsArray().Select(e => (string?)e!["edition"])
        );
        Assert.All(document["editions"]!.AsArray(), e => Assert.Matches("\\A[0-9a-f]{64}\\z", (string?)e!["sha256"]));
    }

    [Fact]
    public void Law_Print_HasEveryProvisionWithItsArticle()
    {
        var document = Document(workspace.Law("--print", "2009", "--json"));
        var provisions = Assert.Single(document["editions"]!.AsArray())!["provisions"]!.AsArray();
        Assert.All(
            provisions,
            p =>
            {
                Assert.Equal(["path", "sentence", "cite", "checked", "readings"], Names(p).Take(5));
                Assert.NotEqual("", (string?)p!["cite"]);
            }
        );
        Assert.Equal(Document(workspace.Law("--on", "2012-01-15", "--json")).ToJsonString(), document.ToJsonString());
    }

    [Fact]
    public void Law_Diff_IsTurnedRoundWhenTheEditionsAre()
    {
        var forward = Document(workspace.Law("--diff", "2020", "2022", "--json"));
        var back = Document(workspace.Law("--diff", "2022", "2020", "--json"));
        Assert.Equal(["law", "from", "to", "changes", "unchanged"], Names(forward));
        Assert.Equal((int)forward["unchanged"]!, (int)back["unchanged"]!);
        Assert.Equal(
            forward["changes"]!
                .AsArray()
                .Select(c => ((string?)c!["path"], (string?)c["before"], (string?)c["after"]))
                .Order(),
            back["changes"]!
                .AsArray()
                .Select(c => ((string?)c!["path"], (string?)c["after"], (string?)c["before"]))
                .Order()
        );
        Assert.Empty(Document(workspace.Law("--diff", "2020", "2020", "--json"))["changes"]!.AsArray());
    }

    public static TheoryData<string[]> Calls =>
        new(
            ["check", Workspace.Dossier],
            ["check", Workspace.Dossier, "--json"],
            ["check", Workspace.Dossier, "--edition", "2009"],
            ["seats", Workspace.Dossier],
            ["seats", Workspace.Dossier, "--explain"],
            ["seats", Workspace.Dossier, "--json", "--explain"],
            ["seats", Workspace.Dossier, "--reading", "literal"],
            ["law", Workspace.LawFile],
            ["law", Workspace.LawFile, "--print", "all"],
            ["law", Workspace.LawFile, "--diff", "1995", "2022"],
            ["schema", "law"],
            ["schema", "dossier"]
        );

    [Theory]
    [MemberData(nameof(Calls))]
    public void Command_Twice_PrintsTheSameBytes(string[] args)
    {
        var first = workspace.Run(args);
        Assert.Equal(0, first.Exit);
        Assert.Equal(first, workspace.Run(args));
        Assert.Equal("", first.Error);
        Assert.DoesNotContain('\r', first.Out);
        Assert.EndsWith("\n", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Out.Split('\n'), l => l.EndsWith(' '));
    }

    [Fact]
    public void Check_Summary_AnswersTheFourQuestionsWithinTenLinesOf80Columns()
    {
        var lines = workspace.Check().Out.Split('\n');
        foreach (var question in new[] { "Seats ", "Stage ", "Official ", "Closest " })
        {
            Assert.Contains(lines.Take(10), l => l.StartsWith(question, StringComparison.Ordinal));
        }

        Assert.All(
            lines.Where(l => !l.Contains("Report:", StringComparison.Ordinal)),
            l => Assert.True(l.Length <= 80, l)
        );
    }

    [Theory]
    [InlineData]
    [InlineData("check")]
    [InlineData("seats")]
    [InlineData("law")]
    [InlineData("schema")]
    [InlineData("parties")]
    [InlineData("calendar")]
    [InlineData("list", "check")]
    public void Help_OfEachCommand_HasAnExampleThatRuns(params string[] command)
    {
        var help = workspace.Run([.. command, "--help"]);
        Assert.Equal(0, help.Exit);
        Assert.Equal("", help.Error);
        Assert.Contains("Usage:\n  scrutineer", help.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var examples = help
            .Out.Split('\n')
            .Select(l => l.Trim())
            .Where(l =>
                l.StartsWith("scrutineer ", StringComparison.Ordinal) && !l.Contains('[', StringComparison.Ordinal)
            )
            .ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var args = example.Split(" > ")[0].Split(' ').Skip(1);
            if (
                example.Contains("2004", StringComparison.Ordinal)
                || example.Contains("kz-mazhilis-2007", StringComparison.Ordinal)
                || example.Contains("xx-assembly", StringComparison.Ordinal)
                || example.Contains(".csv", StringComparison.Ordinal)
                || example.Contains("forms/", StringComparison.Ordinal)
                || example.Contains(".backup", StringComparison.Ordinal)
                || example.Contains("night.db", StringComparison.Ordinal)
                || example.Contains("Host=", StringComparison.Ordinal)
            )
            {
                // Other dossiers, tables, forms and databases than those in this workspace; the call itself must still be understood.
                continue;
            }

            var words = new List<string>();
            foreach (var word in args)
            {
                if (words.Count > 0 && words[^1].StartsWith('"') && !words[^1].EndsWith('"'))
                {
                    words[^1] += " " + word;
                }
                else
                {
                    words.Add(word);
                }
            }

            var run = workspace.Run([.. words.Select(w => w.Trim('"'))]);
            Assert.True(run.Exit == 0, $"{example}\n{run.Error}");
        }
    }
}
