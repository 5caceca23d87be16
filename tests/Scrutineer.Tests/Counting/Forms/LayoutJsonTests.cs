using System.Text.Json.Nodes;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Forms;

/// <summary>Control relations as data; that a page evaluates them alike is tested with the pages.</summary>
public sealed class LayoutJsonTests
{
    [Fact]
    public void Of_ARelationOfSums_NamesColumnsFactorsAndSuppression()
    {
        var problems = new Problems();
        var form = ProtocolForm.Read(Checkout.Path("examples/forms/xx/station.yaml"), problems)!;
        Assert.Empty(problems.InOrder());
        var json = JsonNode.Parse(LayoutJson.Of(form.For(["A", "B"])))!;
        Assert.Equal(
            ["registered", "received", "issued-station"],
            json["columns"]!.AsArray().Take(3).Select(c => (string)c!["name"]!)
        );
        Assert.True((bool)json["columns"]![0]!["blank-is-a-fault"]!);
        var relations = json["relations"]!.AsArray();
        Assert.Equal(["R1", "R2", "R3", "R4"], relations.Select(r => (string)r!["code"]!));

        // received = issued-station + issued-outside + cancelled + spoiled
        Assert.Equal(
            """[{"kind":"sums","sign":"equal","sums":[{"constant":"0","parts":[[1,"1",false]]},{"constant":"0","parts":[[2,"1",false],[3,"1",false],[4,"1",false],[5,"1",false]]}]}]""",
            relations[0]!["says"]!.ToJsonString()
        );
        Assert.Equal("Look again at rows 2 to 6.", (string)relations[0]!["text"]!["clerk"]!);
        Assert.Equal("[2]", relations[3]!["unless"]!.ToJsonString());
    }
}
