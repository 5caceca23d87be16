using System.Net;
using Scrutineer.Web.Access;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>Too much, too long, too slow. Every loop here is bounded.</summary>
public class FloodAttacks
{
    [Theory]
    [InlineData(2_000_000, 1, 413)]
    [InlineData(10, 5_000, 400)]
    public async Task Form_TooLarge_IsRefusedInWords(int length, int fields, int status)
    {
        await using var night = await Night.StartAsync();
        using var browser = night.Browser();
        using var answer = await browser.SendAsync(
            "/sign-in",
            [.. Enumerable.Range(0, fields).Select(i => ($"name{i}", new string('a', length)))]
        );
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(Ends), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("414", 20_000, 0)]
    [InlineData("431", 10, 40_000)]
    public async Task Head_TooLong_IsRefused(string status, int path, int header)
    {
        await using var night = await Night.StartAsync();
        var answer = await RawHttp.SendAsync(
            night.Address,
            $"GET /{new string('a', path)} HTTP/1.1\nHost: 127.0.0.1\nX-Long: {new string('b', header)}\nConnection: close\n\n"
        );
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_Trickled_IsCutOff()
    {
        await using var night = await Night.StartAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var answer = await RawHttp.SendAsync(
            night.Address,
            TimeSpan.FromMilliseconds(500),
            Enumerable.Repeat("X-A: b\r\n", 70).Prepend("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        );
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(14), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Body_Trickled_IsCutOff()
    {
        await using var night = await Night.StartAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var answer = await RawHttp.SendAsync(
            night.Address,
            TimeSpan.FromMilliseconds(500),
            Enumerable
                .Repeat("a", 70)
                .Prepend(
                    "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n"
                )
        );
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Events_FromOneAddress_AreLimitedAndGivenBack()
    {
        await using var night = await Night.StartAsync();
        var open = new List<HttpResponseMessage>();
        using var browser = night.Browser();
        for (var i = 0; i < ReaderLimit.MostOfAnAddress; i++)
        {
            open.Add(await browser.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, Ends));
        }

        Assert.All(open, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        using var refused = await browser.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, Ends);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        open.ForEach(a => a.Dispose());
        var status = HttpStatusCode.ServiceUnavailable;
        for (var i = 0; i < 100 && status != HttpStatusCode.OK; i++)
        {
            using var again = await browser.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, Ends);
            status = again.StatusCode;
            await Task.Delay(50, Ends);
        }

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task SignIn_ManyNamesOfOneAddress_IsLimited()
    {
        await using var night = await Night.StartAsync();
        using var browser = night.Browser();
        var token = Browser.Hidden(await browser.TextAsync("/sign-in"), "__RequestVerificationToken");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 70)
                .Select(i =>
                    browser.SendAsync(
                        "/sign-in",
                        ("__RequestVerificationToken", token),
                        ("name", $"name-{i}"),
                        ("password", "wrong wrong wrong")
                    )
                )
        );
        Assert.Equal(10, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
    }

    private static CancellationToken Ends => TestContext.Current.CancellationToken;
}
