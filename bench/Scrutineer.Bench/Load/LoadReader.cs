using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Scrutineer.Bench.Load;

/// <summary>A reader of the public page: hears that something changed and loads the page again within a second, as its script does.</summary>
internal sealed class LoadReader(LoadBrowser browser, LoadFigures figures, Random random) : IDisposable
{
    private const int Spread = 1_000;
    private EntityTagHeaderValue? tag;
    private Task loading = Task.CompletedTask;

    /// <summary>Reads until it is told to stop.</summary>
    public async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            await using var events = await browser.Client.GetStreamAsync(new Uri("/events", UriKind.Relative), stop);
            using var lines = new StreamReader(events);
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (line.StartsWith("data:", StringComparison.Ordinal))
                {
                    figures.Hear();
                    if (loading.IsCompleted)
                    {
                        await loading;
                        loading = SoonAsync(stop);
                    }
                }
            }

            await loading;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The night is over.
        }
    }

    public void Dispose() => browser.Dispose();

    private async Task SoonAsync(CancellationToken stop)
    {
        await Task.Delay(random.Next(Spread), stop);
        await LoadAsync(stop);
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        var began = Stopwatch.GetTimestamp();
        using var answer = await browser.Client.SendAsync(request, stop);
        await answer.Content.ReadAsByteArrayAsync(stop);
        figures.Add("page", Stopwatch.GetElapsedTime(began));
        tag = answer.Headers.ETag;
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotModified))
        {
            throw new InvalidOperationException($"/: {(int)answer.StatusCode}");
        }
    }
}
