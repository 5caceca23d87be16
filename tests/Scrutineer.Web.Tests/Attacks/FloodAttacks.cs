using System.Net;
using Scrutineer.Tests.Evidence.Photographs;
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

    /// <summary>Within its pace a device fills the disk with new reports: at once, after a restart, as photographs, carried.</summary>
    [Fact]
    public async Task Device_OverItsQuota_IsRefusedByWhateverWayAndLosesNothing()
    {
        const int Most = 30;
        await using var night = await Night.StartAsync(change: o =>
            o with
            {
                DeviceRecords = Most,
                DeviceMegabytes = 1,
            }
        );
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var hostile = await Device.JoinAsync(night, administrator, "swallow-3");
        using var other = await Device.JoinAsync(night, administrator, "swallow-4");
        var payloads = Enumerable.Range(0, 40).Select(_ => hostile.Incident()).ToList();
        using (var browser = night.Browser())
        {
            var answers = await Task.WhenAll(payloads.Select(p => Device.SendAsync(browser, hostile.Sign(p))));
            Assert.Equal(Most, answers.Count(a => a.Status == HttpStatusCode.OK));
            Assert.All(
                answers.Where(a => a.Status != HttpStatusCode.OK),
                a => Assert.Equal((HttpStatusCode.Forbidden, "full"), (a.Status, (string)a.Told["status"]!))
            );

            // What it was told is there stays there, and others are not kept out.
            foreach (var (payload, answer) in payloads.Zip(answers).Where(a => a.Second.Status == HttpStatusCode.OK))
            {
                Assert.Equal(
                    "before",
                    (string)(await Device.SendAsync(browser, hostile.Sign(payload))).Told["status"]!
                );
            }

            Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(browser, other.Sign(other.Incident()))).Status);

            // A photograph is one more; sent again it counts nothing.
            var small = Pictures.Jpeg();
            Assert.Equal(HttpStatusCode.Forbidden, (await hostile.SendFileAsync(browser, small)).Status);
            Assert.Equal(HttpStatusCode.OK, (await other.SendFileAsync(browser, small)).Status);
            Assert.Equal(HttpStatusCode.OK, (await other.SendFileAsync(browser, small)).Status);

            // Few reports, and long ones: the bytes are counted too.
            var taken = 0;
            var status = HttpStatusCode.OK;
            while (taken < Most && status == HttpStatusCode.OK)
            {
                var payload = other.Incident();
                payload["text"] = new string('я', 8_000);
                (status, _) = await Device.SendAsync(browser, other.Sign(payload));
                taken += status == HttpStatusCode.OK ? 1 : 0;
            }

            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.InRange(taken, 5, Most - 5);
        }

        var carried = await coordinator.PostAsync(
            "/import",
            "/import",
            ("text", hostile.Carried([Pictures.Png()], [hostile.Incident()]))
        );
        var page = await carried.Content.ReadAsStringAsync(Ends);
        Assert.Contains("0 accepted, 0 were there before, 2 refused", page, StringComparison.Ordinal);
        Assert.Contains("as much as one device may", page, StringComparison.Ordinal);

        await night.RestartAsync();
        using var again = night.Browser();
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Device.SendAsync(again, hostile.Sign(hostile.Incident()))).Status
        );

        // A new device of the account takes an administrator; a limit that was raised takes what was refused.
        await night.Server.DisposeAsync();
        await using var raised = await ElectionServer.CreateAsync(
            Night.Setup(),
            night.Options with
            {
                DeviceRecords = 80,
            }
        );
        await raised.StartAsync();
        using var late = new Browser(new Uri(raised.Addresses.First()));
        foreach (var payload in payloads)
        {
            Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(late, hostile.Sign(payload))).Status);
        }
    }

    private static CancellationToken Ends => TestContext.Current.CancellationToken;
}
