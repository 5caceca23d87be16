using System.Text.Json.Nodes;
using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Forms;
using Scrutineer.Tests.Counting.Forms;

namespace Scrutineer.Tests.Counting.Copies;

/// <summary>Adding records up, against the cases of the Dutch counting program.</summary>
public class TabulationTests
{
    private static readonly FormLayout Layout = Shipped.Form("nl/record", "gsb").For(["1", "2"], [2, 3]);

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["A"] = "poll-cards",
        ["B"] = "proxies",
        ["D"] = "admitted",
        ["E"] = "votes-on-candidates",
        ["F"] = "blank",
        ["G"] = "invalid",
        ["H"] = "cast",
        ["I"] = "more-counted",
        ["J"] = "fewer-counted",
    };

    private static Protocol Record(JsonNode record, string station)
    {
        if (record["lists"] is not JsonArray lists)
        {
            // "record with one list total fewer"
            var other = Shipped.Form("nl/record", "gsb").For(["1"], [2]);
            return new Protocol(other, UnitPath.Of(station), CopyKind.Signed, new Count[other.Columns.Count]);
        }

        var figures = Layout
            .Columns.Select(c =>
                c switch
                {
                    { Candidate: { } candidate } => Number(lists[c.List!.Value]![candidate]!),
                    { List: { } list } => new Count(lists[list]!.AsArray().Sum(v => v!.GetValue<long>())),
                    _ => Fields.FirstOrDefault(f => f.Value == c.Field.Name).Key is { } key && record[key] is { } value
                        ? Number(value)
                        : Count.NotReported,
                }
            )
            .ToList();
        return new Protocol(Layout, UnitPath.Of(station), CopyKind.Signed, figures);
    }

    private static Count Number(JsonNode value) => new(value.GetValue<long>());

    private static long Sum(Tabulation tabulation, string column) =>
        (long)tabulation.Totals[Layout.Columns.ToList().FindIndex(c => c.Name == column)].Sum;

    // Golden case "tab-two-stations".
    private static JsonArray TwoStations =>
        JsonNode
            .Parse(
                """
                [
                  { "A": 30, "B": 4, "D": 34, "lists": [[18, 2], [4, 4, 2]], "E": 30, "F": 2, "G": 3, "H": 35, "I": 1, "J": 0 },
                  { "A": 59, "B": 1, "D": 60, "lists": [[17, 7], [12, 15, 5]], "E": 56, "F": 2, "G": 0, "H": 58, "I": 0, "J": 2 }
                ]
                """
            )!
            .AsArray();

    [Fact]
    public void Of_TwoStations_AddsFieldsListsAndCandidates()
    {
        var tabulation = Tabulation.Of(Layout, TwoStations.Select((r, i) => Record(r!, $"{31 + i}")));
        Assert.True(tabulation.IsSound);
        Assert.Equal([89, 5, 94, 86, 4, 3, 93], "ABDEFGH".Select(f => Sum(tabulation, Fields[f.ToString()])));
        Assert.Equal([44, 42], new[] { "1", "2" }.Select(l => Sum(tabulation, $"list-votes:{l}")));
        Assert.Equal(
            [35, 9, 16, 19, 7],
            new[] { "1:1", "1:2", "2:1", "2:2", "2:3" }.Select(c => Sum(tabulation, $"candidate-votes:{c}"))
        );
        Assert.Equal(["31"], tabulation.UnitsWith(Layout.IndexOf("more-counted")).Select(u => u.Text));
        Assert.Equal(["32"], tabulation.UnitsWith(Layout.IndexOf("fewer-counted")).Select(u => u.Text));
    }

    [Fact]
    public void Of_RepeatedStation_LeavesItOutAndSaysSo()
    {
        var records = TwoStations;
        var tabulation = Tabulation.Of(
            Layout,
            [Record(records[0]!, "31"), Record(records[1]!, "31"), Record(records[1]!, "32")]
        );
        Assert.Equal(CopyFindings.UnitRepeated, Assert.Single(tabulation.Findings).Code);
        Assert.Equal(60, Sum(tabulation, "admitted"));
    }

    [Fact]
    public void Of_SumBeyond64Bits_IsAFindingAndTheSumStaysExact()
    {
        var figures = Enumerable.Repeat(new Count(long.MaxValue), Layout.Columns.Count).ToList();
        var tabulation = Tabulation.Of(
            Layout,
            [
                new Protocol(Layout, UnitPath.Of("1"), CopyKind.Signed, figures),
                new Protocol(Layout, UnitPath.Of("2"), CopyKind.Signed, figures),
            ]
        );
        Assert.Equal(Layout.Columns.Count, tabulation.Findings.Count);
        Assert.Equal((Int128)long.MaxValue * 2, tabulation.Totals[0].Sum);
        Assert.Throws<OverflowException>(() => tabulation.Totals[0].AsCount());
    }

    [Fact]
    public void Of_EveryGoldenCase_AddsUpOrIsRefused()
    {
        var cases = JsonNode.Parse(File.ReadAllText(Checkout.Shared("cases/abacus-tabulation.json")))!.AsArray();
        foreach (var golden in cases)
        {
            var records = golden!["records_repeat"] is { } repeat
                ? Enumerable
                    .Range(1, repeat["count"]!.GetValue<int>())
                    .Select(i => Record(repeat["record"]!, $"{i}"))
                    .ToList()
                : golden["records"]!.AsArray().Select(r => Record(r!, $"{r!["station"]}")).ToList();
            var tabulation = Tabulation.Of(Layout, records);
            var expected = golden["expected"]?.AsObject();
            Assert.Equal(golden["expected_error"] is null, tabulation.IsSound);
            switch (golden["expected_error"]?.GetValue<string>())
            {
                case "station_repeated":
                    Assert.Contains(tabulation.Findings, f => f.Code == CopyFindings.UnitRepeated);
                    break;
                case "lists_do_not_match_election":
                    Assert.Contains(tabulation.Findings, f => f.Code == "other-ballot");
                    break;
                default:
                    foreach (var (key, value) in expected!.Where(e => Fields.ContainsKey(e.Key)))
                    {
                        Assert.Equal(value!.GetValue<long>(), Sum(tabulation, Fields[key]));
                    }

                    break;
            }

            if (expected?["list1_total"] is { } list1)
            {
                Assert.Equal(list1.GetValue<long>(), Sum(tabulation, "list-votes:1"));
                Assert.Equal(expected["list1_cand1"]!.GetValue<long>(), Sum(tabulation, "candidate-votes:1:1"));
            }
        }

        Assert.Equal(5, cases.Count);
    }
}
