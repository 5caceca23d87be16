using System.IO.Compression;
using System.Net;
using System.Text;
using Scrutineer.Tests.Evidence.Photographs;
using Scrutineer.Web.Access;
using Scrutineer.Web.Observers;

namespace Scrutineer.Web.Tests;

/// <summary>Reports that somebody carried to a coordinator.</summary>
public class ImportTests(SharedNight shared) : IClassFixture<SharedNight>
{
    [Fact]
    public async Task Import_ACarriedFile_GoesTheSameWayAndLosesNothing()
    {
        await using var there = await ObservedNight.StartAsync();
        var (night, administrator, device, browser) = there;
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", Roles.Coordinator);
        using var stranger = new Device();
        var photograph = Pictures.Jpeg();
        var copy = device.Copy(Device.HashOf(photograph));
        var sent = device.Incident();
        await Device.SendAsync(browser, device.Sign(sent));
        var wrong = device.Incident();
        wrong["category"] = "rumour";
        var foreign = Encoding.UTF8.GetString(stranger.Sign(device.Incident().ToJsonString(), "swallow-3"));
        var file = device.Carried([photograph], [copy, sent, wrong]) + "\n" + foreign + "\nno line of JSON\n";
        var page = await ImportAsync(coordinator, file);
        Assert.Contains("2 accepted, 1 were there before, 3 refused.", page, StringComparison.Ordinal);
        Assert.Contains("category: one of:", page, StringComparison.Ordinal);
        var report = ObserveTests.ReportsOf(night).Find((string)copy["id"]!)!;
        Assert.Single(report.Files);
        var refused = await coordinator.TextAsync(Link(page));
        Assert.Equal(4, refused.TrimEnd('\n').Split('\n').Length);
        Assert.Contains(foreign, refused, StringComparison.Ordinal);

        // What was refused can be handed in again, and is refused again.
        Assert.Contains(
            "0 accepted, 0 were there before, 3 refused.",
            await ImportAsync(coordinator, refused),
            StringComparison.Ordinal
        );
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(Link(page))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/import")).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Import_PicturesFromAScreen_InAnyOrderAreTaken(bool gzip)
    {
        await using var there = await ObservedNight.StartAsync();
        var (night, administrator, device, _) = there;
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", Roles.Coordinator);
        var frames = Frames(device.Carried([], [device.Incident(), device.Copy()]), gzip);
        Assert.True(frames.Count > 3);
        var missing = await PasteAsync(coordinator, string.Join('\n', frames.Skip(1)));
        Assert.Contains("missing: 1", missing, StringComparison.Ordinal);
        frames.Reverse();
        var page = await PasteAsync(coordinator, string.Join("\r\n", frames.Concat(frames)));
        Assert.Contains("2 accepted, 0 were there before, 0 refused.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"scrutineer-carried\":1,\"election\":\"another\"}\n{}")]
    [InlineData("{\"scrutineer-carried\":2,\"election\":\"xx-assembly-2025\"}\n{}")]
    [InlineData("a,b,c\n1,2,3")]
    [InlineData("SCR1:a:1/0:AAAA")]
    [InlineData("SCR1:a:1/1:AAAA")]
    [InlineData("SCR1:a:1/9999:AAAA")]
    [InlineData("SCR1:a:1/2:AAAA SCR1:a:1/2:BBBB")]
    [InlineData("SCR1:a:1/2:AAAA SCR1:a:1/3:AAAA")]
    [InlineData("SCR1:a:1/1:%%%")]
    public async Task Import_WhatIsNoCarriedFile_IsRefusedWhole(string text)
    {
        var coordinator = await shared.OfRoleAsync(Roles.Coordinator);
        var page = await PasteAsync(coordinator, text);
        Assert.Contains("0 accepted, 0 were there before,", page, StringComparison.Ordinal);
        Assert.Equal(text + "\n", await coordinator.TextAsync(Link(page)));
    }

    [Fact]
    public void Lines_OfABomb_AreNotUnpacked()
    {
        var problems = new List<ReportProblem>();
        var frames = Frames(new string(' ', 40 << 20), gzip: true);
        Assert.Empty(QrFrames.Lines(string.Join(' ', frames), problems));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public async Task Import_Nothing_AsksForSomething()
    {
        var coordinator = await shared.OfRoleAsync(Roles.Coordinator);
        var answer = await coordinator.PostAsync("/import", "/import", ("text", "  "));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static List<string> Frames(string text, bool gzip)
    {
        using var packed = new MemoryStream();
        using (
            Stream writer = gzip
                ? new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)
                : new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)
        )
        {
            writer.Write(Encoding.UTF8.GetBytes(text));
        }

        var chunks = System
            .Buffers.Text.Base64Url.EncodeToString(packed.ToArray())
            .Chunk(200)
            .Select(c => new string(c))
            .ToList();
        return [.. chunks.Select((c, i) => $"SCR1:x7:{i + 1}/{chunks.Count}:{c}")];
    }

    private static async Task<string> PasteAsync(Browser coordinator, string text) =>
        await (await coordinator.PostAsync("/import", "/import", ("text", text))).Content.ReadAsStringAsync();

    private static async Task<string> ImportAsync(Browser coordinator, string file)
    {
        var token = Browser.Hidden(await coordinator.TextAsync("/import"), "__RequestVerificationToken");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "carried.jsonl" },
        };
        using var answer = await coordinator.Client.PostAsync("/import", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Link(string page)
    {
        var at = page.IndexOf("/import/refused/", StringComparison.Ordinal);
        Assert.True(at > 0, page);
        return page[at..page.IndexOf('"', at)];
    }
}
