namespace Scrutineer.Cli.Tests.Input;

/// <summary>A <c>results.csv</c> that is wrong in one place.</summary>
public sealed class ResultsInputTests : IDisposable
{
    private const string Votes = "lists,nation,final,votes,PPK,659019,,cec-final,";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    /// <summary>What takes the place of the row of votes of PPK, in line 6, then column and finding.</summary>
    public static TheoryData<string, int, string> Rows =>
        new()
        {
            { "lists,nation,final,votes,PKP,659019,,cec-final,", 26, "The list 'PKP' is not in election.yaml." },
            { "lists,nation,final,votes,,659019,,cec-final,", 26, "The row names no list." },
            { "list,nation,final,votes,PPK,659019,,cec-final,", 1, "The contest 'list' is not in election.yaml." },
            { ",nation,final,votes,PPK,659019,,cec-final,", 1, "The row names no contest." },
            { "lists,,final,votes,PPK,659019,,cec-final,", 7, "The row names no unit." },
            { "lists,xnation,final,votes,PPK,659019,,cec-final,", 7, "The unit 'xnation' is not in election.yaml." },
            { "lists,nation,finale,votes,PPK,659019,,cec-final,", 14, "The stage 'finale' is not known." },
            { "lists,nation,final,vote,PPK,659019,,cec-final,", 20, "The figure 'vote' is not known." },
            {
                "lists,nation,final,votes,PPK,659019,,cec-finale,",
                38,
                "The source 'cec-finale' is not in election.yaml."
            },
            { "lists,nation,final,votes,PPK,659019,,,", 38, "The row names no source." },
            { "lists,nation,final,votes,PPK,-659019,,cec-final,", 30, "'-659019' is negative." },
            { "lists,nation,final,votes,PPK,659019.5,,cec-final,", 30, "'659019.5' is not whole." },
            { "lists,nation,final,votes,PPK,\"659,019\",,cec-final,", 30, "'659,019' is not a number." },
            { "lists,nation,final,votes,PPK,659 019,,cec-final,", 30, "'659 019' is not a number." },
            { "lists,nation,final,votes,PPK,659\u00a0019,,cec-final,", 30, "'659\u00a0019' is not a number." },
            { "lists,nation,final,votes,PPK,+659019,,cec-final,", 30, "'+659019' is not a number." },
            { "lists,nation,final,votes,PPK,6.59e5,,cec-final,", 30, "'6.59e5' is not a number." },
            { "lists,nation,final,votes,PPK,٦٥٩,,cec-final,", 30, "'٦٥٩' is not a number." },
            { "lists,nation,final,votes,PPK,NaN,,cec-final,", 30, "'NaN' is not a number." },
            { "lists,nation,final,votes,PPK,,,cec-final,", 30, "The value is missing." },
            {
                "lists,nation,final,votes,PPK,9223372036854775808,,cec-final,",
                30,
                "'9223372036854775808' is beyond 64 bits."
            },
            {
                "lists,nation,final,votes,PPK,9223372036854775807,,cec-final,",
                30,
                "'9223372036854775807' is more than any election has."
            },
            {
                "lists,nation,final,seats,PPK,4294967306,,cec-final,",
                30,
                "'4294967306' is more seats than any body has."
            },
            { "lists,nation,final,votes,PPK,659019,valid-votes,cec-final,", 37, "A number has a base." },
            {
                "lists,nation,final,invalid,PPK,659019,,cec-final,",
                28,
                "'invalid' belongs to no list, and 'PPK' is named."
            },
            { "lists,nation,final,share,PPK,9.1 %,,cec-final,", 36, "The row names no base." },
            { "lists,nation,final,share,PPK,9.1,valid-votes,cec-final,", 30, "'9.1' is not a share." },
            { "lists,nation,final,share,PPK,\"9,1 %\",valid-votes,cec-final,", 30, "'9,1 %' is not a share." },
            { "lists,nation,final,share,PPK,100.01 %,valid-votes,cec-final,", 30, "'100.01 %' is not a share." },
            { "lists,nation,final,share,PPK,-1 %,valid-votes,cec-final,", 30, "'-1 %' is not a share." },
            { "lists,nation,final,share,PPK,9.1 %,valid-vote,cec-final,", 36, "The base 'valid-vote' is not known." },
            {
                "lists,nation,final,votes,NurOtan,5148074,,cec-final,",
                0,
                "The row repeats line 6: the same figure from the same source."
            },
            { "lists,nation,final,votes,PPK,659019,,cec-final", 1, "The row has 8 fields." },
            { "lists,nation,final,votes,PPK,659019,,cec-final,,", 1, "The row has 10 fields." },
            {
                "lists,nation,final,votes,PPK,659019,,cec-final,a \"b\" c",
                1,
                "The row has a quotation mark inside a field."
            },
            {
                "lists,nation,final,votes,PPK,659019,,cec-final,\"a\" b",
                1,
                "The row has text after a closing quotation mark."
            },
            {
                "contest,unit,stage,figure,list,value,base,source,note",
                1,
                "The contest 'contest' is not in election.yaml."
            },
            {
                "\"lists\",nation,final,\"votes\",\"PKP\",659019,,cec-final,",
                30,
                "The list 'PKP' is not in election.yaml."
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Results_WrongRow_IsLocated(string row, int column, string found)
    {
        workspace.Edit(Workspace.ResultsFile, Votes, row);
        var beginning =
            column > 0 ? $"{Workspace.ResultsFile}:6:{column}: {found}" : $"{Workspace.ResultsFile}:7:1: {found}";
        var run = workspace.Check().AssertRefused(beginning);
        Assert.Equal(run.Error, workspace.Seats().AssertRefused().Error);
    }

    public static TheoryData<string, string> Headers =>
        new()
        {
            { "contest,unit,stage,figure,list,value,base,source,remark", ":1:50: The header has a column 'remark'." },
            { "contest,unit,stage,figure,list,value,base,source,source", ":1:50: The column 'source' is given twice." },
            { "contest,unit,stage,figure,list,value,base,note,extra", ":1:1: The header has no column 'source'." },
            {
                "contest;unit;stage;figure;list;value;base;source;note",
                ":1:1: The header has a column 'contest;unit;stage;figure;list;value;base;source;note'."
            },
            { "Contest,unit,stage,figure,list,value,base,source,note", ":1:1: The header has a column 'Contest'." },
            { "", ":2:1: The header has a column 'lists'." },
        };

    [Theory]
    [MemberData(nameof(Headers))]
    public void Results_WrongHeader_IsLocated(string header, string found)
    {
        workspace.Edit(Workspace.ResultsFile, "contest,unit,stage,figure,list,value,base,source,note", header);
        workspace.Check().AssertRefused(Workspace.ResultsFile + found);
    }

    [Fact]
    public void Results_QuotationMarkNeverClosed_IsLocated()
    {
        workspace.Edit(Workspace.ResultsFile, Votes, Votes + "\"open");
        workspace
            .Check()
            .AssertRefused($"{Workspace.ResultsFile}:6:1: The row has a line break inside quotation marks.");
        workspace.Write(Workspace.ResultsFile, workspace.Read(Workspace.ResultsFile).TrimEnd('\n'));
        workspace.Check().AssertRefused($"{Workspace.ResultsFile}:6:1: ");
    }

    [Fact]
    public void Results_UnknownIsNotZero_WordsAreAccepted()
    {
        foreach (var word in new[] { "not-reported", "blank", "illegible" })
        {
            using var other = new Workspace();
            other.Edit(Workspace.ResultsFile, Votes, Votes.Replace("659019", word, StringComparison.Ordinal));
            var run = other.Seats("--contest", "lists");
            Assert.Equal(0, run.Exit);
            Assert.Contains("cannot", run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Results_ColumnsInAnotherOrder_AreRead()
    {
        var rows = workspace.Read(Workspace.ResultsFile).TrimEnd('\n').Split('\n');
        var turned = rows.Select(r => string.Join(',', r.Split(',').Reverse()));
        var before = workspace.Seats().Out;
        workspace.Write(Workspace.ResultsFile, string.Join('\n', turned) + "\n");
        Assert.Equal(before, workspace.Seats().Out);
    }

    [Fact]
    public void Results_NumbersOfAMillionDigits_AreRefusedAtOnce()
    {
        var digits = new string('7', 1_000_000);
        workspace.Edit(Workspace.ResultsFile, Votes, Votes.Replace("659019", digits, StringComparison.Ordinal));
        workspace.Append(
            Workspace.ResultsFile,
            $"lists,nation,final,share,PPK,0.{digits} %,registered,cec-final,\nlists,nation,final,votes,Adal,-{digits},,deputies,\n"
        );
        workspace.Check().AssertRefused($"{Workspace.ResultsFile}:6:30: ", $"{Workspace.ResultsFile}:46:30: ");
    }
}
