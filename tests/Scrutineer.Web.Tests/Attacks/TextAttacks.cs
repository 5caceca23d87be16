using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Findings;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>Texts that want to be markup, a formula, or other words than they are.</summary>
public class TextAttacks(SharedNight shared) : IClassFixture<SharedNight>
{
    public static TheoryData<string> Texts { get; } =
    [
        "<script>alert('reason')</script>",
        "<img src=x onerror=alert('причина')>",
        "\"><svg onload=alert(`себеп`)>",
        "\u202Etxt.exe\u2066 причина\u2069",
        "=HYPERLINK(\"http://elsewhere.example\")",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Reason_OfADecision_IsATextInEveryLanguage(string reason)
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var one = await night.AsAsync(administrator, "clerk-1", Roles.Clerk);
        using var chief = await night.AsAsync(administrator, "coordinator-1", Roles.Coordinator);
        await one.ClaimAsync(Server.Station);
        await one.SubmitAsync(Server.Station, c => c == 1 ? "300" : Server.Figures[c]);
        var path = "/queue/paper?unit=" + Uri.EscapeDataString(Server.Station);
        var made = await chief.PostAsync(
            path,
            "/queue/decide",
            ("id", "decision"),
            ("unit", Server.Station),
            ("version", "2"),
            ("move", "accept-as-written"),
            ("reason", reason)
        );
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        foreach (var language in new[] { "en", "ru", "kk" })
        {
            await chief.GetAsync("/language/" + language);
            foreach (var page in new[] { "/queue", path, "/", "/station?unit=" + Uri.EscapeDataString(Server.Station) })
            {
                var text = await chief.TextAsync(page);
                Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
                Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
                Assert.DoesNotContain("<svg onload", text, StringComparison.Ordinal);
                Assert.DoesNotContain('\u202E', text);
            }
        }

        await night.LoggedAsync(3);
        var log = await chief.TextAsync("/log/tile/entries/000.p/3");
        Assert.Contains("accept-as-written", log, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', log);
        Assert.DoesNotContain('\u2066', log);
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("clerk\u202E1")]
    [InlineData("a b")]
    [InlineData("=1+1")]
    [InlineData("x\r\nSet-Cookie: a=b")]
    [InlineData("a")]
    [InlineData("сlerk-1")]
    public async Task Name_OfAnAccount_ThatIsATrickIsRefused(string name)
    {
        var night = await shared.StartedAsync();
        var administrator = await shared.AdministratorAsync();
        var answer = await administrator.PostAsync("/accounts", "/accounts", ("name", name), ("role", Roles.Clerk));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var accounts = night.Server.Application.Services.GetRequiredService<AccountStore>();
        Assert.Equal(["administrator"], (await accounts.AllAsync()).Select(a => a.Name));
    }

    [Theory]
    [InlineData("оператор-7")]
    [InlineData("Қарағанды.3")]
    [InlineData("clerk-7")]
    [InlineData("7")]
    public async Task Name_OfAnAccount_InOneScriptIsTaken(string name)
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        var answer = await administrator.PostAsync(
            "/accounts",
            "/accounts",
            ("name", name.PadLeft(2, '0')),
            ("role", Roles.Clerk)
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Names of stations with markup are texts; names with marks of order are not read at all.</summary>
    [Fact]
    public async Task Name_OfAStation_IsATextOnThePages()
    {
        const string name = "<img src=x onerror=alert('Участок')> \"Мектеп\" №1";
        await using var night = await Server.StartAsync(setup: Renamed(name, out var problems));
        Assert.False(problems.Any);
        using var reader = night.Browser();
        var unit = $"Eastmark/Territory 1/{name}";
        var page = await reader.TextAsync("/station?unit=" + Uri.EscapeDataString(unit));
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", await reader.TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains("\"\"Мектеп\"\"", await reader.TextAsync("/stations.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_OfAStation_WithAMarkOfOrderIsAProblemInItsPlace()
    {
        Assert.Null(Renamed("Station \u202E2", out var problems));
        var problem = Assert.Single(problems.InOrder(), p => p.Found.Contains("U+202E", StringComparison.Ordinal));
        Assert.EndsWith("units.csv", problem.Where.File, StringComparison.Ordinal);
        Assert.True(problem.Where.Line > 1);
    }

    private static ElectionSetup? Renamed(string name, out Problems problems)
    {
        var examples = Path.Combine(Server.Checkout(), "examples");
        var root = Directory.CreateTempSubdirectory("scrutineer-names-");
        var folder = root.CreateSubdirectory("elections/xx-assembly-2025");
        try
        {
            foreach (var shared in new[] { "laws", "forms", "mappings" })
            {
                foreach (
                    var file in Directory.EnumerateFiles(
                        Path.Combine(examples, shared),
                        "*",
                        SearchOption.AllDirectories
                    )
                )
                {
                    var copy = Path.Combine(root.FullName, Path.GetRelativePath(examples, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                    File.Copy(file, copy);
                }
            }

            foreach (var file in Directory.GetFiles(Path.Combine(examples, "elections", folder.Name)))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            var units = Path.Combine(folder.FullName, "units.csv");
            var quoted = "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            File.WriteAllText(
                units,
                File.ReadAllText(units)
                    .Replace(
                        "\nStation 2,Territory 1,station,,Station 2,",
                        $"\n{quoted},Territory 1,station,,{quoted},",
                        StringComparison.Ordinal
                    )
            );
            problems = new Problems();
            return ElectionSetup.Read(folder.FullName, problems);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
