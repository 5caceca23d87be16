using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting;
using Scrutineer.Tests.Publishing.Exchange;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>Results by level, as pages and as files.</summary>
public class UnitTests
{
    private const string Other = "Eastmark/Territory 1/Station 1";
    private const string OtherFigures = "346,349,194,8,147,0,194,8,3,63,85,42,9";

    /// <summary>A page of a unit shows what lies directly within it, with shares of stations and of voters.</summary>
    [Fact]
    public async Task Unit_OfEachLevel_ShowsWhatLiesWithinIt()
    {
        await using var night = await SettledAsync();
        using var reader = night.Browser();
        var whole = await reader.TextAsync("/unit");
        Assert.Contains("2 of 40 stations stand (5.00", whole, StringComparison.Ordinal);
        Assert.Contains("/unit?unit=Eastmark\"", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Station 2", whole, StringComparison.Ordinal);

        // 346 and 333 of the voters that the register of units gives to Eastmark's first territory.
        var tree = night.Server.Application.Services.GetRequiredService<ElectionNight>().Setup.Tree;
        var registered = tree.RegisteredWithin(UnitPath.Parse("Eastmark/Territory 1")).AsCount().Value!.Value;
        var territory = await reader.TextAsync("/unit?unit=Eastmark%2FTerritory%201");
        Assert.Contains(
            $"679 of {registered.ToString("N0", CultureInfo.InvariantCulture)} registered voters",
            territory,
            StringComparison.Ordinal
        );
        Assert.Contains("/station?unit=Eastmark%2FTerritory%201%2FStation%202", territory, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">142</td>", territory, StringComparison.Ordinal);
        foreach (
            var path in new[] { "/unit?unit=Nowhere", "/unit?unit=%2F", "/unit?unit=" + Uri.EscapeDataString(Other) }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(path)).StatusCode);
        }
    }

    /// <summary>Every level adds up to the one above it, and the whole to the totals of the results.</summary>
    [Fact]
    public async Task UnitsCsv_OfEachLevel_AddsUp()
    {
        await using var night = await SettledAsync();
        using var reader = night.Browser();
        var rows = (await reader.TextAsync("/units.csv"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(','))
            .ToList();
        Assert.Equal(1 + 1 + 3 + 6 + 40, rows.Count);
        var stations = rows.FindIndex(r => r[0] == Other);
        Assert.Equal(OtherFigures.Split(','), rows[stations][6..]);
        for (var c = 2; c < rows[0].Length; c++)
        {
            var sums = rows.Skip(1)
                .GroupBy(r => r[1])
                .Select(l => l.Sum(r => r[c].Length == 0 ? 0 : long.Parse(r[c], CultureInfo.InvariantCulture)))
                .Distinct();
            Assert.Single(sums);
        }

        var results = JsonNode.Parse(await reader.TextAsync("/results.json"))!;
        Assert.Equal(rows[1][^4], results["totals"]!["votes:Reds"]!.ToString());
    }

    /// <summary>A report of the standard with every station, and with nothing for those that have not reported.</summary>
    [Fact]
    public async Task Nist_OfANight_KeepsTheRulesOfTheStandard()
    {
        await using var night = await Server.StartAsync();
        using var reader = night.Browser();
        var before = JsonNode.Parse(await reader.TextAsync("/results.nist.json"))!;
        NistRules.Check(before);
        Assert.Equal("pre-election", (string)before["Status"]!);
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        await PublicTests.SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        var report = JsonNode.Parse(await reader.TextAsync("/results.nist.json"))!;
        var classes = NistRules.Check(report);
        Assert.Equal("unofficial-partial", (string)report["Status"]!);
        Assert.Equal(51 - 1, classes["ReportingUnit"]);
        Assert.Equal(4 * 4, classes["VoteCounts"]);
        var reds = report["Election"]![0]!["Contest"]![0]!["BallotSelection"]![0]!["VoteCounts"]!.AsArray();
        Assert.All(reds, c => Assert.Equal(79, (long)c!["Count"]!));
    }

    private static async Task<Server> SettledAsync()
    {
        var night = await Server.StartAsync();
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        await PublicTests.SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        await PublicTests.SettleAsync(election, Other, OtherFigures);
        return night;
    }
}
