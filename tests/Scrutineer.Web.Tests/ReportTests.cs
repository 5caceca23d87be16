using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>What coordinators do with what observers handed in.</summary>
public class ReportTests
{
    /// <summary>From what a phone sent to what the public reads: triage, assignment, complaint, merge, publication with the words.</summary>
    [Fact]
    public async Task Incident_FromThePhoneToThePublic_IsARecordAtEachStep()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var device = await Device.JoinAsync(night, administrator, "observer-1");
        using var other = await Device.JoinAsync(night, administrator, "observer-2");
        var first = await HandInAsync(night, device, device.Incident());
        var second = await HandInAsync(night, other, other.Incident());
        var elsewhere = await HandInAsync(night, other, other.Incident("Eastmark/Territory 1/Station 1"));

        var list = await coordinator.TextAsync("/reports");
        Assert.Contains("3 found", list, StringComparison.Ordinal);
        Assert.Contains("0 found", await coordinator.TextAsync("/reports?severity=votes"), StringComparison.Ordinal);
        var page = await coordinator.TextAsync("/reports/one?id=" + second);
        Assert.Contains("The chair told the observer to leave", page, StringComparison.Ordinal);
        Assert.Contains("/reports/one?id=" + first, page, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere, page, StringComparison.Ordinal);

        using var reader = night.Browser();
        Assert.DoesNotContain("to leave", await reader.TextAsync("/published"), StringComparison.Ordinal);
        await DecideAsync(
            coordinator,
            first,
            1,
            "triage",
            ("status", "open"),
            ("severity", "votes"),
            ("category", "ballot-stuffing")
        );
        await DecideAsync(coordinator, first, 2, "assign", ("to", "lawyer-3"));
        await DecideAsync(
            coordinator,
            first,
            3,
            "link",
            ("complaint", "No. 12 to the territorial commission"),
            ("ruling", "")
        );
        await DecideAsync(coordinator, second, 1, "merge", ("into", first));
        await DecideAsync(coordinator, first, 4, "publish", ("text", "yes"));
        Assert.Contains(
            "1 found",
            await coordinator.TextAsync("/reports?assigned=lawyer-3&severity=votes"),
            StringComparison.Ordinal
        );
        Assert.Contains("2 found", await coordinator.TextAsync("/reports"), StringComparison.Ordinal);
        Assert.Contains("3 found", await coordinator.TextAsync("/reports?duplicates=yes"), StringComparison.Ordinal);
        var reports = night.Server.Application.Services.GetRequiredService<Reports>();
        Assert.Equal(
            ("open", "lawyer-3", 5L),
            (reports.Find(first)!.Status, reports.Find(first)!.AssignedTo, reports.Find(first)!.Version)
        );
        Assert.Equal(first, reports.Find(second)!.MergedInto);
        await UntilAsync(async () =>
            (await reader.TextAsync("/published")).Contains("to leave", StringComparison.Ordinal)
        );
        Assert.Contains("ballot-stuffing", await reader.TextAsync("/incidents.csv"), StringComparison.Ordinal);

        // Withdrawn, it is no longer shown; the next publication leaves the words out.
        await DecideAsync(coordinator, first, 5, "withhold", ("note", "a person can be known by it"));
        await DecideAsync(coordinator, first, 6, "publish");
        await UntilAsync(async () =>
            !(await reader.TextAsync("/published")).Contains("to leave", StringComparison.Ordinal)
        );
        Assert.Contains("ballot-stuffing", await reader.TextAsync("/incidents.csv"), StringComparison.Ordinal);
        await night.LoggedAsync(3 + 7);
    }

    /// <summary>Two coordinators who decide on the same report at once: the second is told, and nothing is written.</summary>
    [Fact]
    public async Task Decide_OnAnOldVersion_IsTold()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var two = await night.AsAsync(administrator, "coordinator-2", "coordinator");
        using var device = await Device.JoinAsync(night, administrator, "observer-1");
        var id = await HandInAsync(night, device, device.Incident());
        var answers = await Task.WhenAll(
            PostAsync(one, id, 1, "assign", ("to", "lawyer-1")),
            PostAsync(two, id, 1, "assign", ("to", "lawyer-2"))
        );
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(2, night.Server.Application.Services.GetRequiredService<Reports>().Find(id)!.Version);
        foreach (
            var (act, fields) in new (string, (string, string)[])[]
            {
                ("triage", [("status", "gone"), ("severity", "votes"), ("category", "detention")]),
                ("triage", [("status", "open"), ("severity", "dire"), ("category", "detention")]),
                ("merge", [("into", id)]),
                ("merge", [("into", "nothing")]),
                ("withhold", []),
            }
        )
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(one, id, 2, act, fields)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(one, id, 2, "erase")).StatusCode);
    }

    /// <summary>A copy that differs is held against the entry field by field; opened, anybody can check it against the log.</summary>
    [Fact]
    public async Task Copy_ThatDiffers_IsShownWithItsEffectAndOpensItsLeaf()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var device = await Device.JoinAsync(night, administrator, "observer-1");
        var payload = device.Payload("copy", Server.Station);
        payload["figures"] = new JsonObject { ["registered"] = "333", ["votes:Reds"] = "97" };
        var id = await HandInAsync(night, device, payload);

        // Nobody reads a copy while entries are still blind.
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(coordinator, id, 1, "publish")).StatusCode);
        var services = night.Server.Application.Services;
        await PublicTests.SettleAsync(
            services.GetRequiredService<ElectionNight>(),
            Server.Station,
            string.Join(',', Server.Figures)
        );
        var found = Assert.Single(services.GetRequiredService<NightViews>().Discrepancies);
        Assert.Equal(18, (long)found.Votes);
        Assert.Equal([(new Count(79), new Count(97))], found.Copy.Differences.Select(d => (d.Left, d.Right)));
        Assert.Contains("79 → 97", await coordinator.TextAsync("/discrepancies"), StringComparison.Ordinal);
        var path = "/station?unit=" + Uri.EscapeDataString(Server.Station);
        Assert.Contains("97", await coordinator.TextAsync(path), StringComparison.Ordinal);
        using var reader = night.Browser();
        Assert.DoesNotContain("97", await reader.TextAsync(path), StringComparison.Ordinal);

        await DecideAsync(coordinator, id, 1, "publish");
        await UntilAsync(async () =>
            (await reader.TextAsync(path)).Contains("a copy differs", StringComparison.Ordinal)
        );
        var copy = JsonNode.Parse(await reader.TextAsync("/copies.json"))!["copies"]![0]!;
        Assert.Equal(97, (long)copy["figures"]!["votes:Reds"]!);
        Assert.Equal(
            (79L, 97L),
            ((long)copy["differences"]![0]!["official"]!, (long)copy["differences"]![0]!["copy"]!)
        );
        var opened = Convert.FromBase64String((string)copy["opened"]!);
        var leaf = JsonNode.Parse((string)copy["entry"]!)!;
        Assert.Equal((string)leaf["private"]!, Convert.ToHexStringLower(SHA256.HashData(opened)));
        var envelope = JsonNode.Parse(opened.AsSpan(32))!;
        Assert.Equal("97", (string)JsonNode.Parse((string)envelope["payload"]!)!["figures"]!["votes:Reds"]!);
    }

    /// <summary>Pages and photographs of reports are for coordinators.</summary>
    [Theory]
    [InlineData("/reports")]
    [InlineData("/reports/one?id=x")]
    [InlineData("/reports/table.csv")]
    [InlineData("/reports/photograph/00")]
    [InlineData("/reports/events")]
    [InlineData("/discrepancies")]
    public async Task Get_WithoutBeingACoordinator_IsRefused(string path)
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var clerk = await night.AsAsync(administrator, "clerk-1", "clerk");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(path)).StatusCode);
        using var reader = night.Browser();
        Assert.Contains(
            (await reader.GetAsync(path)).StatusCode,
            new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized }.AsEnumerable()
        );
    }

    /// <summary>What observers write reaches a table as text, never as a formula, and a page never as markup.</summary>
    [Fact]
    public async Task Text_OfAnObserver_IsNoFormulaAndNoMarkup()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var device = await Device.JoinAsync(night, administrator, "observer-1");
        var payload = device.Incident();
        payload["text"] = "=HYPERLINK(\"x\")<script>alert(1)</script>";
        var id = await HandInAsync(night, device, payload);
        Assert.Contains(
            "\"'=HYPERLINK(\"\"x\"\")<script>",
            await coordinator.TextAsync("/reports/table.csv"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "<script>alert",
            await coordinator.TextAsync("/reports/one?id=" + id),
            StringComparison.Ordinal
        );
    }

    internal static async Task<string> HandInAsync(Server night, Device device, JsonObject payload)
    {
        using var browser = night.Browser();
        var (status, told) = await Device.SendAsync(browser, device.Sign(payload));
        Assert.True(status == HttpStatusCode.OK, told.ToJsonString());
        return (string)payload["id"]!;
    }

    internal static async Task DecideAsync(
        Browser browser,
        string report,
        long version,
        string act,
        params (string, string)[] fields
    )
    {
        using var answer = await PostAsync(browser, report, version, act, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> PostAsync(
        Browser browser,
        string report,
        long version,
        string act,
        params (string, string)[] fields
    ) =>
        browser.PostAsync(
            "/night",
            "/reports/decide",
            [("id", Guid.NewGuid().ToString()), ("report", report), ("version", $"{version}"), ("act", act), .. fields]
        );

    // The public sees what changed with the next edition.
    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var i = 0; i < 100 && !await so(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(await so());
    }
}
