using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>Programs with tokens: what they may, and what a stolen or forged token is worth.</summary>
public partial class ProgramAttacks(SharedNight shared) : IClassFixture<SharedNight>
{
    private const string Moves = "/api/protocols/moves";

    [Fact]
    public async Task Moves_OfTwoPrograms_SettleAProtocolAsThePagesDo()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await ProgramAsync(night, administrator, "clerk-1", Roles.Clerk);
        using var two = await ProgramAsync(night, administrator, "clerk-2", Roles.Clerk);
        using var screen = await ProgramAsync(night, administrator, "wall-1", Roles.Screen);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(one, Move("a", 0, "claim"))).Status);
        var form = (JsonArray)JsonNode.Parse(await one.GetStringAsync(Station, Ends))!["asked-for"]!;
        var figures = new JsonObject(
            form.Select((c, i) => KeyValuePair.Create((string)c!, (JsonNode?)JsonValue.Create(Night.Figures[i])))
        );
        var submit = Move("b", 1, "submit", figures.DeepClone());
        for (var i = 0; i < 3; i++)
        {
            // Sent again it is accepted once.
            Assert.Equal(2, (int)(await SendAsync(one, submit)).Json["version"]!);
        }

        Assert.DoesNotContain("figures", await two.GetStringAsync(Station, Ends), StringComparison.Ordinal);
        Assert.DoesNotContain("figures", await screen.GetStringAsync("/api/queue", Ends), StringComparison.Ordinal);
        Assert.Equal("urn:scrutineer:overtaken", (string)(await SendAsync(two, Move("c", 1, "claim"))).Json["type"]!);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(two, Move("d", 2, "claim"))).Status);
        var settled = await SendAsync(two, Move("e", 3, "submit", figures.DeepClone()));
        Assert.Equal("settled", (string)settled.Json["state"]!);
        Assert.Equal(336, (int)settled.Json["figures"]![(string)form[1]!]!);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(one, Move("a", 0, "release"))).Status);
    }

    /// <summary>While an embargo holds, no token but a coordinator's reads a figure, not even by a move that is refused.</summary>
    [Fact]
    public async Task Station_UnderAnEmbargo_TellsFiguresToCoordinatorsOnly()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var clerk = await ProgramAsync(night, administrator, "clerk-9", Roles.Clerk);
        using var coordinator = await ProgramAsync(night, administrator, "coordinator-9", Roles.Coordinator);
        var services = night.Server.Application.Services;
        var election = services.GetRequiredService<ElectionNight>();
        await PublicTests.SettleAsync(election, Night.Station, string.Join(',', Night.Figures));
        Assert.Contains("figures", await clerk.GetStringAsync(Station, Ends), StringComparison.Ordinal);
        await services
            .GetRequiredService<Embargo>()
            .SetAsync("1", 0, "coordinator-1", DateTimeOffset.UtcNow.AddHours(1), "until the last station votes");
        Assert.DoesNotContain("figures", await clerk.GetStringAsync(Station, Ends), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "\"figures\"",
            (await SendAsync(clerk, Move("a", 4, "claim"))).Json.ToJsonString(),
            StringComparison.Ordinal
        );
        Assert.Contains("figures", await coordinator.GetStringAsync(Station, Ends), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Screen, "claim", 403)]
    [InlineData(Roles.Verifier, "claim", 403)]
    [InlineData(Roles.Coordinator, "claim", 403)]
    [InlineData(Roles.Coordinator, "keep-first", 409)]
    [InlineData(Roles.Clerk, "keep-first", 403)]
    [InlineData(Roles.Clerk, "claim", 200)]
    public async Task Move_OfARole_IsAllowedOrNot(string role, string move, int status)
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var program = await ProgramAsync(night, administrator, "somebody", role);
        var answer = await SendAsync(program, Move("a", 0, move));
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(status == 200 ? "application/json" : "application/problem+json", answer.Type);
    }

    [Fact]
    public async Task Token_EndedOrForged_IsWorthNothing()
    {
        var clock = new HandClock();
        await using var night = await Night.StartAsync(clock);
        using var administrator = await night.AdministratorAsync();
        using var program = await ProgramAsync(night, administrator, "clerk-1", Roles.Clerk);
        using var other = await ProgramAsync(night, administrator, "clerk-2", Roles.Clerk);
        using var third = await ProgramAsync(night, administrator, "clerk-3", Roles.Clerk);
        var secret = program.DefaultRequestHeaders.Authorization!.Parameter!;
        Assert.Equal(200, await StatusAsync(program));

        // A token is no session and no link, a session is no token, and its hash opens nothing.
        using var nobody = night.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/start/" + secret)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await administrator.GetAsync(Station)).StatusCode);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        foreach (var forged in new[] { hash, secret[..63], secret.ToUpperInvariant(), new string('0', 64), "" })
        {
            using var thief = Client(night, forged);
            Assert.Equal(401, await StatusAsync(thief));
        }

        await administrator.PostAsync("/accounts/programs", "/accounts/programs/revoke", ("sha256", hash));
        Assert.Equal(401, await StatusAsync(program));
        await administrator.PostAsync("/accounts", "/accounts/disable", ("name", "clerk-2"), ("disabled", "yes"));
        await administrator.PostAsync("/accounts", "/accounts/disable", ("name", "clerk-2"), ("disabled", "no"));
        Assert.Equal(401, await StatusAsync(other));
        Assert.Equal(200, await StatusAsync(third));
        clock.Passes(TimeSpan.FromDays(4));
        Assert.Equal(401, await StatusAsync(third));
    }

    [Fact]
    public async Task Token_InTheDatabase_IsAHashOnly()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var program = await ProgramAsync(night, administrator, "clerk-1", Roles.Clerk);
        var secret = program.DefaultRequestHeaders.Authorization!.Parameter!;
        Assert.DoesNotContain(secret, await administrator.TextAsync("/accounts/programs"), StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
        foreach (
            var name in new[] { "night.db", "night.db-wal" }.Where(n =>
                File.Exists(Path.Combine(night.Folder.FullName, n))
            )
        )
        {
            var file = Path.Combine(night.Folder.FullName, name);
            await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await bytes.CopyToAsync(copy, Ends);
            Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file);
        }
    }

    [Theory]
    [InlineData("administrator", "3")]
    [InlineData("nobody", "3")]
    [InlineData("clerk-0", "0")]
    [InlineData("clerk-0", "91")]
    [InlineData("clerk-0", "-1")]
    public async Task Token_ForWhomOrForHowLongThereIsNone_IsNotMade(string name, string days)
    {
        var administrator = await shared.AdministratorAsync();
        await shared.OfRoleAsync(Roles.Clerk);
        var answer = await administrator.PostAsync(
            "/accounts/programs",
            "/accounts/programs",
            ("name", name),
            ("days", days)
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    [InlineData("{\"id\":\"a\",\"id\":\"b\",\"unit\":\"x\",\"version\":0,\"move\":\"claim\"}", 400)]
    [InlineData("{\"id\":null,\"unit\":\"x\",\"version\":0,\"move\":\"claim\"}", 400)]
    [InlineData("{\"id\":\"a\",\"unit\":\"x\",\"version\":1e99,\"move\":\"claim\"}", 400)]
    [InlineData("{\"id\":\"a\",\"unit\":\"x\",\"version\":0,\"move\":\"claim\",\"role\":\"coordinator\"}", 400)]
    [InlineData("{\"id\":\"a\",\"unit\":\"/\",\"version\":0,\"move\":\"claim\"}", 404)]
    [InlineData("{\"id\":\"a\",\"unit\":\"Eastmark/Territory 1/Station 2\",\"version\":0,\"move\":\"7\"}", 403)]
    [InlineData(
        "{\"id\":\"a\",\"unit\":\"Eastmark/Territory 1/Station 2\",\"version\":0,\"move\":\"submit\",\"figures\":{\"registered\":\"-1\",\"none\":\"1\"}}",
        422
    )]
    public async Task Body_ThatIsNoMove_IsAProblem(string body, int status)
    {
        var night = await shared.StartedAsync();
        var administrator = await shared.AdministratorAsync();
        using var program = await ProgramAsync(night, administrator, shared.NewName(), Roles.Clerk);
        var answer = await SendAsync(program, body);
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal("application/problem+json", answer.Type);
        Assert.Equal(status, (int)answer.Json["status"]!);
    }

    [Fact]
    public async Task Body_DeepOrLarge_IsAProblem()
    {
        await using var night = await Night.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var program = await ProgramAsync(night, administrator, "clerk-1", Roles.Clerk);
        var deep = await SendAsync(program, string.Concat(Enumerable.Repeat("{\"figures\":", 20_000)));
        Assert.Equal(HttpStatusCode.BadRequest, deep.Status);
        var large = await SendAsync(program, $"{{\"id\":\"{new string('a', 1_200_000)}\"}}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("move", "claim")]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await program.PostAsync(Moves, form, Ends)).StatusCode);
    }

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    private static string Station => "/api/stations?unit=" + Uri.EscapeDataString(Night.Station);

    private static string Move(string id, long version, string move, JsonNode? figures = null) =>
        new JsonObject
        {
            ["id"] = id,
            ["unit"] = Night.Station,
            ["version"] = version,
            ["move"] = move,
            ["reason"] = "as on the paper",
            ["figures"] = figures,
        }.ToJsonString();

    private static async Task<HttpClient> ProgramAsync(Night night, Browser administrator, string name, string role)
    {
        await administrator.PostAsync("/accounts", "/accounts", ("name", name), ("role", role));
        var page = await administrator.PostAsync(
            "/accounts/programs",
            "/accounts/programs",
            ("name", name),
            ("days", "3")
        );
        return Client(night, Token().Match(await page.Content.ReadAsStringAsync(Ends)).Groups["it"].Value);
    }

    private static HttpClient Client(Night night, string secret) =>
        new()
        {
            BaseAddress = night.Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", secret) },
        };

    private static async Task<int> StatusAsync(HttpClient program)
    {
        using var answer = await program.GetAsync(Station, Ends);
        return (int)answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Type, JsonNode Json)> SendAsync(
        HttpClient program,
        string body
    )
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await program.PostAsync(Moves, content, Ends);
        var text = await answer.Content.ReadAsStringAsync(Ends);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", JsonNode.Parse(text)!);
    }

    [GeneratedRegex("<code id=\"token\">(?<it>[^<]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
