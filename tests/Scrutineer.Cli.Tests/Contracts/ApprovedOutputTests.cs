namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>
/// What the tool prints for the election of 2021 and its law, as somebody has read and approved it. The dossier stands
/// alone, without the election before it.
/// </summary>
public sealed class ApprovedOutputTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Check_Mazhilis2021_AsApproved() => Match("Contracts/Check2021.txt", workspace.Check());

    [Fact]
    public void SeatsExplain_Mazhilis2021_AsApproved() =>
        Match("Contracts/SeatsExplain2021.txt", workspace.Seats("--explain"));

    [Fact]
    public void ResultJson_Mazhilis2021_AsApproved()
    {
        workspace.Check("--out", "out");
        Approved.Match("Contracts/Result2021.json", workspace.Read("out/result.json"));
    }

    [Fact]
    public void LawPrint_Edition2009_AsApproved() =>
        Match("Contracts/LawPrint2009.txt", workspace.Law("--print", "2009"));

    [Fact]
    public void LawDiff_2020To2022_AsApproved() =>
        Match("Contracts/LawDiff2020To2022.txt", workspace.Law("--diff", "2020", "2022"));

    private static void Match(string file, ToolRun run)
    {
        Assert.Equal(0, run.Exit);
        Approved.Match(file, run.Out);
    }
}
