using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting;
using Scrutineer.Storage;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>The observers' pages in a real browser, over a wire that is cut.</summary>
public class PhoneTests
{
    private const string Observer = "байқаушы-7";

    /// <summary>An observer joins, loses the network, copies a protocol, photographs it and reports an incident; later all of it is at the server, once.</summary>
    [Fact]
    public async Task Observer_WithoutANetwork_ReportsAllTheSameAndIsHeardOnce()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var wire = new Outage(night.Address);
        await using var phone = await JoinedAsync(chromium, night, wire);
        var photograph = await PhotographAsync(phone, night);

        wire.Cut();
        await phone.ReloadAsync();
        await phone.UntilAsync("document.body.dataset.ready === 'yes'");

        await phone.ValueAsync("document.querySelector('[role=combobox]').focus()");
        await phone.TypeAsync("eastmark 1 station 2");
        await phone.EnterAsync();
        Assert.Equal(
            Server.Station,
            (string)(await phone.ValueAsync("document.querySelector('[role=combobox]').value"))!
        );
        await BeginAsync(phone, "Copy of the protocol");
        await phone.ValueAsync("document.getElementById('c0').focus()");
        for (var c = 0; c < Server.Figures.Length; c++)
        {
            Assert.Equal($"c{c}", (string)(await phone.ValueAsync("document.activeElement.id"))!);
            await phone.TypeAsync(c == 1 ? "300" : Server.Figures[c]);
            await phone.EnterAsync();
        }

        await phone.UntilAsync("document.querySelector('#relations .error')?.innerText.startsWith('R1') === true");
        await phone.ValueAsync("document.getElementById('c1').select()");
        await phone.TypeAsync(Server.Figures[1]);
        await phone.UntilAsync("document.querySelector('#relations .error') === null");
        await phone.ChooseAsync("#photo-take", photograph);
        await phone.UntilAsync("document.querySelectorAll('.photos img').length === 1");

        // The phone dies in the middle: what was typed is there again.
        await phone.ReloadAsync();
        await phone.UntilAsync(
            "document.getElementById('c1')?.value === '336' && document.querySelectorAll('.photos img').length === 1"
        );
        await HandInAsync(phone);

        await GoAsync(phone, "");
        await BeginAsync(phone, "Incident");
        await phone.ValueAsync(Chosen("category", "observer-obstructed"));
        await phone.ValueAsync(Chosen("severity", "transparency"));
        await phone.ValueAsync("document.getElementById('text').focus()");
        await phone.TypeAsync("The door was closed while they counted.");
        await HandInAsync(phone);

        await phone.ReloadAsync();
        await phone.UntilAsync("document.querySelectorAll('#items [data-state=waiting]').length === 2");
        await phone.PictureAsync("phone-outbox-waiting", 380);
        var reports = night.Server.Application.Services.GetRequiredService<Reports>();
        Assert.Empty(reports.All);

        // The server hears the phone, the phone does not hear the server: it is sent again, and counted once.
        wire.Mend();
        wire.LoseAnswers();
        await phone.ValueAsync("document.getElementById('send-now').click()");
        await phone.UntilAsync("document.querySelector('#items li:last-child .state').innerText.includes('attempts')");
        wire.Mend();
        await phone.ValueAsync("document.getElementById('send-now').click()");
        await phone.UntilAsync("document.querySelectorAll('#items [data-state=sent]').length === 2");
        await phone.PictureAsync("phone-outbox-sent", 380);

        Assert.Equal([ReportKind.Copy, ReportKind.Incident], reports.All.Select(r => r.Kind));
        Assert.Equal([1, 2], reports.All.Select(r => r.Sequence));
        var copy = reports.All[0];
        Assert.Equal(UnitPath.Parse(Server.Station), copy.Unit);
        Assert.Equal(Observer, copy.Observer);
        Assert.Equal(
            Server.Figures.Select(f => new Count(long.Parse(f))),
            night
                .Server.Application.Services.GetRequiredService<ElectionSetup>()
                .Layout.Columns.Select(c => copy.Payload!.Figures[c.Name])
        );
        var stored = await night
            .Server.Application.Services.GetRequiredService<FileStore>()
            .FindAsync(Assert.Single(copy.Files));
        Assert.DoesNotContain((byte)0xe1, CameraFile.Markers(stored!.Bytes));
        Assert.Equal("The door was closed while they counted.", reports.All[1].Payload!.Text);

        // What was sent is no longer on the phone, but for its line.
        Assert.Equal(
            "0,0,false",
            (string)
                (
                    await phone.ValueAsync(
                        """
                        (async () => {
                          const { all } = await import('/assets/observe-store.js');
                          return [(await all('photos')).length, (await all('drafts')).length, (await all('outbox')).some((i) => 'envelope' in i)].join();
                        })()
                        """
                    )
                )!
        );
    }

    [Fact]
    public async Task Report_ThatIsRefused_StaysWithItsReasonAndHoldsUpNothing()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var wire = new Outage(night.Address);
        await using var phone = await JoinedAsync(chromium, night, wire);
        wire.Cut();
        foreach (var category in new[] { "no-such-kind", "detention" })
        {
            await phone.ValueAsync(Added(category));
        }

        wire.Mend();
        await GoAsync(phone, "outbox");
        await phone.ValueAsync("document.getElementById('send-now').click()");
        await phone.UntilAsync("document.querySelectorAll('#items [data-state=sent]').length === 1");
        await phone.ReloadAsync();
        await phone.UntilAsync("document.querySelectorAll('#items [data-state=refused]').length === 1");
        Assert.Contains(
            "category:",
            (string)(await phone.ValueAsync("document.querySelector('#items [data-state=refused]').innerText"))!,
            StringComparison.Ordinal
        );
        await phone.PictureAsync("phone-outbox-refused", 380);
        await phone.ValueAsync("document.getElementById('again-1').click()");
        await phone.UntilAsync("document.querySelectorAll('#items [data-state=refused]').length === 1");

        // It can still be carried.
        await GoAsync(phone, "codes");
        await phone.UntilAsync("document.getElementById('code')?.dataset.text.startsWith('SCR1:') === true");
        Assert.Single(night.Server.Application.Services.GetRequiredService<Reports>().All);
    }

    [Fact]
    public async Task Report_OverTheQuota_StaysAndSaysSoInEachLanguage()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync(change: o => o with { DeviceRecords = 1 });
        await using var wire = new Outage(night.Address);
        await using var phone = await JoinedAsync(chromium, night, wire);
        wire.Cut();
        await phone.ValueAsync(Added("detention"));
        await phone.ValueAsync(Added("detention"));
        wire.Mend();
        await GoAsync(phone, "outbox");
        await phone.ValueAsync("document.getElementById('send-now').click()");
        await phone.UntilAsync("document.querySelector('#items [data-state=refused]') !== null");
        foreach (
            var (language, words) in new[]
            {
                ("en", "as much as the server takes from one phone"),
                ("ru", "сколько сервер принимает с одного телефона"),
                ("kk", "Сервер бір телефоннан қанша қабылдаса"),
            }
        )
        {
            await phone.ValueAsync(
                $"import('/assets/observe-store.js').then((store) => store.keep('device', '{language}', 'language'))"
            );
            await phone.ReloadAsync();
            await phone.UntilAsync(
                $"document.querySelector('#items [data-state=refused]')?.innerText.includes('{words}') === true"
            );
        }

        Assert.Single(night.Server.Application.Services.GetRequiredService<Reports>().All);
        Assert.Equal(
            "refused,sent",
            (string)
                (
                    await phone.ValueAsync(
                        "[...document.querySelectorAll('#items li')].map((i) => i.dataset.state).join()"
                    )
                )!
        );
    }

    /// <summary>What the phone shows as codes, typed or read into the coordinator's page, is the same report as the one sent later.</summary>
    [Fact]
    public async Task Codes_ReadByACoordinator_AreTheReportThatIsSentLater()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var wire = new Outage(night.Address);
        using var administrator = await night.AdministratorAsync();
        await using var phone = await JoinedAsync(chromium, night, wire, administrator);
        wire.Cut();
        await phone.ValueAsync(Added("detention"));
        await GoAsync(phone, "codes");
        await phone.UntilAsync("document.getElementById('code')?.dataset.text.startsWith('SCR1:') === true");
        var count = int.Parse(
            ((string)(await phone.ValueAsync("document.getElementById('code').dataset.text"))!).Split(':', '/')[3]
        );
        var codes = new List<string>();
        for (var i = 0; i < count; i++)
        {
            codes.Add((string)(await phone.ValueAsync("document.getElementById('code').dataset.text"))!);
            await phone.ValueAsync("document.getElementById('code-next').click()");
        }

        Assert.Equal(count, codes.Distinct().Count());
        codes.Reverse();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        var taken = await coordinator.PostAsync("/import", "/import", ("text", string.Join('\n', codes)));
        Assert.True(taken.IsSuccessStatusCode);
        var reports = night.Server.Application.Services.GetRequiredService<Reports>();
        Assert.Equal("Something happened.", Assert.Single(reports.All).Payload!.Text);
        wire.Mend();
        await GoAsync(phone, "outbox");
        await phone.ValueAsync("document.getElementById('send-now').click()");
        await phone.UntilAsync("document.querySelectorAll('#items [data-state=sent]').length === 1");
        Assert.Single(reports.All);
    }

    [Fact]
    public async Task Observation_OfAForm_IsPinnedToTheVersionItWasBegunWith()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var wire = new Outage(night.Address);
        await using var phone = await JoinedAsync(chromium, night, wire);
        await phone.ValueAsync("document.querySelectorAll('.choices button')[0].click()");
        await phone.UntilAsync("document.querySelector('fieldset input[type=radio]') !== null");
        var draft = (string)(await phone.ValueAsync("location.hash"))!;
        var asked = (string)(await phone.ValueAsync("document.querySelector('legend').innerText"))!;
        await phone.ValueAsync("document.querySelector('fieldset input[type=radio]').focus()");
        await phone.PressAsync(" ", 32, " ");
        await phone.UntilAsync("document.getElementById('progress').value === 1");

        // A newer version comes in.
        wire.Cut();
        await phone.ValueAsync(
            """
            (async () => {
              const cache = await caches.open('observe-data');
              const data = await (await cache.match('/observe/data.json')).json();
              data.forms[0] = { ...data.forms[0], version: '2', sha256: '0'.repeat(64),
                sections: [{ id: 'new', title: { en: 'New' }, questions: [{ id: 'new', kind: 'yes-no', ask: { en: 'Another question?' } }] }] };
              await cache.put('/observe/data.json', new Response(JSON.stringify(data), { headers: { 'Content-Type': 'application/json' } }));
            })()
            """
        );
        await phone.ReloadAsync();
        await phone.UntilAsync($"location.hash === '{draft}' && document.querySelector('legend') !== null");
        Assert.Equal(asked, (string)(await phone.ValueAsync("document.querySelector('legend').innerText"))!);
        Assert.Equal(1, (int)(await phone.ValueAsync("document.getElementById('progress').value"))!);
        await HandInAsync(phone);
        wire.Mend();
        await phone.ValueAsync("document.getElementById('send-now').click()");
        await phone.UntilAsync("document.querySelectorAll('#items [data-state=sent]').length === 1");
        var report = Assert.Single(night.Server.Application.Services.GetRequiredService<Reports>().All);
        Assert.Equal("1", report.Form!.Version);
        Assert.Equal(report.Payload!.Answers.Keys, report.Payload.Times.Keys);
    }

    [Fact]
    public async Task Link_UsedByAPhone_LeavesTheAddressAndIsOfNoUseToAnother()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        var link = new Uri(night.Address, "/observe#join=" + await Server.JoiningAsync(administrator, Observer));
        await using var first = await OpenAsync(chromium, link);
        Assert.DoesNotContain("join=", (string)(await first.ValueAsync("location.href"))!, StringComparison.Ordinal);
        await first.ValueAsync("document.querySelector('form button').click()");
        await first.UntilAsync("document.getElementById('main').dataset.screen === ''");
        await using var second = await OpenAsync(chromium, link);
        await second.PictureAsync("phone-join", 380);
        await second.ValueAsync("document.querySelector('form button').click()");
        await second.UntilAsync("document.querySelector('[role=alert] .alert') !== null");
        Assert.Null(
            (string?)
                await second.ValueAsync(
                    "import('/assets/observe-store.js').then((s) => s.read('device', 'observer')).then((o) => o ?? null)"
                )
        );
    }

    [Fact]
    public async Task Erase_ByItsWord_LeavesNothingOnThePhone()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var wire = new Outage(night.Address);
        await using var phone = await JoinedAsync(chromium, night, wire);
        wire.Cut();
        await GoAsync(phone, "device");
        await phone.ValueAsync("document.getElementById('erase-word').focus()");
        await phone.TypeAsync("no");
        await phone.EnterAsync();
        await phone.UntilAsync("document.querySelector('form .alert') !== null");
        Assert.NotEmpty((await phone.ValueAsync(Kept))!.AsArray());
        await phone.ValueAsync("document.getElementById('erase-word').select()");
        await phone.TypeAsync("Erase");
        await phone.EnterAsync();
        await phone.UntilAsync("document.getElementById('erased') !== null");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Empty((await phone.ValueAsync(Kept))!.AsArray());
    }

    private const string Kept = """
        (async () => [
          ...(await indexedDB.databases()).map((d) => d.name), ...(await caches.keys()),
          ...(await navigator.serviceWorker.getRegistrations()).map((r) => r.scope), ...Object.keys(localStorage), ...Object.keys(sessionStorage),
          ...(document.cookie === '' ? [] : ['cookie']),
        ])()
        """;

    /// <summary>A phone that has joined and can do without a network.</summary>
    internal static async Task<Page> JoinedAsync(Chromium chromium, Server night, Outage wire)
    {
        using var administrator = await night.AdministratorAsync();
        return await JoinedAsync(chromium, night, wire, administrator);
    }

    private static async Task<Page> JoinedAsync(Chromium chromium, Server night, Outage wire, Browser administrator)
    {
        var secret = await Server.JoiningAsync(administrator, Observer);
        var phone = await OpenAsync(chromium, new Uri(wire.Address, "/observe#join=" + secret));
        await phone.ValueAsync("document.querySelector('form button').click()");
        await phone.UntilAsync("document.getElementById('main').dataset.screen === ''");
        await phone.UntilAsync("navigator.serviceWorker.controller !== null");
        return phone;
    }

    /// <summary>Goes to a screen.</summary>
    internal static async Task GoAsync(Page phone, string screen)
    {
        await phone.ValueAsync($"location.hash = '#{screen}'");
        await phone.UntilAsync($"document.getElementById('main').dataset.screen === '{screen}'");
    }

    /// <summary>Begins something by its name.</summary>
    internal static async Task BeginAsync(Page phone, string name)
    {
        await phone.ValueAsync(
            $"[...document.querySelectorAll('.choices button')].find((b) => b.innerText === '{name}').click()"
        );
        await phone.UntilAsync("document.getElementById('main').dataset.screen === 'draft'");
    }

    private static async Task<Page> OpenAsync(Chromium chromium, Uri link)
    {
        var phone = await chromium.OpenAsync(link, new Uri(link, "/observe#join"));
        await phone.UntilAsync("document.body.dataset.ready === 'yes'");
        return phone;
    }

    private static async Task HandInAsync(Page phone)
    {
        await phone.ValueAsync("document.querySelector('button.main').focus()");
        await phone.EnterAsync();
        await phone.UntilAsync("document.getElementById('main').dataset.screen === 'outbox'");
    }

    internal static string Added(string category) =>
        $$"""
            (async () => {
              const { add } = await import('/assets/observe-outbox.js');
              await add({ id: crypto.randomUUID(), kind: 'incident', made: new Date().toISOString(), language: 'en',
                category: '{{category}}', severity: 'rights', text: 'Something happened.' }, [], 'none');
            })()
            """;

    private static string Chosen(string field, string value) =>
        $"(() => {{ const f = document.getElementById('{field}'); f.value = '{value}'; f.dispatchEvent(new Event('change')); return f.value; }})()";

    private static async Task<string> PhotographAsync(Page phone, Server night)
    {
        var path = Path.Combine(night.Folder.FullName, "photograph.jpg");
        await File.WriteAllBytesAsync(path, CameraFile.Of(await PhoneModuleTests.PictureAsync(phone, 800, 600), 1));
        return path;
    }
}
