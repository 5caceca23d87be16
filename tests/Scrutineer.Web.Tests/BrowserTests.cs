using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>The pages in a real browser, by keyboard alone.</summary>
public class BrowserTests
{
    /// <summary>
    /// The administrator sets up; two clerks enter the same paper with one difference; the coordinator resolves it; a page of
    /// the public changes without being loaded again.
    /// </summary>
    [Fact]
    public async Task Night_OfOneProtocol_ByKeyboardAlone()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var reader = await chromium.OpenAsync(night.Address);
        await reader.ValueAsync("window.neverLoadedAgain = true");
        await reader.UntilAsync("document.getElementById('reported').innerText.startsWith('0 of 40')");

        await using var administrator = await chromium.OpenAsync(new Uri(night.Address, night.Server.StartPath!));
        await administrator.TypeAsync(Server.Password);
        await administrator.EnterAsync();
        await administrator.UntilAsync("location.pathname === '/accounts'");
        await using var one = await InvitedAsync(chromium, administrator, "clerk-1", "clerk");
        await using var two = await InvitedAsync(chromium, administrator, "clerk-2", "clerk");
        await using var coordinator = await InvitedAsync(chromium, administrator, "coordinator-1", "coordinator");
        await administrator.PictureAsync("accounts-light", 1000);

        await ClaimAsync(one);
        await one.TypeAsync("41");
        await one.UntilAsync("document.getElementById('saved').innerText === 'Saved; not handed in yet.'");
        await one.GoAsync(
            new Uri(night.Address, "/entry/paper?unit=" + Uri.EscapeDataString(Server.Station) + "&again")
        );
        await one.UntilAsync("document.getElementById('paper')?.dataset.ready === 'yes'");
        Assert.Equal("41", (string)(await one.ValueAsync("document.getElementById('c0').value"))!);
        await one.ValueAsync("document.getElementById('c0').select()");
        await FillAsync(one, c => Server.Figures[c], pictures: true);
        await one.UntilAsync("location.pathname === '/entry'");
        await ClaimAsync(two);
        await FillAsync(two, c => c == 9 ? "97" : Server.Figures[c], pictures: false);
        await two.UntilAsync("location.pathname === '/entry'");
        Assert.Equal(EntryState.Differing, StateOf(night));

        await coordinator.GoAsync(new Uri(night.Address, "/queue"));
        await coordinator.PictureAsync("queue-light", 1000);
        await coordinator.ValueAsync("document.querySelector('#live tbody a').focus()");
        await coordinator.EnterAsync();
        await coordinator.UntilAsync("location.pathname === '/queue/paper' && document.readyState === 'complete'");
        Assert.Equal(1, (int)(await coordinator.ValueAsync("document.querySelectorAll('tr.differs').length"))!);
        await coordinator.PictureAsync("decide-light", 1000);
        await coordinator.PictureAsync("decide-phone", 380);
        await coordinator.ValueAsync("document.getElementById('reason').focus()");
        await coordinator.TypeAsync("the paper says 79");
        await coordinator.ValueAsync("document.querySelector('button[value=keep-first]').focus()");
        await coordinator.EnterAsync();
        await coordinator.UntilAsync("location.pathname === '/queue'");
        Assert.Equal(EntryState.Settled, StateOf(night));

        await reader.UntilAsync("document.getElementById('reported').innerText.startsWith('1 of 40')");
        Assert.True((bool)(await reader.ValueAsync("window.neverLoadedAgain"))!);
        Assert.Equal(
            "79",
            (string)(await reader.ValueAsync("document.querySelectorAll('#seats tbody tr')[0].children[3].innerText"))!
        );
        await reader.PictureAsync("results-light", 1000);
        await reader.PictureAsync("results-dark", 1000, dark: true);
        await reader.PictureAsync("results-phone", 380);
        await reader.GoAsync(new Uri(night.Address, "/station?unit=" + Uri.EscapeDataString(Server.Station)));
        await reader.PictureAsync("station-dark", 1000, dark: true);
        await reader.GoAsync(new Uri(night.Address, "/language/kk?back=/"), new Uri(night.Address, "/"));
        Assert.Equal("kk", (string)(await reader.ValueAsync("document.documentElement.lang"))!);
        await reader.PictureAsync("results-kazakh-phone", 380);
    }

    /// <summary>The script that checks while typing says what the server says, relation by relation.</summary>
    [Theory]
    [InlineData("examples/forms/xx/station.yaml", "")]
    [InlineData("forms/kz/station-2021.yaml", "")]
    [InlineData("forms/nl/record.yaml", "csb")]
    public async Task Relations_OfRandomFigures_AreThoseOfTheServer(string file, string variant)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        var problems = new Problems();
        var form = ProtocolForm.Read(Path.Combine(Server.Checkout(), file), variant, problems);
        Assert.Empty(problems.InOrder());
        var layout = form!.For(["A", "B", "C"], [2, 2, 2]);
        var random = new Random(20250615);
        var figures = Enumerable.Range(0, 400).Select(_ => Figures(layout, random)).ToList();
        await using var page = await chromium.OpenAsync(night.Address);
        var told = await page.ValueAsync(
            $$"""
            (async () => {
              const { check, typed } = await import('/assets/relations.js');
              const form = {{Encoding.UTF8.GetString(LayoutJson.Of(layout))}};
              return {{Typed(figures)}}.map((row) =>
                check(form, row.map((text) => (text === '' ? { state: 'not-reported' } : typed(text)))));
            })()
            """
        );
        var broken = 0;
        foreach (var (row, answer) in figures.Zip(told!.AsArray()))
        {
            var protocol = new Protocol(layout, UnitPath.Of("unit"), CopyKind.FirstEntry, row);
            var check = layout.Check(protocol.Values, protocol.States);
            Assert.Equal(check.Broken.Select(b => Index(layout, b.Relation)), Numbers(answer!["broken"]!));
            Assert.Equal(check.Untold.Select(r => Index(layout, r)), Numbers(answer["untold"]!));
            broken += check.Broken.Count;
        }

        Assert.True(broken > 100, $"only {broken} relations were broken");
    }

    private static async Task<Page> InvitedAsync(Chromium chromium, Page administrator, string name, string role)
    {
        await administrator.ValueAsync("document.getElementById('name').focus()");
        await administrator.TypeAsync(name);
        await administrator.ValueAsync($"document.getElementById('role').value = '{role}'");
        await administrator.EnterAsync();
        await administrator.UntilAsync($"document.querySelector('.notice')?.innerText.includes('{name}') === true");
        var link = (string)(await administrator.ValueAsync("document.getElementById('link').innerText"))!;
        var page = await chromium.OpenAsync(new Uri(link));
        await page.TypeAsync(Server.Password);
        await page.EnterAsync();
        await page.UntilAsync("!location.pathname.startsWith('/start')");
        return page;
    }

    private static async Task ClaimAsync(Page page)
    {
        await page.UntilAsync("document.activeElement?.id === 'unit'");
        await page.TypeAsync(Server.Station);
        await page.EnterAsync();
        await page.UntilAsync("document.getElementById('paper')?.dataset.ready === 'yes'");
    }

    /// <summary>Types the paper from its first field to its last; on the way a slip is told and corrected.</summary>
    private static async Task FillAsync(Page page, Func<int, string> figure, bool pictures)
    {
        for (var c = 0; c < Server.Figures.Length; c++)
        {
            Assert.Equal($"c{c}", (string)(await page.ValueAsync("document.activeElement.id"))!);
            await page.TypeAsync(figure(c));
            await page.EnterAsync();
        }

        Assert.Equal("hand-in", (string)(await page.ValueAsync("document.activeElement.id"))!);
        if (pictures)
        {
            await page.ValueAsync("document.getElementById('c1').select()");
            await page.TypeAsync("300");
            await page.UntilAsync("document.querySelector('#relations .error')?.innerText.startsWith('R1') === true");
            await page.PictureAsync("paper-light", 1000);
            await page.PictureAsync("paper-dark", 1000, dark: true);
            await page.PictureAsync("paper-phone", 380);
            await page.ValueAsync("document.getElementById('c1').select()");
            await page.TypeAsync(figure(1));
            await page.UntilAsync("document.querySelector('#relations .error') === null");
            await page.ValueAsync("document.getElementById('hand-in').focus()");
        }

        await page.EnterAsync();
    }

    // Small numbers, so that sums meet now and then, among every kind of thing that can stand in a field.
    private static List<Count> Figures(FormLayout layout, Random random) =>
        [
            .. layout.Columns.Select(_ =>
                random.Next(30) switch
                {
                    0 => Count.Blank,
                    1 => Count.Illegible,
                    2 => Count.NotReported,
                    3 => new Count(long.MaxValue),
                    var other => new Count(other % 4),
                }
            ),
        ];

    private static string Typed(IEnumerable<List<Count>> rows) =>
        new JsonArray([
            .. rows.Select(r => new JsonArray([
                .. r.Select(f =>
                    (JsonNode)
                        JsonValue.Create(
                            f == Count.Blank ? "-"
                            : f == Count.Illegible ? "?"
                            : f == Count.NotReported ? ""
                            : f.ToString()
                        )
                ),
            ])),
        ]).ToJsonString();

    private static int Index(FormLayout layout, ControlRelation relation) =>
        layout.Relations.ToList().IndexOf(relation);

    private static IEnumerable<int> Numbers(JsonNode array) => array.AsArray().Select(n => (int)n!);

    private static EntryState StateOf(Server night) =>
        night
            .Server.Application.Services.GetRequiredService<ElectionNight>()
            .Find(UnitPath.Parse(Server.Station))!
            .Entry.State;
}
