using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>The observers' pages for everybody: contrast, size of letters and targets, labels, and the keyboard alone.</summary>
public class PhoneAccessTests
{
    // Every visible text against what lies behind it (WCAG 2.2, 1.4.3; what is disabled is excepted), its size, every target's
    // size (2.5.5) and every field's label (1.3.1).
    private const string Faults = """
        (() => {
          const faults = [];
          const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
          const light = (colour) => {
            const [r, g, b] = numbers(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const behind = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const colour = getComputedStyle(e).backgroundColor;
              if ((numbers(colour)[3] ?? 1) > 0) return colour;
            }
            return 'rgb(255, 255, 255)';
          };
          const visible = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let texts = 0;
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (walker.currentNode.data.trim() === '' || !visible(element) || element.closest(':disabled, option')) continue;
            const style = getComputedStyle(element);
            const [a, b] = [light(style.color), light(behind(element))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(2)}: ${walker.currentNode.data}`);
            if (parseFloat(style.fontSize) < 16) faults.push(`size ${style.fontSize}: ${walker.currentNode.data}`);
            texts++;
          }
          for (const target of document.querySelectorAll('a[href], button, input, select, textarea, summary, label.option, label.button')) {
            if (!visible(target) || target.matches('.option input, .file')) continue;
            const { width, height } = target.getBoundingClientRect();
            if (width < 44 || height < 44) faults.push(`target ${width}×${height}: ${target.outerHTML.slice(0, 80)}`);
          }
          for (const field of document.querySelectorAll('input, select, textarea')) {
            if (field.labels.length === 0 && !field.ariaLabel) faults.push(`no label: ${field.outerHTML.slice(0, 80)}`);
          }
          if (document.documentElement.scrollWidth > innerWidth) faults.push(`wider than the screen: ${document.documentElement.scrollWidth}`);
          if (texts < 5) faults.push('no texts');
          return faults;
        })()
        """;

    [Fact]
    public async Task Screens_InEveryLanguageLightAndDark_CanBeReadAndTouched()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var wire = new Outage(night.Address);
        await using var phone = await PhoneTests.JoinedAsync(chromium, night, wire);
        await FilledAsync(phone);
        foreach (var language in new[] { "en", "ru", "kk" })
        {
            await PhoneTests.GoAsync(phone, "device");
            await phone.ValueAsync($"document.querySelector('button[lang={language}]').click()");
            await phone.UntilAsync($"document.documentElement.lang === '{language}'");
            foreach (var (name, open) in Screens)
            {
                await PhoneTests.GoAsync(phone, "");
                await phone.ValueAsync(open);
                await phone.UntilAsync($"document.getElementById('main').dataset.screen === '{ScreenOf(name)}'");
                foreach (var dark in new[] { false, true })
                {
                    await phone.PictureAsync($"phone-{name}-{language}-{(dark ? "dark" : "light")}", 380, dark);
                    var faults = (await phone.ValueAsync(Faults))!.AsArray().Select(f => (string)f!);
                    Assert.Equal([], faults.Select(f => $"{name}, {language}, {(dark ? "dark" : "light")}: {f}"));
                }
            }
        }
    }

    [Fact]
    public async Task Keys_OnEveryScreen_ReachEveryFieldInTheOrderOfThePageWithAVisibleMark()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var wire = new Outage(night.Address);
        await using var phone = await PhoneTests.JoinedAsync(chromium, night, wire);
        await FilledAsync(phone);
        foreach (var (name, open) in Screens)
        {
            await PhoneTests.GoAsync(phone, "");
            await phone.ValueAsync(open);
            await phone.UntilAsync($"document.getElementById('main').dataset.screen === '{ScreenOf(name)}'");
            await phone.ValueAsync("document.getElementById('heading').focus()");
            var stops = (int)(await phone.ValueAsync(Stops))!;
            var before = -1;
            for (var reached = 0; reached < stops; )
            {
                await phone.TabAsync();
                var at = (await phone.ValueAsync(Place))!;

                // A field for a time has several stops within it.
                if ((int)at["place"]! == before)
                {
                    continue;
                }

                Assert.True((int)at["place"]! > before, $"{name}, stop {reached}: {at.ToJsonString()}");
                Assert.True((bool)at["marked"]!, $"{name}: no mark on {at["what"]}");
                before = (int)at["place"]!;
                reached++;
            }
        }
    }

    private static readonly (string Name, string Open)[] Screens =
    [
        ("home", "1"),
        ("form", Draft("observation")),
        ("copy", Draft("copy")),
        ("incident", Draft("incident")),
        ("outbox", "location.hash = '#outbox'"),
        ("codes", "location.hash = '#codes'"),
        ("device", "location.hash = '#device'"),
    ];

    // What Tab stops at; of a group of radio buttons it is one.
    private const string Stops = """
        (() => {
          const stops = [...document.querySelectorAll('a[href], button:enabled, input:enabled, select, textarea, summary')].filter((e) => e.checkVisibility());
          const groups = new Set();
          return stops.filter((e) => e.type !== 'radio' || (!groups.has(e.name) && groups.add(e.name))).length;
        })()
        """;

    private const string Place = """
        (() => {
          const e = document.activeElement;
          const shown = e.matches('.file') ? e.nextElementSibling : e;
          const { outlineStyle, outlineWidth } = getComputedStyle(shown);
          return { place: [...document.querySelectorAll('*')].indexOf(e), what: e.outerHTML.slice(0, 80), marked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 };
        })()
        """;

    private static string ScreenOf(string name) =>
        name switch
        {
            "home" => "",
            "form" or "copy" or "incident" => "draft",
            _ => name,
        };

    private static string Draft(string kind) =>
        $"import('/assets/observe-draft.js').then((d) => d.drafts()).then((all) => {{ location.hash = '#draft/' + all.find((d) => d.kind === '{kind}').id; }})";

    // Something of every kind: drafts with answers and a fault, one report that was refused and one that waits.
    private static async Task FilledAsync(Page phone) =>
        await phone.ValueAsync(
            """
            (async () => {
              const { begin } = await import('/assets/observe-draft.js');
              const { change } = await import('/assets/observe-store.js');
              const { add } = await import('/assets/observe-outbox.js');
              const data = await (await fetch('/observe/data.json')).json();
              const form = data.forms[0];
              const first = form.sections[0].questions[0];
              await begin('observation', data.units[3], { form, answers: { [first.id]: 'yes' }, times: { [first.id]: new Date().toISOString() } });
              await begin('copy', data.units[3], { figures: { [data.columns[0].columns[0].name]: '12x', [data.columns[0].columns[1].name]: '-' } });
              await begin('incident', '', { at: '2025-06-15T21:03', text: 'Something.' });
              await add({ id: crypto.randomUUID(), kind: 'copy', unit: data.units[3], made: new Date().toISOString(), language: 'en', figures: {} }, [], 'none');
              await add({ id: crypto.randomUUID(), kind: 'incident', made: new Date().toISOString(), language: 'en', text: 'One two three.' }, [], 'none');
              await change(['outbox'], (outbox) => { outbox.get(1).onsuccess = ({ target }) => outbox.put({ ...target.result, state: 'refused',
                reason: { status: 422, reason: 'The report is none that this election takes.', problems: [{ where: 'figures', expected: 'at least one figure, or a photograph' }] } }); });
            })()
            """
        );
}
