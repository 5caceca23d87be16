using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>The pages of coordinators, of the public by level and of what is purged in a real browser: contrast, labels, headings, focus, pictures.</summary>
public class CoordinatorBrowserTests
{
    private static readonly string[] Tongues = ["en", "ru", "kk"];
    private static readonly (string Look, int Width, bool Dark)[] Looks =
    [
        ("light", 1000, false),
        ("dark", 1000, true),
        ("phone", 380, false),
    ];
    private static readonly bool Heavy = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1";

    /// <summary>Each page in each language; in one light each by default, in all three with SCRUTINEER_HEAVY=1.</summary>
    [Fact]
    public async Task Pages_InEveryLanguageAndLight_CanBeReadAndUsed()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var hands = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var device = await Device.JoinAsync(night, administrator, "observer-1");
        using var other = await Device.JoinAsync(night, administrator, "observer-2");
        var incident = await FilledAsync(night, hands, device, other);
        await using var page = await SignedInAsync(chromium, night, "coordinator-1");
        var station = "/station?unit=" + Uri.EscapeDataString(Server.Station);
        var wrong = new List<string>();
        var stops = new Dictionary<string, int>(StringComparer.Ordinal);
        await AuditAsync(
            page,
            night,
            [
                ("results", "/"),
                ("units", "/unit"),
                ("unit", "/unit?unit=Eastmark%2FTerritory%201"),
                ("station-copies", station),
                ("reports", "/reports"),
                ("report", "/reports/one?id=" + incident),
                ("discrepancies", "/discrepancies"),
                ("quick-count", "/quick-count"),
                ("published", "/published"),
                ("embargo", "/night"),
            ],
            wrong,
            stops
        );
        await using (var accounts = await SignedInAsync(chromium, night, "administrator"))
        {
            await AuditAsync(
                accounts,
                night,
                [
                    ("purge", "/accounts/purge"),
                    ("purge-observer", "/accounts/purge?what=observer&name=observer-2"),
                    ("purge-nothing", "/accounts/purge?what=report&name=nothing"),
                ],
                wrong,
                stops
            );
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.All(stops, s => Assert.True(s.Value > 5, $"{s.Key}: {s.Value} stops"));

        // Held back, the public page says until when and changes by itself when it is lifted.
        await page.GoAsync(new Uri(night.Address, "/night"));
        await using var reader = await chromium.OpenAsync(night.Address);
        await SetAsync(page, "2099-06-15 23:00 +05:00", "set");
        await reader.UntilAsync("document.body.innerText.includes('2099-06-15 18:00 UTC')");
        await reader.PictureAsync("embargo-public-light", 1000);
        Assert.Equal([], await PageAudit.OfAsync(reader));
        await SetAsync(page, "", "lift");
        await reader.UntilAsync("document.getElementById('seats') !== null");
    }

    /// <summary>Every page in every language, light, dark and on a phone; what is wrong, and how many stops the tabulator makes.</summary>
    private static async Task AuditAsync(
        Page page,
        Server night,
        (string Name, string Path)[] pages,
        List<string> wrong,
        Dictionary<string, int> stops
    )
    {
        foreach (var (name, path) in pages)
        {
            foreach (var (number, tongue) in Tongues.Index())
            {
                var address = new Uri(night.Address, path);
                await page.GoAsync(
                    new Uri(night.Address, $"/language/{tongue}?back={Uri.EscapeDataString(path)}"),
                    address
                );
                foreach (var (look, width, dark) in Looks.Where((_, l) => Heavy || l == number))
                {
                    await page.PictureAsync($"coordinator-{name}-{tongue}-{look}", width, dark, whole: true);
                    wrong.AddRange((await PageAudit.OfAsync(page)).Select(w => $"{name} {tongue} {look}: {w}"));
                }
            }

            stops[name] = await PageAudit.StopsAsync(page);
        }
    }

    // What a night has after an hour: some stations of the sample, a copy that differs, incidents, one of them published.
    private static async Task<string> FilledAsync(Server night, Browser hands, Device device, Device other)
    {
        var services = night.Server.Application.Services;
        var election = services.GetRequiredService<ElectionNight>();
        var sample = election.Setup.Sample!;
        var table = TableReader.Read(sample.Source.Path, sample.Source.Mapping, sample.Source.Layout, new Problems())!;
        await QuickCountTests.SettleAsync(election, table, 12);
        await PublicTests.SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        services.GetRequiredService<LiveSample>().Renew();
        var copy = device.Payload("copy", Server.Station);
        copy["figures"] = new JsonObject
        {
            ["registered"] = "333",
            ["votes:Reds"] = "97",
            ["spoiled"] = "?",
        };
        var copied = await ReportTests.HandInAsync(night, device, copy);
        await ReportTests.DecideAsync(hands, copied, 1, "publish");
        var first = await ReportTests.HandInAsync(night, device, device.Incident());
        await ReportTests.HandInAsync(night, other, other.Incident());
        await ReportTests.DecideAsync(hands, first, 1, "assign", ("to", "lawyer-3"));
        await ReportTests.DecideAsync(hands, first, 2, "publish", ("text", "yes"));
        return first;
    }

    private static async Task<Page> SignedInAsync(Chromium chromium, Server night, string account)
    {
        var page = await chromium.OpenAsync(new Uri(night.Address, "/sign-in"));
        await page.UntilAsync("document.activeElement?.id === 'name'");
        await page.TypeAsync(account);
        await page.TabAsync();
        await page.TypeAsync(Server.Password);
        await page.EnterAsync();
        await page.UntilAsync("location.pathname !== '/sign-in' && document.readyState === 'complete'");
        return page;
    }

    private static async Task SetAsync(Page page, string until, string act)
    {
        await page.UntilAsync("document.readyState === 'complete' && document.getElementById('until') !== null");
        await page.ValueAsync("document.getElementById('until').focus()");
        await page.TypeAsync(until);
        await page.TabAsync();
        await page.TypeAsync("until the last station votes");
        await page.ValueAsync($"window.sent = true, document.querySelector('button[value={act}]').focus()");
        await page.EnterAsync();
        await page.UntilAsync("window.sent === undefined && document.readyState === 'complete'");
    }
}
