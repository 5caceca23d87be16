using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Endpoints;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>Two blind entries of one paper, from browsers.</summary>
public class EntryTests
{
    private const string Station = Server.Station;

    [Theory]
    [InlineData("0", "0")]
    [InlineData(" 12 ", "12")]
    [InlineData("-", "blank")]
    [InlineData("?", "illegible")]
    public void Typed_ByAClerk_IsOneOfFourThings(string text, string expected) =>
        Assert.Equal(expected, EntryEndpoints.Typed(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1 000")]
    [InlineData("12.5")]
    [InlineData("99999999999999999999")]
    public void Typed_AnythingElse_IsNoFigure(string text) => Assert.Null(EntryEndpoints.Typed(text));

    [Fact]
    public async Task Entries_OfTwoClerksThatAgree_Settle()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        using var two = await night.AsAsync(administrator, "clerk-2", Roles.Clerk);
        Assert.Equal(HttpStatusCode.Redirect, (await one.ClaimAsync(Station)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await one.SubmitAsync(Station, c => Server.Figures[c])).StatusCode);
        Assert.Equal(EntryState.AwaitingSecond, StateOf(night));

        // The clerk of the first entry is refused the second.
        Assert.Equal(HttpStatusCode.Conflict, (await one.ClaimAsync(Station)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await two.ClaimAsync(Station)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await two.SubmitAsync(Station, c => Server.Figures[c])).StatusCode);
        Assert.Equal(EntryState.Settled, StateOf(night));
        using var reader = night.Browser();
        Assert.Contains("1 of 40", await reader.TextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfAClerk_IsThereAgainForThemAloneUntilThePaperIsHandedIn()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        using var two = await night.AsAsync(administrator, "clerk-2", Roles.Clerk);
        var paper = "/entry/paper?unit=" + Uri.EscapeDataString(Station);
        await one.ClaimAsync(Station);
        var form = Browser.Filled(
            await one.TextAsync(paper),
            Station,
            c =>
                c == 0 ? "4711"
                : c == 1 ? "-"
                : ""
        );
        Assert.Equal(HttpStatusCode.NoContent, (await one.SendAsync("/entry/draft", form)).StatusCode);

        // Also after the server was started anew.
        await night.RestartAsync();
        using var again = night.Browser();
        await again.PostAsync("/sign-in", "/sign-in", ("name", "clerk-1"), ("password", Server.Password));
        var page = await again.TextAsync(paper);
        Assert.Contains("data-column=\"0\" value=\"4711\"", page, StringComparison.Ordinal);
        Assert.Contains("data-column=\"1\" value=\"-\"", page, StringComparison.Ordinal);

        // Nobody else saves into a protocol that they do not hold, and a protocol given back starts empty.
        using var other = night.Browser();
        await other.PostAsync("/sign-in", "/sign-in", ("name", "clerk-2"), ("password", Server.Password));
        var forged = await other.PostAsync(
            "/entry",
            "/entry/draft",
            ("unit", Station),
            ("id", "x"),
            ("version", "1"),
            ("c0", "9")
        );
        Assert.Equal(HttpStatusCode.Conflict, forged.StatusCode);
        await again.PostAsync(
            "/entry",
            "/entry/release",
            ("id", Guid.NewGuid().ToString()),
            ("unit", Station),
            ("version", "1")
        );
        await other.ClaimAsync(Station);
        Assert.DoesNotContain("4711", await other.TextAsync(paper), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_ThatDiffer_AreDecidedByAThirdOverTheFieldsThatDiffer()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        using var two = await night.AsAsync(administrator, "clerk-2", Roles.Clerk);
        using var third = await night.AsAsync(administrator, "verifier-1", Roles.Verifier);

        // A verifier never makes the first entry.
        Assert.Equal(HttpStatusCode.Conflict, (await third.ClaimAsync(Station)).StatusCode);
        await one.ClaimAsync(Station);
        await one.SubmitAsync(Station, c => Server.Figures[c]);
        await two.ClaimAsync(Station);
        await two.SubmitAsync(Station, c => c == 9 ? "97" : Server.Figures[c]);
        Assert.Equal(EntryState.Differing, StateOf(night));
        Assert.Equal(HttpStatusCode.Redirect, (await third.ClaimAsync(Station)).StatusCode);
        var paper = await third.TextAsync("/entry/paper?unit=" + Uri.EscapeDataString(Station));
        Assert.Contains("id=\"c9\"", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"c8\"", paper, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "79",
            System.Text.RegularExpressions.Regex.Replace(
                paper,
                "value=\"[^\"]*\"",
                "",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)
            ),
            StringComparison.Ordinal
        );
        await third.SubmitAsync(Station, _ => "79");
        Assert.Equal(EntryState.Settled, StateOf(night));
        using var reader = night.Browser();
        var page = await reader.TextAsync("/station?unit=" + Uri.EscapeDataString(Station));
        Assert.Contains(
            "<td class=\"n\"><strong>79</strong></td><td class=\"n\">79</td><td class=\"n\">97</td>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Submit_ThatBreaksARelation_WaitsForACoordinator()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", Roles.Coordinator);
        await one.ClaimAsync(Station);
        await one.SubmitAsync(Station, c => c == 1 ? "300" : Server.Figures[c]);
        Assert.Equal(EntryState.FirstFlawed, StateOf(night));
        var queue = await coordinator.TextAsync("/queue");
        Assert.True(
            queue.IndexOf("Station 2<", StringComparison.Ordinal)
                < queue.IndexOf("Station 1<", StringComparison.Ordinal)
        );
        var path = "/queue/paper?unit=" + Uri.EscapeDataString(Station);
        var page = await coordinator.TextAsync(path);
        Assert.Contains("R1", page, StringComparison.Ordinal);
        var without = await coordinator.PostAsync(path, "/queue/decide", Decision("accept-as-written", "", "2"));
        Assert.Equal(HttpStatusCode.Conflict, without.StatusCode);
        var decided = await coordinator.PostAsync(
            path,
            "/queue/decide",
            Decision("accept-as-written", "the paper says 300", "2")
        );
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Equal(EntryState.AwaitingSecond, StateOf(night));

        // Another coordinator decided on what stood before.
        var late = await coordinator.PostAsync(path, "/queue/decide", Decision("discard", "late", "2"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(EntryState.AwaitingSecond, StateOf(night));
    }

    [Fact]
    public async Task Submit_WithAFieldLeftEmpty_KeepsWhatWasTyped()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        await one.ClaimAsync(Station);
        var empty = await one.SubmitAsync(Station, c => c == 4 ? "" : Server.Figures[c]);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        var page = await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("value=\"336\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        var blank = await one.SubmitAsync(Station, c => c == 4 ? "-" : Server.Figures[c]);
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Equal(EntryState.FirstEntry, StateOf(night));
        await one.SubmitAsync(Station, c => c == 4 ? "?" : Server.Figures[c]);
        var first = Night(night).Find(UnitPath.Parse(Station))!.Entry.First!;
        Assert.Equal(Count.Illegible, first.Protocol[4]);
        Assert.Equal(new Count(0), first.Protocol[5]);
    }

    [Fact]
    public async Task Submit_TheSameTenTimes_IsAcceptedOnce()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        await one.ClaimAsync(Station);
        var page = await one.TextAsync("/entry/paper?unit=" + Uri.EscapeDataString(Station));
        var form = Browser.Filled(page, Station, c => Server.Figures[c]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => one.SendAsync("/entry/submit", form)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(2, Night(night).Find(UnitPath.Parse(Station))!.Version);
        var other = await one.SendAsync("/entry/submit", Browser.Filled(page, Station, _ => "1"));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(2, Night(night).Find(UnitPath.Parse(Station))!.Version);
    }

    [Fact]
    public async Task Figures_BeforeTheSecondEntry_AreNowhereInPublic()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        await one.ClaimAsync(Station);
        await one.SubmitAsync(Station, c => Server.Figures[c]);
        await night.LoggedAsync(2);
        using var reader = night.Browser();
        foreach (
            var path in new[]
            {
                "/",
                "/station?unit=" + Uri.EscapeDataString(Station),
                "/results.json",
                "/stations.csv",
                "/log/tile/entries/000.p/2",
            }
        )
        {
            var text = Encoding.UTF8.GetString(
                await reader.Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken)
            );
            Assert.DoesNotMatch("(?<![0-9a-f])336(?![0-9a-f])", text);
            Assert.DoesNotMatch("votes:Reds\": ?[0-9]", text);
        }
    }

    [Fact]
    public async Task Restart_WithMovesInTheDatabase_StandsAsBefore()
    {
        await using var night = await Server.StartAsync();
        using (var administrator = await night.AdministratorAsync())
        {
            using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
            using var two = await night.AsAsync(administrator, "clerk-2", Roles.Clerk);
            await one.ClaimAsync(Station);
            await one.SubmitAsync(Station, c => Server.Figures[c]);
            await two.ClaimAsync(Station);
            await two.SubmitAsync(Station, c => Server.Figures[c]);
            await one.ClaimAsync("Eastmark/Territory 1/Station 3");
        }

        using var before = night.Browser();
        var json = await before.TextAsync("/results.json");
        await night.RestartAsync();
        using var after = night.Browser();
        Assert.Equal(json, await after.TextAsync("/results.json"));
        Assert.Equal("clerk-1", Night(night).Find(UnitPath.Parse("Eastmark/Territory 1/Station 3"))!.Entry.HeldBy);
    }

    [Fact]
    public async Task Follow_ARecordChangedByHand_IsRefusedAtTheStart()
    {
        await using var night = await Server.StartAsync();
        using (var administrator = await night.AdministratorAsync())
        {
            using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
            await one.ClaimAsync(Station);
        }

        await night.Server.DisposeAsync();
        await using (var database = await ElectionDatabase.OpenAsync(Path.Combine(night.Folder.FullName, "night.db")))
        await using (var connection = await database.ConnectAsync())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE record SET kind = 'submit'";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var wrong = await Assert.ThrowsAsync<StorageException>(night.RestartAsync);
        Assert.Contains(Station, wrong.Message, StringComparison.Ordinal);
    }

    private static (string, string)[] Decision(string move, string reason, string version) =>
        [
            ("id", Guid.NewGuid().ToString()),
            ("unit", Station),
            ("version", version),
            ("move", move),
            ("reason", reason),
        ];

    private static ElectionNight Night(Server night) =>
        night.Server.Application.Services.GetRequiredService<ElectionNight>();

    private static EntryState StateOf(Server night) => Night(night).Find(UnitPath.Parse(Station))!.Entry.State;
}
