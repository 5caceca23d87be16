using static Scrutineer.Cli.Tests.Contracts.JsonDocuments;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What <c>law --json</c> promises to programs: editions, provisions, differences.</summary>
public sealed class LawJsonTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

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
}
