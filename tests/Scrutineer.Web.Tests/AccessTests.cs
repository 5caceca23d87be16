using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage;
using Scrutineer.Web.Access;

namespace Scrutineer.Web.Tests;

/// <summary>Who may do what, and what is told to browsers.</summary>
public class AccessTests
{
    [Fact]
    public async Task Routes_Each_HaveAPolicyOrArePublic()
    {
        await using var night = await Night.StartAsync();
        var routes = night.Server.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.True(routes.Count >= 20);
        foreach (var route in routes)
        {
            var policies = route.Metadata.GetOrderedMetadata<IAuthorizeData>();
            var isPublic = route.Metadata.GetMetadata<PublicMark>() is not null;
            Assert.True(isPublic != policies.Count > 0, $"{route.DisplayName}: neither a policy nor public, or both");
            Assert.All(policies, p => Assert.Contains(Policies.All, known => known.Policy == p.Policy));
            var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods;
            var guarded = route.Metadata.GetMetadata<GuardMark>() is not null;
            var signed = route.Metadata.GetMetadata<SignedMark>() is not null;
            var changes = methods.Any(m => m != HttpMethods.Get);
            var token = changes && route.Metadata.GetMetadata<TokenMark>() is not null;

            // One of these, where something changes: a page of this server, a signature, a program's token.
            Assert.Equal(changes ? 1 : 0, new[] { guarded, signed, token }.Count(g => g));
            Assert.Equal(
                route.Metadata.GetMetadata<TokenMark>() is not null,
                policies.Any(p => Policies.OfPrograms.Contains(p.Policy!))
            );
        }
    }

    [Theory]
    [InlineData("clerk", "/accounts", HttpStatusCode.Forbidden)]
    [InlineData("coordinator", "/accounts/purge", HttpStatusCode.Forbidden)]
    [InlineData("administrator", "/accounts/purge", HttpStatusCode.OK)]
    [InlineData("clerk", "/queue", HttpStatusCode.Forbidden)]
    [InlineData("clerk", "/entry", HttpStatusCode.OK)]
    [InlineData("screen", "/queue", HttpStatusCode.OK)]
    [InlineData("screen", "/queue/paper?unit=Eastmark%2FTerritory 1%2FStation 2", HttpStatusCode.Forbidden)]
    [InlineData("coordinator", "/queue/paper?unit=Eastmark%2FTerritory 1%2FStation 2", HttpStatusCode.OK)]
    [InlineData("coordinator", "/entry", HttpStatusCode.Forbidden)]
    [InlineData("verifier", "/entry", HttpStatusCode.OK)]
    public async Task Get_OfARole_IsAllowedOrNot(string role, string path, HttpStatusCode expected)
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var browser = await night.AsAsync(administrator, "somebody", role);
        Assert.Equal(expected, (await browser.GetAsync(path)).StatusCode);
        using var nobody = night.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Link_UsedOnce_IsOfNoUseAgain()
    {
        await using var night = await Night.StartAsync();
        using var first = await night.AdministratorAsync();
        using var second = night.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(night.Server.StartPath!)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/accounts")).StatusCode);
        await night.RestartAsync();
        Assert.Null(night.Server.StartPath);
    }

    [Fact]
    public async Task Link_InTheDatabase_IsAHashOnly()
    {
        await using var night = await Night.StartAsync();
        var secret = night.Server.StartPath!.Split('/')[^1];
        await night.Server.DisposeAsync();
        foreach (var file in Directory.GetFiles(night.Folder.FullName, "night.db*"))
        {
            Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0, file);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        Assert.Contains(
            Directory.GetFiles(night.Folder.FullName, "night.db*"),
            f => File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(hash)) >= 0
        );
    }

    [Theory]
    [InlineData("secrets/log.key")]
    [InlineData("night.db")]
    [InlineData("night.db-wal")]
    public async Task File_WithASecret_IsReadableByItsOwnerAlone(string file)
    {
        await using var night = await Night.StartAsync();
        var key = Path.Combine(night.Folder.FullName, file);
        Assert.True(File.Exists(key));
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights of files");
        }
        else
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }
    }

    [Fact]
    public async Task SignIn_WrongPassword_IsRefusedAndLimited()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var other = night.Browser();
        for (var i = 0; i < 10; i++)
        {
            var refused = await other.PostAsync(
                "/sign-in",
                "/sign-in",
                ("name", "administrator"),
                ("password", "wrong wrong wrong")
            );
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        var right = await other.PostAsync(
            "/sign-in",
            "/sign-in",
            ("name", "administrator"),
            ("password", Night.Password)
        );
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Fact]
    public async Task SignIn_RightPassword_BeginsASessionThatSignOutEnds()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var other = night.Browser();
        var right = await other.PostAsync(
            "/sign-in",
            "/sign-in",
            ("name", "administrator"),
            ("password", Night.Password)
        );
        Assert.Equal("/accounts", right.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/accounts")).StatusCode);
        await other.PostAsync("/accounts", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/accounts")).StatusCode);
    }

    [Fact]
    public async Task Session_OfADisabledAccount_EndsAtOnce()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/entry")).StatusCode);
        await administrator.PostAsync("/accounts", "/accounts/disable", ("name", "clerk-1"), ("disabled", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.GetAsync("/entry")).StatusCode);
    }

    [Fact]
    public async Task Session_AfterTwelveHours_EndsHoweverBusy()
    {
        var clock = new HandClock();
        await using var night = await Night.StartAsync(clock);
        using var administrator = await night.AdministratorAsync();
        for (var hour = 0; hour < 12; hour++)
        {
            Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/accounts")).StatusCode);
            clock.Passes(TimeSpan.FromHours(1));
        }

        clock.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.GetAsync("/accounts")).StatusCode);
    }

    [Fact]
    public async Task Post_WithoutThePage_IsRefused()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        var forged = await administrator.SendAsync("/accounts", ("name", "intruder"), ("role", Roles.Administrator));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        var accounts = night.Server.Application.Services.GetRequiredService<AccountStore>();
        Assert.Null(await accounts.FindAsync("intruder"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/results.json")]
    public async Task Answer_Any_CarriesTheHeaders(string path)
    {
        await using var night = await Night.StartAsync();
        using var browser = night.Browser();
        var answer = await browser.GetAsync(path);
        Assert.Equal(SecurityHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.DoesNotContain("unsafe", SecurityHeaders.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_OfThePublicPage_GetsNoCookie()
    {
        await using var night = await Night.StartAsync();
        using var browser = night.Browser();
        Assert.False((await browser.GetAsync("/")).Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/station?unit=x", "/station?unit=x")]
    public async Task Language_BackToElsewhere_StaysHere(string back, string expected)
    {
        await using var night = await Night.StartAsync();
        using var browser = night.Browser();
        var answer = await browser.GetAsync("/language/kk?back=" + Uri.EscapeDataString(back));
        Assert.Equal(expected, answer.Headers.Location!.ToString());
        Assert.Contains("lang=\"kk\"", await browser.TextAsync("/"), StringComparison.Ordinal);
    }
}
