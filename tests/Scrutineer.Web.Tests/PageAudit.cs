using System.Text.Json.Nodes;

namespace Scrutineer.Web.Tests;

/// <summary>What holds of every page, found in the browser as it was drawn.</summary>
internal static class PageAudit
{
    private const string Script = """
        (() => {
          const wrong = [];
          const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
          const colour = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
          const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
          const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
          const behind = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const found = colour(getComputedStyle(e).backgroundColor);
              if (found.length === 3 || found[3] > 0) return found;
            }
            return [255, 255, 255];
          };
          const say = (what, element) => wrong.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
          for (const element of document.querySelectorAll('body *')) {
            const text = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
            if (!text || !element.checkVisibility() || element.closest('svg, .skip, option')) continue;
            const ink = colour(getComputedStyle(element).color);
            const grounds = [behind(element)];
            const tile = element.closest('.tiles li')?.querySelector('.tile-in');
            if (tile) grounds.push(colour(getComputedStyle(tile).fill));
            for (const ground of grounds) {
              if (ratio(ink, ground) < 4.5) say(`contrast ${ratio(ink, ground).toFixed(2)}`, element);
            }
          }
          for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
            if (!field.labels?.length && !field.ariaLabel) say('no label', field);
          }
          let level = 0;
          for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
            const next = Number(heading.tagName[1]);
            if (next > level + 1) say('a level of headings is missing', heading);
            level = next;
          }
          if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
          for (const image of document.querySelectorAll('img:not([alt])')) say('no alternative', image);
          for (const element of document.querySelectorAll('[tabindex]')) if (element.tabIndex > 0) say('tabindex', element);
          const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
          if (new Set(ids).size !== ids.length) wrong.push('an id stands twice');
          if (document.documentElement.scrollWidth > innerWidth + 1) {
            const wide = [...document.querySelectorAll('body *')].find((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'));
            wrong.push(`wider than the screen: ${document.documentElement.scrollWidth}, ${wide?.outerHTML.slice(0, 120)}`);
          }
          return wrong;
        })()
        """;

    /// <summary>What is wrong on the page as it is drawn now.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Page page) =>
        [.. ((JsonArray)(await page.ValueAsync(Script))!).Select(w => (string)w!)];

    /// <summary>Goes through the page by the tabulator: every stop comes after the one before it in the document.</summary>
    public static async Task<int> StopsAsync(Page page)
    {
        await page.ValueAsync("document.activeElement.blur(), window.last = null");
        for (var stops = 0; stops < 400; stops++)
        {
            await page.TabAsync();
            var order = (string)
                (
                    await page.ValueAsync(
                        """
                        (() => {
                          const now = document.activeElement;
                          if (now === document.body) return 'end';
                          const before = window.last;
                          window.last = now;
                          return !before || before.compareDocumentPosition(now) & 4 ? 'after' : 'before';
                        })()
                        """
                    )
                )!;
            if (order != "after")
            {
                return order == "end" || stops > 0
                    ? stops
                    : throw new InvalidOperationException("The focus goes back.");
            }
        }

        throw new InvalidOperationException("The focus finds no end.");
    }
}
