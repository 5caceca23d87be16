using static Scrutineer.Cli.Tests.Contracts.JsonDocuments;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What <c>check</c> promises: its JSON document with the hashes of what it read, exit code 1 where something stands, four answers first.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

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
    public void Check_VotesDoNotAddUp_IsExitCode1()
    {
        workspace.Edit(Workspace.ResultsFile, "valid-votes,,7241562", "valid-votes,,7241563");
        Assert.Contains(
            "sum-differs",
            Document(workspace.Check("--json"), 1)["findings"]!.AsArray().Select(f => (string?)f!["code"])
        );
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
}
