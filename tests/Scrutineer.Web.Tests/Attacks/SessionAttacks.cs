using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage;
using Scrutineer.Web.Access;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>Cookies that were stolen, kept, planted or guessed.</summary>
public class SessionAttacks
{
    [Fact]
    public async Task Cookie_StolenBeforeSignOut_IsWorthNothingAfterIt()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var thief = Thief(night, administrator);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/accounts")).StatusCode);
        await administrator.PostAsync("/accounts", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/accounts")).StatusCode);
    }

    [Fact]
    public async Task Cookie_OfAnAccountDisabledAndEnabled_DoesNotComeBack()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        using var thief = Thief(night, clerk);
        foreach (var disabled in new[] { "yes", "no" })
        {
            await administrator.PostAsync(
                "/accounts",
                "/accounts/disable",
                ("name", "clerk-1"),
                ("disabled", disabled)
            );
        }

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/entry")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(night, "clerk-1")).StatusCode);
    }

    [Fact]
    public async Task Cookie_BeforeANewPassword_EndsWithTheOldOne()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        var accounts = night.Server.Application.Services.GetRequiredService<AccountStore>();
        var link = "/start/" + await accounts.LinkAsync("clerk-1", DateTimeOffset.UtcNow, TimeSpan.FromHours(1));
        using var elsewhere = night.Browser();
        await elsewhere.PostAsync(link, link, ("password", "another long password"));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.GetAsync("/entry")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/entry")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(night, "clerk-1")).StatusCode);
    }

    [Fact]
    public async Task Session_TwoHoursIdle_Ends()
    {
        var clock = new HandClock();
        await using var night = await Night.StartAsync(clock);
        using var administrator = await night.AdministratorAsync();
        clock.Passes(TimeSpan.FromMinutes(119));
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/accounts")).StatusCode);
        clock.Passes(TimeSpan.FromMinutes(121));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.GetAsync("/accounts")).StatusCode);
    }

    [Fact]
    public async Task Session_PlantedBeforeSignIn_IsNotTheOneThatBegins()
    {
        await using var night = await Night.StartAsync();
        using var first = await night.AdministratorAsync();
        var planted = CookieOf(night, first)!.Value;
        using var victim = night.Browser();
        victim.Cookies.Add(night.Address, new Cookie("session", planted));
        await victim.PostAsync("/sign-in", "/sign-in", ("name", "administrator"), ("password", Night.Password));
        Assert.NotEqual(planted, CookieOf(night, victim)!.Value);
        using var thief = night.Browser();
        thief.Cookies.Add(night.Address, new Cookie("session", planted[..^8] + "AAAAAAAA"));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/accounts")).StatusCode);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://night.example.org", true)]
    public async Task Cookies_OfASession_AreForThisServerAlone(string? origin, bool secure)
    {
        await using var night = await Night.StartAsync(change: o =>
            o with
            {
                Origin = origin is null ? null : new Uri(origin),
            }
        );
        using var browser = night.Browser();
        browser.Client.DefaultRequestHeaders.Host = secure ? "night.example.org" : null;
        var page = await browser.GetAsync("/sign-in");
        var set = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", set, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", set, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(secure, set.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(secure, page.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Password_InTheDatabase_IsHashedByTheFramework()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        var accounts = night.Server.Application.Services.GetRequiredService<AccountStore>();
        var kept = (await accounts.FindAsync("administrator"))!.Password!;

        // Version 3 of the framework's format: PBKDF2 with HMAC-SHA512, at least 100,000 rounds, 128 bits of salt.
        var bytes = Convert.FromBase64String(kept);
        Assert.Equal(1, bytes[0]);
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)) >= 100_000);
        Assert.Equal(16u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(9)));
    }

    /// <summary>The fastest of several attempts, so that a busy machine does not decide.</summary>
    [Fact]
    public async Task SignIn_OfAnUnknownName_TakesAsLongAsOfAKnownOne()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var browser = night.Browser();
        var (known, unknown) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 8; i++)
        {
            known = Least(known, await TimedAsync(browser, "administrator"));
            unknown = Least(unknown, await TimedAsync(browser, $"nobody-{i}"));
        }

        // Without the comparison with a hash an unknown name is answered more than ten times as fast.
        Assert.InRange(unknown / known, 0.25, 4.0);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static async Task<TimeSpan> TimedAsync(Browser browser, string name)
    {
        var page = await browser.TextAsync("/sign-in");
        var token = Browser.Hidden(page, "__RequestVerificationToken");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await browser.SendAsync(
            "/sign-in",
            ("__RequestVerificationToken", token),
            ("name", name),
            ("password", "wrong wrong wrong")
        );
        return watch.Elapsed;
    }

    private static Cookie? CookieOf(Night night, Browser browser) =>
        browser.Cookies.GetCookies(night.Address)["session"];

    private static Browser Thief(Night night, Browser victim)
    {
        var thief = night.Browser();
        thief.Cookies.Add(night.Address, new Cookie("session", CookieOf(night, victim)!.Value));
        return thief;
    }

    private static async Task<HttpResponseMessage> SignInAsync(Night night, string name)
    {
        using var browser = night.Browser();
        return await browser.PostAsync("/sign-in", "/sign-in", ("name", name), ("password", Night.Password));
    }
}
