using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Evidence;
using Scrutineer.Findings;
using Scrutineer.Storage;
using Scrutineer.Tests.Evidence.Photographs;
using Scrutineer.Web.Language;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>The administrator's page of what is purged: said in words, asked for twice, and verifiable afterwards.</summary>
public class PurgePageTests
{
    private const string Words = "the chairman shouted at Aigerim of the corner house";
    private const string Form = "/accounts/purge";

    [Fact]
    public async Task Purge_OfAnObserver_TakesAllWordsAndTheBundleFits()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        using var other = await Device.JoinAsync(night, administrator, "swallow-2");
        var id = await FilledAsync(night, device, other);
        var reports = night.Server.Application.Services.GetRequiredService<Reports>();

        // What goes is said before it goes; no word of it is shown to whoever purges.
        var page = await administrator.TextAsync(Form + "?what=observer&name=swallow-1");
        Assert.Contains(English.Of("purge-goes", 2, 1), page, StringComparison.Ordinal);
        Assert.Contains(English["purge-stays"], page, StringComparison.Ordinal);
        Assert.DoesNotContain("Aigerim", page, StringComparison.Ordinal);

        // Another name typed, none, or no reason: nothing is done.
        foreach (
            var (again, reason, wrong) in new[]
            {
                ("swallow-2", "asked for it", "purge-not-typed"),
                ("", "asked for it", "purge-not-typed"),
                ("swallow-1", " ", "refused-reason-missing"),
                ("swallow-1", new string('x', 501), "refused-reason-missing"),
            }
        )
        {
            using var refused = await PurgeAsync(administrator, "observer", "swallow-1", again, reason);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(English[wrong], await BodyAsync(refused), StringComparison.Ordinal);
        }

        Assert.All(reports.All, r => Assert.NotNull(r.Payload));
        using (var done = await PurgeAsync(administrator, "observer", "swallow-1", "swallow-1", "asked for it"))
        {
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
            Assert.Contains(English.Of("purge-done", 2, 1), await BodyAsync(done), StringComparison.Ordinal);
        }

        // The server that purged shows nothing of it from its memory, and leaves the other observer's alone.
        Assert.Equal([true, true, false], reports.All.Select(r => r.Payload is null));
        var shown = await coordinator.TextAsync("/reports/one?id=" + id);
        Assert.DoesNotContain("Aigerim", shown, StringComparison.Ordinal);
        Assert.Contains(English["report-purged"], shown, StringComparison.Ordinal);

        // Three reports and two records of the purge: who, why and what are in the log, and the bundle fits.
        await night.LoggedAsync(5);
        var bundle = await BundleAsync(night);
        var check = BundleCheck.Of(bundle, [NoteKey.Read(Text(bundle, "key"))!], [], null);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        var lines = await LinesAsync(night);
        Assert.Equal(2, lines.Count(l => l.Contains("\"kind\":\"purge\"", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(l => l.Contains("\"reason\":\"asked for it\"", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(l => l.Contains("\"author\":\"administrator\"", StringComparison.Ordinal)));
        await night.Server.DisposeAsync();
        foreach (var file in Directory.GetFiles(night.Folder.FullName, "night.db*"))
        {
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf("Aigerim"u8) < 0, file);
        }
    }

    [Fact]
    public async Task Purge_OfOnePhotograph_LeavesTheReportAndRefusesTheBytes()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        using var other = await Device.JoinAsync(night, administrator, "swallow-2");
        await FilledAsync(night, device, other);
        var reports = night.Server.Application.Services.GetRequiredService<Reports>();
        var photograph = reports.All.SelectMany(r => r.Files).Single();
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync("/reports/photograph/" + photograph)).StatusCode);
        using var done = await PurgeAsync(administrator, "photograph", photograph, photograph, "shows a face");
        Assert.Contains(English.Of("purge-done", 0, 1), await BodyAsync(done), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await coordinator.GetAsync("/reports/photograph/" + photograph)).StatusCode
        );
        Assert.All(reports.All, r => Assert.NotNull(r.Payload));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("kk")]
    public async Task Purge_OfWhatIsNotThere_IsRefusedInTheReadersLanguage(string language)
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        await PublicTests.SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        var store = night.Server.Application.Services.GetRequiredService<RecordStore>();
        var move = (await store.ReadAfterAsync(0, 1))[0];
        await administrator.GetAsync($"/language/{language}?back={Form}");
        foreach (
            var (what, name, wrong) in new[]
            {
                ("observer", "nobody", "purge-nothing"),
                ("report", "nothing", "purge-nothing"),
                ("photograph", new string('0', 64), "purge-nothing"),
                ("report", move.ClientId, "purge-counts"),
            }
        )
        {
            using var looked = await administrator.GetAsync($"{Form}?what={what}&name={Uri.EscapeDataString(name)}");
            using var sent = await PurgeAsync(administrator, what, name, name, "no reason is one");
            foreach (var answer in new[] { looked, sent })
            {
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.Contains(Texts.In(language)[wrong], await BodyAsync(answer), StringComparison.Ordinal);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(Form + "?what=all&name=x")).StatusCode);
        Assert.Equal(4, (await store.ReadAfterAsync(0, 100)).Count);
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("verifier")]
    [InlineData("coordinator")]
    [InlineData("screen")]
    public async Task Purge_ByAnotherRole_IsRefused(string role)
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        var id = await ReportTests.HandInAsync(night, device, device.Incident());
        using var somebody = await night.AsAsync(administrator, "somebody", role);
        Assert.Equal(HttpStatusCode.Forbidden, (await somebody.GetAsync(Form)).StatusCode);
        using var nobody = night.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(Form)).StatusCode);
        foreach (
            var (browser, status) in new[] { (somebody, HttpStatusCode.Forbidden), (nobody, HttpStatusCode.Redirect) }
        )
        {
            using var sent = await browser.PostAsync(
                "/",
                Form,
                ("what", "report"),
                ("name", id),
                ("again", id),
                ("reason", "to hide it")
            );
            Assert.Equal(status, sent.StatusCode);
        }

        // The administrator's own browser, led there by a page elsewhere, purges nothing either.
        using var forged = await administrator.SendAsync(
            Form,
            ("what", "report"),
            ("name", id),
            ("again", id),
            ("reason", "to hide it")
        );
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.NotNull(night.Server.Application.Services.GetRequiredService<Reports>().Find(id)!.Payload);
    }

    private static Texts English => Texts.In("en");

    /// <summary>An incident with words and a copy with a photograph of one observer, and an incident of another.</summary>
    private static async Task<string> FilledAsync(Server night, Device device, Device other)
    {
        using var network = night.Browser();
        var incident = device.Incident();
        incident["text"] = Words;
        var photograph = Pictures.Jpeg();
        Assert.Equal(HttpStatusCode.OK, (await device.SendFileAsync(network, photograph)).Status);
        var id = await ReportTests.HandInAsync(night, device, incident);
        await ReportTests.HandInAsync(night, device, device.Copy(Device.HashOf(photograph)));
        await ReportTests.HandInAsync(night, other, other.Incident());
        return id;
    }

    private static Task<HttpResponseMessage> PurgeAsync(
        Browser browser,
        string what,
        string name,
        string again,
        string reason
    ) => browser.PostAsync(Form, Form, ("what", what), ("name", name), ("again", again), ("reason", reason));

    private static async Task<string> BodyAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static async Task<string> BundleAsync(Server night)
    {
        using var reader = night.Browser();
        var folder = Path.Combine(night.Folder.FullName, "bundle");
        using var zip = new MemoryStream(await reader.Client.GetByteArrayAsync("/log/bundle.zip"));
        await ZipFile.ExtractToDirectoryAsync(zip, folder);
        return folder;
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(Server night)
    {
        var store = night.Server.Application.Services.GetRequiredService<RecordStore>();
        return [.. (await store.ReadAfterAsync(0, 100)).Select(r => r.Entry)];
    }

    private static string Text(string folder, string file) =>
        File.ReadAllText(Path.Combine(folder, file), Encoding.UTF8).Trim();
}
