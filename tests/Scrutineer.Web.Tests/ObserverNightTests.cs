using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Evidence;
using Scrutineer.Findings;
using Scrutineer.Storage;
using Scrutineer.Tests.Evidence.Photographs;
using Scrutineer.Web.Observers;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>An observer's whole night without a browser: from the link to a log that a stranger verifies.</summary>
public class ObserverNightTests
{
    [Fact]
    public async Task Night_OfAnObserver_EndsInALogThatStrangersVerify()
    {
        await using var there = await ObservedNight.StartAsync();
        var (night, _, device, browser) = there;
        var form = await ObserveTests.FormAsync(browser);
        var photograph = Pictures.Jpeg();
        var withheld = Pictures.Png();
        var (_, kept) = await device.SendFileAsync(browser, photograph);
        var (_, other) = await device.SendFileAsync(browser, withheld);
        Assert.Equal(Device.HashOf(photograph), (string)kept["received"]!);
        var stored = (string)kept["sha256"]!;
        var copy = device.Copy(Device.HashOf(photograph));
        var incident = device.Incident();
        incident["files"] = new JsonArray(Device.HashOf(withheld));
        var observation = device.Observation(
            form,
            ("box-empty", "no"),
            ("remarks", "The lid was closed before anybody looked.")
        );
        for (var again = 0; again < 10; again++)
        {
            foreach (var payload in new[] { observation, copy, incident })
            {
                var (status, told) = await Device.SendAsync(browser, device.Sign(payload));
                Assert.Equal(HttpStatusCode.OK, status);
                Assert.Equal(again == 0 ? "accepted" : "before", (string)told["status"]!);
            }

            Assert.Equal(stored, (string)(await device.SendFileAsync(browser, photograph)).Told["sha256"]!);
        }

        await night.RestartAsync();
        var reports = ObserveTests.ReportsOf(night);
        Assert.Equal(3, reports.All.Count);
        var published = reports.Find((string)copy["id"]!)!;
        Assert.Equal([stored], published.Files);
        await reports.AppendAsync(
            new NewRecord(
                Guid.NewGuid().ToString(),
                published.Territory,
                "report " + published.ClientId,
                2,
                "publish",
                "coordinator-1",
                DateTimeOffset.UtcNow,
                new JsonObject { ["figures"] = new JsonObject { ["registered"] = 333 } }
            )
        );
        await night.LoggedAsync(4);
        var bundle = await BundleAsync(night, "first");
        Assert.Equal([stored], Directory.GetFiles(Path.Combine(bundle, "files")).Select(f => Path.GetFileName(f)!));
        Assert.Equal(
            -1,
            File.ReadAllBytes(Path.Combine(bundle, "files", stored))
                .AsSpan()
                .IndexOf(Encoding.ASCII.GetBytes(Pictures.Secret))
        );
        foreach (var file in Directory.GetFiles(bundle, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("lid was closed", File.ReadAllText(file), StringComparison.Ordinal);
        }

        await VerifiesAsync(night, bundle);

        // What is private goes, by the hand of the store; the log is what it was.
        var store = night.Server.Application.Services.GetRequiredService<RecordStore>();
        foreach (var report in reports.All)
        {
            Assert.True(await store.PurgeAsync(report.Territory, report.ClientId));
        }

        var files = night.Server.Application.Services.GetRequiredService<FileStore>();
        Assert.True(await files.PurgeAsync((string)other["sha256"]!));
        Assert.True(await files.PurgeAsync(stored));
        await night.RestartAsync();
        Assert.All(ObserveTests.ReportsOf(night).All, r => Assert.Null(r.Payload));
        using var after = night.Browser();
        Assert.Equal("before", (string)(await Device.SendAsync(after, device.Sign(copy))).Told["status"]!);
        await VerifiesAsync(night, await BundleAsync(night, "second"));
        await night.Server.DisposeAsync();
        await using var database = await ElectionDatabase.OpenAsync(night.Options.Database);
        Assert.Empty(await DatabaseCheck.OfAsync(database, Key(night)));
        AssertNowhere(night, Pictures.Secret, "127.0.0.1");
    }

    [Fact]
    public async Task Files_NotSignedOrNoPhotographs_AreRefused()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-3");
        using var stranger = new Device();
        using var browser = night.Browser();
        var photograph = Pictures.Jpeg();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendFileAsync(browser, photograph)).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await device.SendFileAsync(browser, photograph, device.Signature("another"))).Status
        );
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await device.SendFileAsync(browser, Encoding.UTF8.GetBytes("<svg/>"))).Status
        );
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await device.SendFileAsync(browser, Pictures.Png(60_000, 60_000))).Status
        );

        // More than other routes take, and not more than eight MiB.
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await device.SendFileAsync(browser, new byte[2 << 20])).Status
        );
        using var large = new ByteArrayContent(new byte[(8 << 20) + 1]);
        large.Headers.Add("X-Ignored", "1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/observe/files") { Content = large };
        request.Headers.Add("X-Observer", device.Observer);
        request.Headers.ExpectContinue = true;
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await browser.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode
        );
    }

    /// <summary>A report read from a screen comes first; its photograph follows it into the log.</summary>
    [Fact]
    public async Task Files_AfterTheirReport_AreNamedInItsStream()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-3");
        using var other = await Device.JoinAsync(night, administrator, "swallow-4");
        using var browser = night.Browser();
        var photograph = Pictures.Jpeg();
        var payload = device.Copy(Device.HashOf(photograph));
        var (_, told) = await Device.SendAsync(browser, device.Sign(payload));
        Assert.Equal([ReportIntake.PhotographMissing], told["notes"]!.AsArray().Select(n => (string)n!));

        // What another observer sent is not taken for it.
        await other.SendFileAsync(browser, photograph);
        Assert.Empty(ObserveTests.ReportsOf(night).Find((string)payload["id"]!)!.Files);
        var (_, kept) = await device.SendFileAsync(browser, photograph);
        await device.SendFileAsync(browser, photograph);
        await night.RestartAsync();
        var report = ObserveTests.ReportsOf(night).Find((string)payload["id"]!)!;
        Assert.Equal([(string)kept["sha256"]!], report.Files);
        Assert.Equal(2, report.Version);
        using var reader = night.Browser();
        await night.LoggedAsync(2);
        Assert.Contains(
            $"\"files\":[\"{kept["sha256"]}\"]",
            await reader.TextAsync("/log/tile/entries/000.p/2"),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> BundleAsync(Server night, string name)
    {
        using var reader = night.Browser();
        var folder = Path.Combine(night.Folder.FullName, name);
        using var zip = new MemoryStream(await reader.Client.GetByteArrayAsync("/log/bundle.zip"));
        await ZipFile.ExtractToDirectoryAsync(zip, folder);
        return folder;
    }

    private static NoteKey Key(Server night) =>
        NoteKey.Read(File.ReadAllText(Path.Combine(night.Folder.FullName, "first", "key")).Trim())!;

    private static async Task VerifiesAsync(Server night, string bundle)
    {
        var check = BundleCheck.Of(bundle, [Key(night)], []);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        var start = new ProcessStartInfo("python3")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(Server.Checkout(), "verifier", "verify.py"),
                bundle,
                Path.Combine(bundle, "key"),
            },
        };
        Process? started;
        try
        {
            started = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no python3 on this machine; the program's own check was made above.
            return;
        }

        using var process = started!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }

    private static void AssertNowhere(Server night, params string[] hidden)
    {
        foreach (var file in Directory.GetFiles(night.Folder.FullName, "night.db*"))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.All(hidden, h => Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(h))));
        }
    }
}
