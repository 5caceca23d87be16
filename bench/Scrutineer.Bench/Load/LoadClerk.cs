using System.Diagnostics;
using System.Globalization;

namespace Scrutineer.Bench.Load;

/// <summary>A clerk: takes the next protocol, reads it, types it, hands it in, and takes the next.</summary>
internal sealed class LoadClerk(LoadNation nation, LoadBrowser browser, LoadFigures figures) : IDisposable
{
    private string token = "";

    /// <summary>Sets the password by a one-time link, which signs in.</summary>
    public async Task SignInAsync(string secret)
    {
        var path = "/start/" + secret;
        var page = await browser.PageAsync(path);
        _ =
            await browser.SendAsync(
                path,
                LoadBrowser.TokenOf(page),
                [KeyValuePair.Create("password", "correct horse battery")]
            ) ?? throw new InvalidOperationException("The link was not accepted.");
        token = LoadBrowser.TokenOf(await browser.PageAsync("/entry"));
    }

    /// <summary>Works until it is told that everything stands.</summary>
    /// <param name="begins">After how long the clerk begins.</param>
    /// <param name="think">How long the clerk looks at each paper.</param>
    /// <param name="done">Everything stands.</param>
    public async Task WorkAsync(TimeSpan begins, TimeSpan think, CancellationToken done)
    {
        await Task.Delay(begins, CancellationToken.None);
        while (!done.IsCancellationRequested)
        {
            var id = Guid.NewGuid().ToString();
            var began = Stopwatch.GetTimestamp();
            var paper = await browser.SendAsync("/entry/next", token, [KeyValuePair.Create("id", id)]);
            if (paper is null)
            {
                // Others hold what is left, or it waits for somebody who has not seen it yet.
                await PauseAsync(TimeSpan.FromMilliseconds(200), done);
                continue;
            }

            figures.Add("take", Stopwatch.GetElapsedTime(began));
            figures.Acknowledge(id);
            began = Stopwatch.GetTimestamp();
            var page = await browser.PageAsync(paper);
            figures.Add("paper", Stopwatch.GetElapsedTime(began));
            if (think > TimeSpan.Zero)
            {
                await Task.Delay(think, CancellationToken.None);
            }

            var form = Filled(
                page,
                Uri.UnescapeDataString(paper[(paper.IndexOf('=', StringComparison.Ordinal) + 1)..])
            );
            began = Stopwatch.GetTimestamp();
            if (await browser.SendAsync("/entry/submit", token, form) is null)
            {
                throw new InvalidOperationException($"The entry of {paper} was not accepted.");
            }

            figures.Add("entry", Stopwatch.GetElapsedTime(began));
            figures.Acknowledge(form.First(f => f.Key == "id").Value);
        }
    }

    public void Dispose() => browser.Dispose();

    private static async Task PauseAsync(TimeSpan time, CancellationToken done)
    {
        try
        {
            await Task.Delay(time, done);
        }
        catch (OperationCanceledException)
        {
            // Everything stands; the loop ends.
        }
    }

    private List<KeyValuePair<string, string>> Filled(string page, string unit)
    {
        var version = LoadBrowser.Hidden(page, "version");
        var seen = int.Parse(version, CultureInfo.InvariantCulture);
        return
        [
            KeyValuePair.Create(
                "id",
                LoadBrowser.Hidden(page[page.IndexOf("id=\"paper\"", StringComparison.Ordinal)..], "id")
            ),
            KeyValuePair.Create("unit", unit),
            KeyValuePair.Create("version", version),
            .. LoadBrowser
                .ColumnsOf(page)
                .Select(c =>
                    KeyValuePair.Create($"c{c}", nation.Typed(unit, c, seen).ToString(CultureInfo.InvariantCulture))
                ),
        ];
    }
}
