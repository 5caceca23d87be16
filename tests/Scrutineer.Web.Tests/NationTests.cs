using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting.Entry;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>A nation of 10,061 stations: no page lists them all, and what everybody sees is made once.</summary>
public partial class NationTests
{
    private const int Stations = 10_061;

    [Theory]
    [InlineData("/", 40_000)]
    [InlineData("/unit?unit=Region%203%2FTerritory%2012", 60_000)]
    public async Task Page_OfANation_StaysSmall(string path, int most)
    {
        await using var night = await Server.StartAsync(setup: Nation.Of(Stations));
        using var reader = night.Browser();
        var page = await reader.TextAsync(path);
        Assert.InRange(page.Length, 1, most);
        Assert.Contains("10,061", await reader.TextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_FromTheResults_LeadToEveryStation()
    {
        await using var night = await Server.StartAsync(setup: Nation.Of(200));
        using var reader = night.Browser();
        var stations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var region in Links(await reader.TextAsync("/"), "/unit?unit=R"))
        {
            foreach (var territory in Links(await reader.TextAsync(region), region + "%2F"))
            {
                stations.UnionWith(Links(await reader.TextAsync(territory), "/station?unit="));
            }
        }

        Assert.Equal(200, stations.Count);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(stations.First())).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/results.json")]
    [InlineData("/stations.csv")]
    public async Task Public_AskedForAgain_IsNotSentAgainUntilItChanges(string path)
    {
        await using var night = await Server.StartAsync();
        using var reader = night.Browser();
        var first = await reader.GetAsync(path);
        Assert.True(first.Headers.CacheControl is { Public: true, NoCache: true });
        var again = await AskAsync(reader, path, first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await PublicTests.SettleAsync(
            night.Server.Application.Services.GetRequiredService<ElectionNight>(),
            Server.Station,
            string.Join(',', Server.Figures)
        );
        var changed = await AskAsync(reader, path, first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task Public_ForWhoeverTakesGzip_IsThePageInFewerBytes()
    {
        await using var night = await Server.StartAsync();
        using var reader = night.Browser();
        var plain = await reader.Client.GetByteArrayAsync("/", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var packed = await reader.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("gzip", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.True(packed.Content.Headers.ContentLength < plain.Length / 2);
        await using var unpacked = new System.IO.Compression.GZipStream(
            await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken),
            System.IO.Compression.CompressionMode.Decompress
        );
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(plain, bytes.ToArray());
    }

    /// <summary>What a signed-in person sees is theirs: it is made for them and kept nowhere.</summary>
    [Fact]
    public async Task Public_ForSomebodySignedIn_IsNotShared()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var reader = night.Browser();
        await reader.TextAsync("/");
        var own = await administrator.GetAsync("/");
        Assert.True(own.Headers.CacheControl!.NoStore);
        Assert.Contains("(administrator)", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("(administrator)", await reader.TextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edition_UnderSteadyChange_IsRenewedNoOftenerThanTheOptionsSay()
    {
        await using var night = await Server.StartAsync(
            setup: Nation.Of(60),
            showEvery: TimeSpan.FromMilliseconds(400)
        );
        var services = night.Server.Application.Services;
        var renewed = 0;
        services.GetRequiredService<PublicBoard>().Renewed += (_, _) => Interlocked.Increment(ref renewed);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 60; i++)
        {
            await PublicTests.SettleAsync(
                services.GetRequiredService<ElectionNight>(),
                Nation.PathOf(i).Text,
                string.Join(',', Server.Figures)
            );
        }

        Assert.InRange(renewed, 0, (watch.ElapsedMilliseconds / 400) + 1);
        using var reader = night.Browser();
        for (var i = 0; i < 50 && !(await reader.TextAsync("/")).Contains("60 of 60", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Contains("60 of 60", await reader.TextAsync("/"), StringComparison.Ordinal);
    }

    /// <summary>Ten clerks ask for the next protocol at once, again and again: everything is entered by two, nothing by one alone.</summary>
    [Fact]
    public async Task Next_ForTenClerksAtOnce_GivesEachAPaperOfTheirOwnUntilAllStand()
    {
        await using var night = await Server.StartAsync(setup: Nation.Of(40));
        using var administrator = await night.AdministratorAsync();
        var clerks = new List<Browser>();
        for (var i = 0; i < 10; i++)
        {
            clerks.Add(await night.AsAsync(administrator, $"clerk-{i}", Roles.Clerk));
        }

        await Task.WhenAll(clerks.Select(WorkAsync));
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        Assert.All(election.All, s => Assert.Equal(EntryState.Settled, s.Entry.State));
        Assert.All(election.All, s => Assert.NotEqual(s.Entry.First!.By, s.Entry.Second!.By));
        Assert.All(election.All, s => Assert.Equal(4, s.Version));
        clerks.ForEach(c => c.Dispose());
    }

    [Fact]
    public async Task Next_WithAPaperInHand_LeadsBackToIt()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        var first = await clerk.PostAsync("/entry", "/entry/next", ("id", "a"));
        var again = await clerk.PostAsync("/entry", "/entry/next", ("id", "b"));
        Assert.StartsWith("/entry/paper?unit=", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
    }

    [Fact]
    public async Task Claim_OfWordsThatAreNoStation_FindsThoseThatHaveThem()
    {
        await using var night = await Server.StartAsync(setup: Nation.Of(Stations));
        using var administrator = await night.AdministratorAsync();
        using var clerk = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        Assert.InRange((await clerk.TextAsync("/entry")).Length, 1, 10_000);
        var found = Nation.PathOf(10_000);
        var sought = await clerk.ClaimAsync("station 10000");
        Assert.Equal(HttpStatusCode.Redirect, sought.StatusCode);
        var page = await clerk.TextAsync(sought.Headers.Location!.ToString());
        Assert.DoesNotContain(Nation.PathOf(9_999).Text, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{found.Text}\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.ClaimAsync(found.Text)).StatusCode);
        Assert.Equal(
            "clerk-1",
            night.Server.Application.Services.GetRequiredService<ElectionNight>().Find(found)!.Entry.HeldBy
        );
    }

    private static async Task WorkAsync(Browser clerk)
    {
        while (true)
        {
            var next = await clerk.PostAsync("/entry", "/entry/next", ("id", Guid.NewGuid().ToString()));
            if (next.StatusCode != HttpStatusCode.Redirect)
            {
                return;
            }

            var unit = Uri.UnescapeDataString(next.Headers.Location!.ToString().Split('=')[1]);
            var done = await clerk.SubmitAsync(unit, c => Server.Figures[c]);
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(Browser reader, string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.ParseAdd(tag);
        return await reader.Client.SendAsync(request);
    }

    private static IEnumerable<string> Links(string page, string begin) =>
        Link()
            .Matches(page)
            .Select(m => WebUtility.HtmlDecode(m.Groups["it"].Value))
            .Where(l => l.StartsWith(begin, StringComparison.Ordinal));

    [GeneratedRegex("href=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
