using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scrutineer.Web.Tests;

/// <summary>
/// A headless Chromium, driven by its own DevTools protocol: the machine has the browser and no driver for it. Each page has
/// cookies of its own, as if it were on another machine.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private readonly DevTools tools;

    private Chromium(Process process, DirectoryInfo profile, Uri address, DevTools tools)
    {
        this.process = process;
        this.profile = profile;
        Address = address;
        this.tools = tools;
    }

    private Uri Address { get; }

    /// <summary>Starts the browser; the test is skipped where there is none.</summary>
    public static async Task<Chromium> StartAsync()
    {
        if (!File.Exists(Program))
        {
            Assert.Skip($"needs a browser at {Program}");
        }

        var folder = Directory.CreateTempSubdirectory("scrutineer-chromium-");
        var start = new ProcessStartInfo(
            Program,
            "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
                + "--disable-component-update --disable-sync --disable-dev-shm-usage --remote-debugging-port=0 "
                + $"--user-data-dir={folder.FullName} about:blank"
        )
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var said = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new Process { StartInfo = start };
        started.ErrorDataReceived += (_, line) =>
        {
            const string Listening = "DevTools listening on ";
            if (line.Data?.StartsWith(Listening, StringComparison.Ordinal) == true)
            {
                said.TrySetResult(new Uri(line.Data[Listening.Length..].Trim()));
            }
        };
        started.Start();
        started.BeginErrorReadLine();
        var address = await said.Task.WaitAsync(Patience);
        return new Chromium(started, folder, address, await DevTools.ConnectAsync(address));
    }

    /// <summary>A new page of somebody new.</summary>
    /// <param name="url">The address.</param>
    /// <param name="arrival">Where it leads in the end, where that is elsewhere.</param>
    public async Task<Page> OpenAsync(Uri url, Uri? arrival = null)
    {
        var person = await tools.SendAsync("Target.createBrowserContext");
        var target = await tools.SendAsync(
            "Target.createTarget",
            ("url", "about:blank"),
            ("browserContextId", (string)person["browserContextId"]!)
        );
        var page = new Page(
            await DevTools.ConnectAsync(
                new Uri($"ws://{Address.Authority}/devtools/page/{(string)target["targetId"]!}")
            )
        );
        await page.GoAsync(url, arrival);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await tools.DisposeAsync();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        for (var i = 0; i < 20; i++)
        {
            try
            {
                profile.Delete(recursive: true);
                return;
            }
            catch (IOException)
            {
                // A process of the browser is still writing its profile.
                await Task.Delay(100);
            }
        }
    }
}

/// <summary>One connection of the DevTools protocol: a command is sent, and its answer waited for.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly Dictionary<string, JsonNode> heard = new(StringComparer.Ordinal);
    private int last;

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, CancellationToken.None);
        return tools;
    }

    public async Task<JsonObject> SendAsync(string method, params (string Name, JsonNode? Value)[] parameters)
    {
        var id = ++last;
        var command = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = new JsonObject(
                parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))
            ),
        };
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(command),
            WebSocketMessageType.Text,
            endOfMessage: true,
            late.Token
        );
        while (true)
        {
            // Events come between answers; the latest of each kind is kept.
            var answer = await ReceiveAsync(late.Token);
            if ((int?)answer["id"] != id)
            {
                Hear(answer);
                continue;
            }

            return answer["result"] is JsonObject result
                ? result
                : throw new InvalidOperationException($"{method}: {answer["error"]?.ToJsonString()}");
        }
    }

    /// <summary>What an event said last; waits for it where it did not come yet.</summary>
    /// <param name="method">The event.</param>
    /// <param name="so">Whether it is the one that is meant.</param>
    public async Task<JsonNode> HeardAsync(string method, Func<JsonNode, bool> so)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!heard.TryGetValue(method, out var said) || !so(said))
        {
            Hear(await ReceiveAsync(late.Token));
        }

        return heard[method];
    }

    private void Hear(JsonNode message)
    {
        if ((string?)message["method"] is { } method)
        {
            heard[method] = message["params"]!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        await ValueTask.CompletedTask;
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken late)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), late);
            message.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);

        return JsonNode.Parse(message.ToArray())!;
    }
}
