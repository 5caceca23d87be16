using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Endpoints;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>Figures that the public must not see yet.</summary>
public class EmbargoTests
{
    // Public routes that show no figure of a protocol, whatever stands.
    private static readonly string[] WithoutFigures =
    [
        "/openapi.json",
        "/events",
        "/assets/{name}",
        "/language/{code}",
        "/log/checkpoint",
        "/log/key",
        "/log/witnessed",
        "/log/cosignatures",
        "/sign-in",
        "/sign-out",
        "/start/{secret}",
        "/log/witnessed",
        "/log/cosignatures",
        "/observe",
        "/observe/manifest.webmanifest",
        "/observe/worker.js",
        "/observe/texts.json",
        "/observe/data.json",
        "/observe/join",
        "/observe/records",
        "/observe/files",
        "/published",
        "/incidents.csv",
    ];

    private static readonly string[] WithFigures =
    [
        "/",
        "/unit",
        "/station?unit=" + "Eastmark%2FTerritory 1%2FStation 2",
        "/results.json",
        "/results.nist.json",
        "/stations.csv",
        "/units.csv",
        "/copies.json",
        "/log/bundle.zip",
        "/log/tile/entries/000.p/4",
        "/log/tile/0/000.p/4",
    ];

    /// <summary>A new public route must say whether it shows figures.</summary>
    [Fact]
    public async Task Routes_EachPublicOne_SaysWhetherItShowsFigures()
    {
        await using var night = await Server.StartAsync();
        var routes = night.Server.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        foreach (
            var route in routes.OfType<RouteEndpoint>().Where(r => r.Metadata.GetMetadata<PublicMark>() is not null)
        )
        {
            var path = "/" + route.RoutePattern.RawText!.TrimStart('/');
            Assert.True(
                WithoutFigures.Contains(path) != (route.Metadata.GetMetadata<FiguresMark>() is not null),
                $"{path}: neither marked nor named as one without figures, or both"
            );
        }
    }

    [Fact]
    public async Task Embargo_UntilItEnds_HidesEveryFigureFromThePublicAndNotFromCoordinators()
    {
        var clock = new HandClock();
        await using var night = await Server.StartAsync(clock);
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var clerk = await night.AsAsync(administrator, "clerk-9", "clerk");
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        await PublicTests.SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        await night.LoggedAsync(4);
        var until = clock.GetUtcNow().AddHours(3);
        var set = await SetAsync(
            coordinator,
            "1",
            "0",
            until.ToOffset(TimeSpan.FromHours(5)).ToString("yyyy-MM-dd HH:mm zzz")
        );
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        await night.LoggedAsync(5);

        using var reader = night.Browser();
        foreach (var one in new[] { reader, clerk })
        {
            foreach (var path in WithFigures)
            {
                var answer = await one.GetAsync(path);
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden, path);
                Assert.Contains("the last station votes", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"(?<![\w-])79(?![\w-])", text);
                Assert.DoesNotContain("<table", text, StringComparison.Ordinal);
            }
        }

        // The log goes on, and can be bound to what it is now.
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/log/checkpoint")).StatusCode);
        Assert.Contains("<strong>79</strong>", await coordinator.TextAsync(WithFigures[2]), StringComparison.Ordinal);
        Assert.Contains("held back", await coordinator.TextAsync("/"), StringComparison.Ordinal);

        var site = Path.Combine(night.Folder.FullName, "held");
        Assert.Equal(3 + 3, await ElectionSite.WriteAsync(Server.Setup(), night.Options with { Clock = clock }, site));
        Assert.Equal(
            [
                "checkpoint",
                "incidents.csv",
                "index.html",
                "index.kk.html",
                "index.ru.html",
                "key",
                "published.html",
                "published.kk.html",
                "published.ru.html",
                "style.css",
            ],
            Directory
                .GetFiles(site, "*", SearchOption.AllDirectories)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );

        clock.Passes(TimeSpan.FromHours(3));
        foreach (var path in WithFigures.SkipLast(2))
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(path)).StatusCode);
        }

        Assert.Contains("<strong>79</strong>", await reader.TextAsync(WithFigures[2]), StringComparison.Ordinal);
        Assert.Contains("79", await reader.TextAsync("/results.json"), StringComparison.Ordinal);
    }

    /// <summary>Two coordinators cannot both be first, and what was sent again is set once.</summary>
    [Fact]
    public async Task Embargo_SetOnWhatSomebodyElseSaw_IsTold()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var two = await night.AsAsync(administrator, "coordinator-2", "coordinator");
        var moment = "2099-06-15 23:00 +05:00";
        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(one, "a", "0", moment)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(one, "a", "0", moment)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SetAsync(two, "b", "0", moment)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SetAsync(two, "c", "1", "tonight")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SetAsync(two, "c", "1", moment, reason: " ")).StatusCode);
        var embargo = night.Server.Application.Services.GetRequiredService<Embargo>();
        Assert.Equal((1, "coordinator-1"), (embargo.Setting.StreamVersion, embargo.Setting.By));
        Assert.True(embargo.Holds);
        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(two, "d", "1", "", act: "lift")).StatusCode);
        using var reader = night.Browser();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/results.json")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SetAsync(one, "e", "2", moment)).StatusCode);
        await night.RestartAsync();
        Assert.True(night.Server.Application.Services.GetRequiredService<Embargo>().Holds);
    }

    /// <summary>A page that waits is told when the embargo ends by itself.</summary>
    [Fact]
    public async Task Embargo_ThatRunsOut_RaisesTheRevision()
    {
        var folder = Directory.CreateTempSubdirectory("scrutineer-embargo-");
        try
        {
            var clock = new HandClock();
            await using var database = await ElectionDatabase.OpenAsync(Path.Combine(folder.FullName, "night.db"));
            await using var store = new RecordStore(database);
            var embargo = new Embargo(store, clock);
            await embargo.SetAsync("1", 0, "coordinator-1", clock.GetUtcNow().AddMinutes(1), "reason");
            var before = embargo.Revision;
            await embargo.FollowAsync();
            Assert.Equal(before, embargo.Revision);
            clock.Passes(TimeSpan.FromMinutes(1));
            await embargo.FollowAsync();
            Assert.Equal(before + 1, embargo.Revision);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("2025-06-15 23:00 +05:00", true)]
    [InlineData("2025-06-15T23:00+05:00", true)]
    [InlineData("2025-06-15 23:00", false)]
    [InlineData("15.06.2025 23:00 +05:00", false)]
    [InlineData("", false)]
    public void Instant_OfText_NeedsItsOffset(string text, bool known) =>
        Assert.Equal(
            known,
            EmbargoEndpoints.Instant(text)?.UtcDateTime == new DateTime(2025, 6, 15, 18, 0, 0, DateTimeKind.Utc)
        );

    private static Task<HttpResponseMessage> SetAsync(
        Browser browser,
        string id,
        string version,
        string until,
        string act = "set",
        string reason = "until the last station votes"
    ) =>
        browser.PostAsync(
            "/night",
            "/night/embargo",
            ("id", id),
            ("version", version),
            ("until", until),
            ("reason", reason),
            ("act", act)
        );
}
