using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Import;

/// <summary>A small form for tables written by tests.</summary>
internal static class TestTables
{
    public const string Form = """
        scrutineer-form: "1"
        form: test
        title: An invented form
        texts:
          made: { act: Made for a test, of: 2020-01-01 }
        cite: made
        checked: inferred
        fields:
          registered: { means: voters in the register, unit: voters, figure: registered }
          issued: { means: ballots issued, unit: ballots, figure: ballots-issued }
          invalid: { means: invalid ballots, unit: ballots, figure: invalid }
          remarks: { means: remarks, unit: persons, required: no }
          votes: { means: votes for the list, unit: votes, figure: votes, each-of: lists }
        relations:
          - code: R1
            says: issued = invalid + sum of votes
            severity: error
            text: { clerk: Look again. }

        """;

    /// <summary>Reads a table; mapping and table must be sound.</summary>
    public static ProtocolTable Read(string path, string mapping, int threads = 0)
    {
        var problems = new Problems();
        var map = Mapping.Read(Texts.Source("map.yaml", mapping), problems);
        Assert.Empty(problems.InOrder());
        var layout = ProtocolForm.Read(Texts.Source("form.yaml", Form), "", problems)!.For([.. map!.File.Lists.Keys]);
        var table = TableReader.Read(path, map, layout, problems, threads: threads);
        Assert.Empty(problems.InOrder());
        return table!;
    }

    /// <summary>Reads a table from its text in UTF-8.</summary>
    public static ProtocolTable ReadText(string text, string mapping)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return Read(path, mapping);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
