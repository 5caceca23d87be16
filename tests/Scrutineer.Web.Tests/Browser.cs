using System.Net;
using System.Text.RegularExpressions;

namespace Scrutineer.Web.Tests;

/// <summary>Loads pages and sends their forms, as somebody without scripts does.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };

    public Browser(Uri address)
    {
        Client = new HttpClient(handler) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>Its cookies.</summary>
    public CookieContainer Cookies => handler.CookieContainer;

    public async Task<string> TextAsync(string path) => await Client.GetStringAsync(path);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path);

    /// <summary>Loads a page, takes what its forms hide, and sends a form.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string page,
        string path,
        params (string Name, string Value)[] values
    )
    {
        var token = Hidden(await (await GetAsync(page)).Content.ReadAsStringAsync(), "__RequestVerificationToken");
        return await SendAsync(path, [("__RequestVerificationToken", token), .. values]);
    }

    /// <summary>Sends a form without loading a page first.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] values)
    {
        using var content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        return await Client.PostAsync(path, content);
    }

    /// <summary>Takes the protocol of a station.</summary>
    public Task<HttpResponseMessage> ClaimAsync(string station) =>
        PostAsync("/entry", "/entry/claim", ("id", Guid.NewGuid().ToString()), ("unit", station));

    /// <summary>Fills in the paper of a station that this browser holds, and hands it in.</summary>
    /// <param name="station">The station.</param>
    /// <param name="figure">What is typed in a column.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string station, Func<int, string> figure)
    {
        var path = "/entry/paper?unit=" + Uri.EscapeDataString(station);
        var page = await TextAsync(path);
        return await SendAsync("/entry/submit", Filled(page, station, figure));
    }

    /// <summary>The form of a paper, filled in.</summary>
    public static (string, string)[] Filled(string page, string station, Func<int, string> figure) =>
        [
            ("__RequestVerificationToken", Hidden(page, "__RequestVerificationToken")),
            ("id", Hidden(page, "id")),
            ("version", Hidden(page, "version")),
            ("unit", station),
            .. Column().Matches(page).Select(m => int.Parse(m.Groups["it"].Value)).Select(c => ($"c{c}", figure(c))),
        ];

    public static string Hidden(string page, string name) =>
        Regex
            .Match(
                page[
                    (
                        page.Contains("id=\"paper\"", StringComparison.Ordinal)
                            ? page.IndexOf("id=\"paper\"", StringComparison.Ordinal)
                            : 0
                    )..
                ],
                $"name=\"{name}\" value=\"(?<it>[^\"]*)\"",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Groups["it"]
            .Value;

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("data-column=\"(?<it>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();
}
