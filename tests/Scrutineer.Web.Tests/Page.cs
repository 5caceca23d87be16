using System.Text.Json.Nodes;

namespace Scrutineer.Web.Tests;

/// <summary>A page in a browser, used as a person with a keyboard uses it.</summary>
internal sealed class Page(DevTools tools) : IAsyncDisposable
{
    /// <summary>Loads an address, and waits until it is there.</summary>
    /// <param name="url">The address.</param>
    /// <param name="arrival">Where it leads in the end, where that is elsewhere.</param>
    public async Task GoAsync(Uri url, Uri? arrival = null)
    {
        await tools.SendAsync("Page.enable");
        await tools.SendAsync("Page.navigate", ("url", url.AbsoluteUri));
        await UntilAsync(
            $"location.href === {Quoted((arrival ?? url).AbsoluteUri)} && document.readyState === 'complete'"
        );
    }

    /// <summary>The value of an expression of JavaScript, promises awaited.</summary>
    public async Task<JsonNode?> ValueAsync(string expression)
    {
        var answer = await tools.SendAsync(
            "Runtime.evaluate",
            ("expression", expression),
            ("awaitPromise", true),
            ("returnByValue", true)
        );
        return answer["exceptionDetails"] is { } wrong
            ? throw new InvalidOperationException(wrong.ToJsonString())
            : answer["result"]!["value"];
    }

    /// <summary>Waits until an expression is true of a page whose elements are all there.</summary>
    public async Task UntilAsync(string expression)
    {
        for (var i = 0; i < 200; i++)
        {
            try
            {
                if (
                    await ValueAsync($"document.readyState !== 'loading' && ({expression})") is JsonValue value
                    && value.TryGetValue(out bool done)
                    && done
                )
                {
                    return;
                }
            }
            catch (InvalidOperationException)
            {
                // The page is between two documents.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException(
            $"It never was so: {expression}. The page: {await ValueAsync("document.body.innerText")}"
        );
    }

    public async Task TypeAsync(string text) => await tools.SendAsync("Input.insertText", ("text", text));

    public async Task PressAsync(string key, int code, string? text = null)
    {
        (string, JsonNode?)[] down =
        [
            ("type", "keyDown"),
            ("key", key),
            ("code", key),
            ("windowsVirtualKeyCode", code),
        ];
        await tools.SendAsync("Input.dispatchKeyEvent", text is null ? down : [.. down, ("text", text)]);
        await tools.SendAsync(
            "Input.dispatchKeyEvent",
            ("type", "keyUp"),
            ("key", key),
            ("code", key),
            ("windowsVirtualKeyCode", code)
        );
    }

    public Task EnterAsync() => PressAsync("Enter", 13, "\r");

    public Task TabAsync() => PressAsync("Tab", 9);

    /// <summary>Chooses a file in a field for files.</summary>
    public async Task ChooseAsync(string selector, string path)
    {
        var document = await tools.SendAsync("DOM.getDocument");
        var field = await tools.SendAsync(
            "DOM.querySelector",
            ("nodeId", (int)document["root"]!["nodeId"]!),
            ("selector", selector)
        );
        await tools.SendAsync(
            "DOM.setFileInputFiles",
            ("files", new JsonArray(path)),
            ("nodeId", (int)field["nodeId"]!)
        );
    }

    /// <summary>The service worker's registration, as the browser names it.</summary>
    public async Task<string> RegistrationAsync()
    {
        const string Updated = "ServiceWorker.workerRegistrationUpdated";
        await tools.SendAsync("ServiceWorker.enable");
        var said = await tools.HeardAsync(Updated, s => s["registrations"]!.AsArray().Count > 0);
        return (string)said["registrations"]![0]!["registrationId"]!;
    }

    /// <summary>Wakes a service worker as the browser does when the network has come back.</summary>
    /// <param name="origin">Whose worker.</param>
    /// <param name="registration">Its registration.</param>
    /// <param name="tag">What it was asked to do.</param>
    public Task WakeAsync(Uri origin, string registration, string tag) =>
        tools.SendAsync(
            "ServiceWorker.dispatchSyncEvent",
            ("origin", origin.GetLeftPart(UriPartial.Authority)),
            ("registrationId", registration),
            ("tag", tag),
            ("lastChance", false)
        );

    /// <summary>Loads the page again; what it kept in memory is gone.</summary>
    public async Task ReloadAsync()
    {
        await ValueAsync("window.isOld = true");
        await tools.SendAsync("Page.reload");
        await UntilAsync("window.isOld === undefined && document.readyState === 'complete'");
    }

    /// <summary>Keeps a picture of the page beside the tests' other output.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="width">The width, in CSS pixels.</param>
    /// <param name="dark">Whether the reader prefers dark.</param>
    /// <param name="whole">Whether the whole page is taken, and not what fits on the screen.</param>
    public async Task PictureAsync(string name, int width, bool dark = false, bool whole = false)
    {
        await tools.SendAsync(
            "Emulation.setEmulatedMedia",
            (
                "features",
                new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" })
            )
        );
        await SizeAsync(width, 900);
        if (whole)
        {
            await SizeAsync(width, (int)(await ValueAsync("document.documentElement.scrollHeight"))!);
        }

        var picture = await tools.SendAsync("Page.captureScreenshot", ("format", "png"));
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures"));
        await File.WriteAllBytesAsync(
            Path.Combine(folder.FullName, name + ".png"),
            Convert.FromBase64String((string)picture["data"]!)
        );
    }

    private Task<JsonObject> SizeAsync(int width, int height) =>
        tools.SendAsync(
            "Emulation.setDeviceMetricsOverride",
            ("width", width),
            ("height", height),
            ("deviceScaleFactor", 1),
            ("mobile", false)
        );

    public ValueTask DisposeAsync() => tools.DisposeAsync();

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}
