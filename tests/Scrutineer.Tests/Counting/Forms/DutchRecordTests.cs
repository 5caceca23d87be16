using System.Text.Json;
using System.Text.Json.Nodes;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Forms;

/// <summary>The rules of the Dutch record against cases of the counting program that the Netherlands use.</summary>
public class DutchRecordTests
{
    // Hand-written: kiesraad/abacus, backend/src/domain/results, its own tests of F.203, W.202 and F.401.
    [Theory]
    [InlineData(""" { "E_lists": [50, 30, 20], "E": 100, "F": 1, "G": 2, "H": 103 } """, "")]
    [InlineData(""" { "E_lists": [50, 30, 20], "E": 100, "F": 1, "G": 2, "H": 104 } """, "F203")]
    [InlineData(""" { "E_lists": [40, 20, 37], "E": 97, "F": 0, "G": 3, "H": 100 } """, "W202")]
    [InlineData(""" { "E_lists": [50, 30, 20], "E": 0, "F": 1, "G": 2, "H": 103 } """, "F204")]
    public void Check_VotesCounts_TellsTheCode(string input, string expected)
    {
        var check = DutchCase.Check("gsb", JsonNode.Parse(input)!.AsObject());
        Assert.Equal(expected, string.Join(' ', check.Codes(Severity.Error).Concat(check.Codes(Severity.Warning))));
    }

    [Fact]
    public void Check_EveryGoldenCase_TellsItsCodes()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Checkout.Shared("cases/abacus-validation.json")));
        var wrong = new List<string>();
        var seen = 0;
        foreach (var golden in JsonNode.Parse(cases.RootElement.GetRawText())!.AsArray())
        {
            if (golden!["validator"]!.GetValue<string>() == "double entry comparison")
            {
                continue;
            }

            seen++;
            wrong.AddRange(DutchCase.Differences(golden.AsObject()));
        }

        Assert.Equal([], wrong);
        Assert.Equal(82, seen);
    }
}
