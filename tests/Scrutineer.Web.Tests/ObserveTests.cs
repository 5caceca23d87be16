using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage;
using Scrutineer.Web.Night;
using Scrutineer.Web.Observers;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>What the devices of observers hand in, and what is made of it.</summary>
public class ObserveTests(SharedNight shared) : IClassFixture<SharedNight>
{
    [Fact]
    public async Task Join_ByALink_WorksOnceForOneKey()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var browser = night.Browser();
        var secret = await Server.JoiningAsync(administrator, "swallow-3");
        using var device = new Device();
        Assert.Equal(HttpStatusCode.NotFound, (await device.JoinAsync(browser, new string('0', 48))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await device.JoinAsync(browser, secret)).StatusCode);
        Assert.Equal("swallow-3", device.Observer);

        // The answer was lost: the same device asks again. Another one is not let in.
        Assert.Equal(HttpStatusCode.OK, (await device.JoinAsync(browser, secret)).StatusCode);
        using var other = new Device();
        Assert.Equal(HttpStatusCode.NotFound, (await other.JoinAsync(browser, secret)).StatusCode);

        // The link sets no password.
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/start/" + secret)).StatusCode);
        Assert.Contains("has a device", await administrator.TextAsync("/accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_AnotherDeviceByANewLink_TakesThePlaceOfTheFirst()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var browser = night.Browser();
        using var lost = await Device.JoinAsync(night, administrator, "swallow-3");
        var page = await administrator.PostAsync("/accounts", "/accounts/link", ("name", "swallow-3"));
        using var found = new Device();
        await found.JoinAsync(
            browser,
            Server.SecretOf(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await Device.SendAsync(browser, lost.Sign(lost.Incident()))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(browser, found.Sign(found.Incident()))).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"secret\":\"a\",\"key\":\"AAAA\",\"algorithm\":\"ecdsa-p256\"}")]
    [InlineData("{\"secret\":\"a\",\"key\":\"%%\",\"algorithm\":\"ecdsa-p256\"}")]
    public async Task Join_WithoutAKeyOfP256_IsRefused(string text)
    {
        await using var night = await Server.StartAsync();
        using var browser = night.Browser();
        using var content = new StringContent(text);
        var answer = await browser.Client.PostAsync("/observe/join", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await Device.BodyAsync(answer))["problems"]!.AsArray());
    }

    [Fact]
    public async Task Records_SentTenTimes_AreAcceptedOnceAndStandAfterARestart()
    {
        await using var there = await ObservedNight.StartAsync();
        var (night, _, device, browser) = there;
        var payload = device.Incident();
        var envelope = device.Sign(payload);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Device.SendAsync(browser, envelope)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Single(answers, a => (string)a.Told["status"]! == "accepted");
        Assert.Equal(9, answers.Count(a => (string)a.Told["status"]! == "before"));

        // Signed anew it is the same report; with other words it is not.
        Assert.Equal("before", (string)(await Device.SendAsync(browser, device.Sign(payload))).Told["status"]!);
        payload["text"] = "Something else.";
        var differs = await Device.SendAsync(browser, device.Sign(payload));
        Assert.Equal(HttpStatusCode.Conflict, differs.Status);
        Assert.Equal("differs", (string)differs.Told["status"]!);

        // Nor does another unit make it another report.
        payload["unit"] = "Westvale";
        Assert.Equal(HttpStatusCode.Conflict, (await Device.SendAsync(browser, device.Sign(payload))).Status);

        await night.RestartAsync();
        var report = Assert.Single(ReportsOf(night).All);
        Assert.Equal(
            (ReportKind.Incident, "swallow-3", Server.Station, "new", 1L),
            (report.Kind, report.Observer, report.Unit!.Value.Text, report.Status, report.Version)
        );
        Assert.Equal("The chair told the observer to leave the room: «выйдите».", report.Payload!.Text);
        Assert.Empty(report.Doubts);
        using var after = night.Browser();
        Assert.Equal("before", (string)(await Device.SendAsync(after, envelope)).Told["status"]!);
    }

    [Fact]
    public async Task Records_NotSignedByTheDevice_AreUnknown()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-3");
        using var stranger = await Device.JoinAsync(night, administrator, "swallow-4");
        using var browser = night.Browser();
        var text = device.Incident().ToJsonString();
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Device.SendAsync(browser, stranger.Sign(text, "swallow-3"))).Status
        );
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Device.SendAsync(browser, device.Sign(text, "nobody"))).Status
        );
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Device.SendAsync(browser, device.Sign(text, "administrator"))).Status
        );
        var changed = JsonNode.Parse(device.Sign(text))!;
        changed["payload"] = text.Replace("leave", "enter", StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Device.SendAsync(browser, Encoding.UTF8.GetBytes(changed.ToJsonString()))).Status
        );
        await administrator.PostAsync("/accounts", "/accounts/disable", ("name", "swallow-3"), ("disabled", "yes"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Device.SendAsync(browser, device.Sign(text))).Status);
        await administrator.PostAsync("/accounts", "/accounts/disable", ("name", "swallow-3"), ("disabled", "no"));
        Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(browser, device.Sign(text))).Status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"observer\":1,\"payload\":\"\",\"signature\":\"\",\"algorithm\":\"ecdsa-p256\"}")]
    [InlineData("{\"observer\":\"\\ud800\",\"payload\":\"\",\"signature\":\"\",\"algorithm\":\"ecdsa-p256\"}")]
    [InlineData("{\"observer\":\"a\",\"payload\":\"b\",\"signature\":\"\",\"algorithm\":\"none\"}")]
    public async Task Records_NoEnvelope_AreRefused(string text)
    {
        var night = await shared.StartedAsync();
        using var browser = night.Browser();
        var (status, told) = await Device.SendAsync(browser, Encoding.UTF8.GetBytes(text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("refused", (string)told["status"]!);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (
                await browser.Client.PostAsync(
                    "/observe/records",
                    new ByteArrayContent(new byte[(256 << 10) + 1]),
                    TestContext.Current.CancellationToken
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task Records_WithEverythingWrong_AreToldOfAllAtOnce()
    {
        await using var there = await ObservedNight.StartAsync();
        var (night, _, device, browser) = there;
        var form = await FormAsync(browser);
        var payload = device.Observation(
            form,
            ("box-empty", "perhaps"),
            ("members", -1),
            ("opened", "25:00"),
            ("no-such", "yes")
        );
        payload["id"] = "7";
        payload["unit"] = "Nowhere";
        payload["sequence"] = -2;
        payload["made"] = "yesterday";
        payload["language"] = "xx";
        payload["figures"] = new JsonObject();
        payload["files"] = new JsonArray("abc");
        payload["times"] = new JsonObject { ["never-asked"] = "2025-06-15T21:03:11Z" };
        var (status, told) = await Device.SendAsync(browser, device.Sign(payload));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("7", (string)told["id"]!);
        Assert.Equal(
            [
                "answers.box-empty",
                "answers.members",
                "answers.no-such",
                "answers.opened",
                "figures",
                "files",
                "id",
                "language",
                "made",
                "sequence",
                "times.never-asked",
                "unit",
            ],
            told["problems"]!.AsArray().Select(p => (string)p!["where"]!).Order(StringComparer.Ordinal)
        );
        Assert.Empty(ReportsOf(night).All);
    }

    [Theory]
    [InlineData("form", "{\"id\":\"opening\",\"version\":\"0\",\"sha256\":\"00\"}")]
    [InlineData("form", "{\"id\":\"closing\",\"version\":\"1\",\"sha256\":\"00\"}")]
    [InlineData("form", "\"opening\"")]
    [InlineData("answers", "{}")]
    [InlineData("answers", "[]")]
    [InlineData("kind", "\"rumour\"")]
    [InlineData("text", "7")]
    [InlineData("unit", "null")]
    public async Task Records_OfAnotherForm_AreRefused(string property, string value)
    {
        await using var there = await ObservedNight.StartAsync();
        var (_, _, device, browser) = there;
        var payload = device.Observation(await FormAsync(browser), ("box-empty", "yes"));
        payload[property] = JsonNode.Parse(value);
        var (status, told) = await Device.SendAsync(browser, device.Sign(payload));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(told["problems"]!.AsArray(), p => (string)p!["where"]! == property);
    }

    [Fact]
    public async Task Records_OfEachKind_ShowInTheLogOnlyWhatTheyAreAbout()
    {
        await using var there = await ObservedNight.StartAsync();
        var (night, _, device, browser) = there;
        var form = await FormAsync(browser);
        var observation = device.Observation(
            form,
            ("box-empty", "no"),
            ("other-observers", new JsonArray("party", "press")),
            ("members", 7)
        );
        foreach (var payload in new[] { observation, device.Copy(), device.Incident(unit: null) })
        {
            var (status, told) = await Device.SendAsync(browser, device.Sign(payload));
            Assert.True(status == HttpStatusCode.OK, told.ToJsonString());
        }

        var reports = ReportsOf(night).All;
        Assert.Equal([ReportKind.Observation, ReportKind.Copy, ReportKind.Incident], reports.Select(r => r.Kind));
        Assert.Equal("no", reports[0].Payload!.Answers["box-empty"].GetString());
        Assert.Equal((string)form["sha256"]!, reports[0].Form!.Sha256);
        Assert.Equal(333, reports[1].Payload!.Figures["registered"].Value);
        Assert.Equal("illegible", reports[1].Payload!.Figures["spoiled"].ToString());
        Assert.Equal("nation", reports[2].Territory);
        await night.LoggedAsync(3);
        var entries = await browser.TextAsync("/log/tile/entries/000.p/3");
        Assert.Contains("\"form\":{\"id\":\"opening\"", entries, StringComparison.Ordinal);
        Assert.Contains("\"author\":\"swallow-3\"", entries, StringComparison.Ordinal);
        foreach (var hidden in new[] { "box-empty", "registered", "chair", "127.0.0.1", "obstructed" })
        {
            Assert.DoesNotContain(hidden, entries, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Records_OfAClockFarOff_AreAcceptedAndNoted()
    {
        await using var there = await ObservedNight.StartAsync();
        var (_, _, device, browser) = there;
        var ahead = device.Incident(made: DateTimeOffset.UtcNow.AddDays(30));
        ahead["at"] = Device.Moment(DateTimeOffset.UtcNow.AddDays(31));
        var (status, told) = await Device.SendAsync(browser, device.Sign(ahead));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["made-in-the-future", "told-before-it-was"], told["notes"]!.AsArray().Select(n => (string)n!));
        var behind = device.Incident(made: DateTimeOffset.UtcNow.AddDays(-30));
        Assert.Equal(
            ["made-long-before"],
            (await Device.SendAsync(browser, device.Sign(behind))).Told["notes"]!.AsArray().Select(n => (string)n!)
        );
    }

    [Fact]
    public async Task Reports_AfterACoordinatorsRecords_AreReplayed()
    {
        await using var there = await ObservedNight.StartAsync();
        var (night, _, device, browser) = there;
        var payload = device.Incident();
        await Device.SendAsync(browser, device.Sign(payload));
        var id = (string)payload["id"]!;
        var reports = ReportsOf(night);
        var before = reports.Find(id)!;
        var moves = new (string Kind, JsonObject Body)[]
        {
            (
                "triage",
                new JsonObject
                {
                    ["severity"] = "votes",
                    ["category"] = "miscount",
                    ["status"] = "open",
                }
            ),
            ("assign", new JsonObject { ["to"] = "coordinator-2" }),
            ("link", new JsonObject { ["complaint"] = "No. 7 to the commission" }),
            ("link", new JsonObject { ["ruling"] = "dismissed" }),
            ("merge", new JsonObject { ["into"] = "another" }),
            ("publish", new JsonObject { ["category"] = "miscount", ["severity"] = "votes" }),
        };
        foreach (var (index, (kind, body)) in moves.Index())
        {
            var record = new NewRecord(
                $"move {index}",
                before.Territory,
                "report " + id,
                index + 2,
                kind,
                "coordinator-1",
                DateTimeOffset.UtcNow,
                body
            );
            Assert.Equal(Appended.Now, (await reports.AppendAsync(record)).Appended);
        }

        await night.RestartAsync();
        var after = ReportsOf(night).Find(id)!;
        Assert.Equal(
            ("votes", "miscount", "open", "coordinator-2", "No. 7 to the commission", "dismissed", "another", 7L),
            (
                after.Severity,
                after.Category,
                after.Status,
                after.AssignedTo,
                after.Complaint,
                after.Ruling,
                after.MergedInto,
                after.Version
            )
        );
        Assert.Equal("votes", (string)after.Published!["severity"]!);
    }

    [Fact]
    public async Task Records_FasterThanADeviceMay_AreToldToWait()
    {
        await using var there = await ObservedNight.StartAsync();
        var (_, _, device, browser) = there;
        var envelope = device.Sign(device.Incident());
        for (var i = 0; i < DeviceLimit.AMinute; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(browser, envelope)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Device.SendAsync(browser, envelope)).Status);
    }

    [Fact]
    public async Task Data_ForDevices_IsAllTheyNeedAndNothingElse()
    {
        await using var night = await Server.StartAsync();
        using var browser = night.Browser();
        var data = JsonNode.Parse(await browser.TextAsync("/observe/data.json"))!;
        Assert.Equal("xx-assembly-2025", (string)data["election"]!);
        Assert.Contains(Server.Station, data["units"]!.AsArray().Select(u => (string)u!));
        Assert.Equal(13, data["columns"]![0]!["columns"]!.AsArray().Count);
        Assert.Equal("opening", (string)data["forms"]![0]!["id"]!);
        var categories = data["incidentCategories"]!.AsArray().Select(c => (string)c!).ToList();
        Assert.Contains("ballot-stuffing", categories);
        Assert.Equal(13, data["fields"]!.AsArray().Count);
        var texts = JsonNode.Parse(await browser.TextAsync("/observe/texts.json"))!["texts"]!;
        Assert.All(categories, c => Assert.Equal(3, texts["incident-" + c]!.AsArray().Count));
    }

    internal static Reports ReportsOf(Server night) => night.Server.Application.Services.GetRequiredService<Reports>();

    internal static async Task<JsonNode> FormAsync(Browser browser) =>
        JsonNode.Parse(await browser.TextAsync("/observe/data.json"))!["forms"]![0]!;
}
