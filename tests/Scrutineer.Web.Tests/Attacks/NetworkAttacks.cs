using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Web.Access;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>Requests that no page of the server makes.</summary>
public class NetworkAttacks(SharedNight shared) : IClassFixture<SharedNight>
{
    [Theory]
    [InlineData("elsewhere.example")]
    [InlineData("127.0.0.1.elsewhere.example")]
    [InlineData("10.1.2.3")]
    [InlineData("localhost@elsewhere.example")]
    public async Task Host_ThatIsNotOurs_MakesNoLink(string host)
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        var token = Browser.Hidden(await administrator.TextAsync("/accounts"), "__RequestVerificationToken");
        administrator.Client.DefaultRequestHeaders.TryAddWithoutValidation("Host", host);
        var answer = await administrator.SendAsync(
            "/accounts",
            ("__RequestVerificationToken", token),
            ("name", "clerk-1"),
            ("role", Roles.Clerk)
        );
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.MisdirectedRequest, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("/start/", await answer.Content.ReadAsStringAsync(Ends), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_WhereTheOriginIsGiven_BeginsWithItWhateverIsAsked()
    {
        await using var night = await Night.StartAsync(change: o =>
            o with
            {
                Origin = new Uri("https://night.example.org"),
            }
        );
        using var administrator = await night.AdministratorAsync();
        var page = await administrator.PostAsync("/accounts", "/accounts", ("name", "clerk-1"), ("role", Roles.Clerk));
        Assert.Contains(
            "<code id=\"link\">https://night.example.org/start/",
            await page.Content.ReadAsStringAsync(Ends),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ForwardedFor_IsBelievedOfANamedProxyAlone(bool named)
    {
        await using var night = await Night.StartAsync(change: o =>
            o with
            {
                Proxies = named ? [IPAddress.Loopback] : [],
            }
        );
        using var browser = night.Browser();
        var refused = 0;
        for (var i = 0; i < 70; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/start/none");
            request.Headers.Add("X-Forwarded-For", $"192.0.2.{i}");
            using var answer = await browser.Client.SendAsync(request, Ends);
            refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
            Assert.Equal(answer.StatusCode == HttpStatusCode.TooManyRequests, answer.Headers.Contains("Retry-After"));
        }

        // A limit of sixty a minute: whoever writes the header is one address, a proxy's readers are many.
        Assert.Equal(named, refused == 0);
    }

    [Fact]
    public async Task Routes_ThatChange_AllRefuseAForeignForm()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        var changing = night
            .Server.Application.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Any(m => m != "GET"))
            .Where(r => r.Metadata.GetMetadata<GuardMark>() is not null)
            .Select(r =>
                (
                    Path: r.RoutePattern.RawText!.Replace("{secret}", "secret", StringComparison.Ordinal),
                    Policy: r.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>()?.Policy
                )
            )
            .ToList();
        Assert.True(changing.Count >= 9);
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", Roles.Coordinator);
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        foreach (var (route, policy) in changing)
        {
            var person = policy switch
            {
                Policies.Decide or Policies.Queue => coordinator,
                Policies.Entry => clerk,
                _ => administrator,
            };
            Assert.Equal(HttpStatusCode.BadRequest, (await person.SendAsync(route, ("name", "x"))).StatusCode);

            // A token of another person's page is as good as none.
            using var nobody = night.Browser();
            var token = Browser.Hidden(await nobody.TextAsync("/sign-in"), "__RequestVerificationToken");
            var other = await person.SendAsync(route, ("__RequestVerificationToken", token), ("name", "x"));
            Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        }
    }

    [Theory]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/\u0000/elsewhere.example")]
    [InlineData("/%0d%0aSet-Cookie:%20session=x")]
    [InlineData("/\r\nSet-Cookie: session=x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\u0085/elsewhere.example")]
    [InlineData("")]
    public async Task Language_BackToATrick_StaysHereAndSetsNothingElse(string back)
    {
        var night = await shared.StartedAsync();
        using var browser = night.Browser();
        var answer = await browser.GetAsync("/language/kk?back=" + Uri.EscapeDataString(back));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var location = answer.Headers.Location!.OriginalString;
        Assert.True(location == "/" || location == back, location);
        Assert.StartsWith(
            "language=kk;",
            Assert.Single(answer.Headers.GetValues("Set-Cookie")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("GET /assets/..%2f..%2fnight.db HTTP/1.1", "404")]
    [InlineData("GET /assets/%2e%2e/%2e%2e/night.db HTTP/1.1", "404")]
    [InlineData("GET /../../../etc/passwd HTTP/1.1", "404")]
    [InlineData("GET /assets/style.css%00.js HTTP/1.1", "400")]
    [InlineData("GET /station?unit=%00 HTTP/1.1", "404")]
    [InlineData("GET /log/tile/entries/..%5c..%5cnight.db HTTP/1.1", "404")]
    [InlineData("TRACE / HTTP/1.1", "405")]
    [InlineData("PUT /results.json HTTP/1.1", "405")]
    [InlineData("DELETE /accounts HTTP/1.1", "405")]
    [InlineData("GET /accounts%2f HTTP/1.1", "404")]
    [InlineData("GET //accounts HTTP/1.1", "404")]
    [InlineData("GET /ACCOUNTS HTTP/1.1", "302")]
    [InlineData("GET /accounts/ HTTP/1.1", "302")]
    [InlineData("GET http://elsewhere.example/ HTTP/1.1", "400")]
    public async Task Path_OfATrick_OpensNothing(string line, string status)
    {
        var night = await shared.StartedAsync();
        var answer = await RawHttp.SendAsync(
            night.Address,
            $"{line}\nHost: 127.0.0.1:{night.Address.Port}\nConnection: close\n\n"
        );
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Method_OverriddenByAHeader_IsNotAnotherMethod()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/accounts/disable?name=x&disabled=yes");
        request.Headers.Add("X-HTTP-Method-Override", "POST");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await administrator.Client.SendAsync(request, Ends)).StatusCode);
    }

    /// <summary>Every kind of answer, right or wrong, has the headers, and no answer shows the inside of the program.</summary>
    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/none", 404)]
    [InlineData("GET", "/station?unit=none", 404)]
    [InlineData("PUT", "/", 405)]
    [InlineData("POST", "/sign-in", 400)]
    [InlineData("GET", "/accounts", 302)]
    [InlineData("POST", "/entry/submit", 302)]
    public async Task Answer_Whatever_CarriesTheHeadersAndNoTrace(string method, string path, int status)
    {
        var night = await shared.StartedAsync();
        using var browser = night.Browser();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await browser.Client.SendAsync(request, Ends);
        Assert.Equal(status, (int)answer.StatusCode);
        await HasHeadersAndNoTrace(answer);
    }

    [Fact]
    public async Task Answer_WhenTheProgramFails_ShowsNoTrace()
    {
        var logs = new LogCapture();
        await using var night = await Night.StartAsync(change: o => o with { Logs = logs.Add });
        using var browser = night.Browser();

        // The database is gone under a running server.
        await using (
            var connection = await night
                .Server.Application.Services.GetRequiredService<Storage.ElectionDatabase>()
                .ConnectAsync()
        )
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "ALTER TABLE checkpoint RENAME TO gone; ALTER TABLE token RENAME TO gone_too";
            await command.ExecuteNonQueryAsync(Ends);
        }

        using var answer = await browser.GetAsync("/log/checkpoint");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("5", Assert.Single(answer.Headers.GetValues("Retry-After")));
        await HasHeadersAndNoTrace(answer);
        Assert.DoesNotContain(
            "no such table",
            await answer.Content.ReadAsStringAsync(Ends),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains("no such table", logs.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Settings_OfTheFolderOrTheMachine_AreNotRead()
    {
        await using var night = await Night.StartAsync();
        var settings =
            night.Server.Application.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();
        Assert.Null(settings["PATH"]);
        Assert.DoesNotContain(
            ((Microsoft.Extensions.Configuration.IConfigurationRoot)settings).Providers,
            p => p.ToString()!.Contains("Json", StringComparison.Ordinal)
        );
    }

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    private static async Task HasHeadersAndNoTrace(HttpResponseMessage answer)
    {
        Assert.Equal(SecurityHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("frame-ancestors 'none'", SecurityHeaders.Policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Contains(answer.Headers.CacheControl!.ToString(), new[] { "no-store", "public, no-cache" });
        var text = await answer.Content.ReadAsStringAsync(Ends);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }
}
