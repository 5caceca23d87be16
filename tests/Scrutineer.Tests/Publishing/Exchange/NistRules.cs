using System.Text.Json.Nodes;

namespace Scrutineer.Tests.Publishing.Exchange;

/// <summary>
/// What NIST SP 1500-100, version 2, demands of a report in JSON: the classes used here with the properties that must and may
/// be there, the enumerations, and that what is referred to is in the document.
/// </summary>
internal static class NistRules
{
    private static readonly Dictionary<string, (string[] Must, string[] May)> Classes = new(StringComparer.Ordinal)
    {
        ["ElectionReport"] = (
            [
                "Format",
                "GeneratedDate",
                "Issuer",
                "IssuerAbbreviation",
                "SequenceEnd",
                "SequenceStart",
                "Status",
                "VendorApplicationId",
            ],
            ["Notes", "Election", "GpUnit", "Office", "Party"]
        ),
        ["ReportingUnit"] = (
            ["Type", "@id"],
            [
                "Name",
                "OtherType",
                "ComposingGpUnitIds",
                "SubUnitsReported",
                "TotalSubUnits",
                "VotersParticipated",
                "VotersRegistered",
            ]
        ),
        ["Office"] = (["Name", "@id"], ["ElectoralDistrictId"]),
        ["Party"] = (["Name", "@id"], ["Abbreviation", "Color"]),
        ["Election"] = (["ElectionScopeId", "EndDate", "Name", "StartDate", "Type"], ["Candidate", "Contest"]),
        ["Candidate"] = (["BallotName", "@id"], []),
        ["PartyContest"] = (
            ["ElectoralDistrictId", "Name", "@id"],
            ["VoteVariation", "SubUnitsReported", "TotalSubUnits", "SummaryCounts", "BallotSelection"]
        ),
        ["CandidateContest"] = (
            ["VotesAllowed", "ElectoralDistrictId", "Name", "@id"],
            ["VoteVariation", "OfficeIds", "SubUnitsReported", "TotalSubUnits", "SummaryCounts", "BallotSelection"]
        ),
        ["PartySelection"] = (["PartyIds", "@id"], ["SequenceOrder", "VoteCounts"]),
        ["CandidateSelection"] = (["CandidateIds", "@id"], ["SequenceOrder", "VoteCounts"]),
        ["BallotMeasureSelection"] = (["Selection", "@id"], ["SequenceOrder", "VoteCounts"]),
        ["SummaryCounts"] = (["Type"], ["GpUnitId", "BallotsCast", "BallotsRejected"]),
        ["VoteCounts"] = (["Count", "Type"], ["GpUnitId"]),
        ["InternationalizedText"] = (["Text"], []),
        ["LanguageString"] = (["Content", "Language"], []),
    };

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["ElectionReport.Format"] = ["precinct-level", "summary-contest"],
        ["ElectionReport.Status"] =
        [
            "certified",
            "correction",
            "pre-election",
            "recount",
            "unofficial-complete",
            "unofficial-partial",
        ],
        ["ReportingUnit.Type"] = ["country", "precinct", "other"],
        ["Election.Type"] = ["general"],
        ["PartyContest.VoteVariation"] = ["proportional", "approval", "rcv"],
        ["CandidateContest.VoteVariation"] = ["approval", "rcv"],
        ["SummaryCounts.Type"] = ["total"],
        ["VoteCounts.Type"] = ["total"],
    };

    // Where each reference leads.
    private static readonly Dictionary<string, string> References = new(StringComparer.Ordinal)
    {
        ["GpUnitId"] = "ReportingUnit",
        ["ComposingGpUnitIds"] = "ReportingUnit",
        ["ElectoralDistrictId"] = "ReportingUnit",
        ["ElectionScopeId"] = "ReportingUnit",
        ["OfficeIds"] = "Office",
        ["PartyIds"] = "Party",
        ["CandidateIds"] = "Candidate",
    };

    /// <summary>Holds a document against the rules.</summary>
    /// <returns>How many objects of each class it has.</returns>
    public static IReadOnlyDictionary<string, int> Check(JsonNode document)
    {
        var objects = Objects(document).ToList();
        Assert.Equal("ElectionReport", TypeOf(document.AsObject()));
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in objects.Where(o => o.ContainsKey("@id")))
        {
            var id = (string)item["@id"]!;
            Assert.Matches("^[A-Za-z][A-Za-z0-9_-]*$", id);
            Assert.True(ids.TryAdd(id, TypeOf(item)), $"{id} stands twice");
        }

        foreach (var item in objects)
        {
            var type = TypeOf(item);
            var (must, may) = Classes[type];
            Assert.All(must, name => Assert.True(item.ContainsKey(name), $"{type} without {name}"));
            foreach (var (name, value) in item)
            {
                Assert.True(name == "@type" || must.Contains(name) || may.Contains(name), $"{type} has {name}");
                Assert.NotNull(value);
                if (Words.TryGetValue($"{type}.{name}", out var words))
                {
                    Assert.Contains((string)value!, words);
                }

                if (References.TryGetValue(name, out var to))
                {
                    Assert.All(Names(value!), id => Assert.Equal(to, ids.GetValueOrDefault(id)));
                }
            }

            if (type == "Party" && item["Color"] is { } colour)
            {
                Assert.Matches("^[0-9a-f]{6}$", (string)colour!);
            }
        }

        return objects.CountBy(TypeOf).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names(JsonNode value) =>
        value is JsonArray many ? many.Select(v => (string)v!) : [(string)value!];

    private static string TypeOf(JsonObject item)
    {
        var type = (string)item["@type"]!;
        Assert.StartsWith("ElectionResults.", type, StringComparison.Ordinal);
        return type["ElectionResults.".Length..];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject item => item.SelectMany(p => Objects(p.Value)).Prepend(item),
            JsonArray many => many.SelectMany(Objects),
            _ => [],
        };
}
