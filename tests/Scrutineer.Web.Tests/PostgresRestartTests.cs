using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Evidence;
using Scrutineer.Storage;
using Scrutineer.Storage.Tests;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>
/// PostgreSQL ended as by a power cut while clerks enter and devices hand in, and started again: the web server in front of it
/// says so meanwhile, and goes on by itself. Two restarts by default, twenty with SCRUTINEER_HEAVY=1.
/// </summary>
public sealed class PostgresRestartTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private const int Clerks = 4;
    private static readonly bool Heavy = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1";
    private readonly ConcurrentDictionary<string, int> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<HttpStatusCode, int> answers = new();
    private readonly CancellationTokenSource stop = new();

    public void Dispose() => stop.Dispose();

    [Fact]
    public async Task Database_RestartedUnderLoad_LosesNothingAcknowledgedAndNeedsNoHand()
    {
        await using var night = await Server.StartAsync(change: o => o with { Database = cluster.NewDatabase() });
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        var browsers = new List<Browser>();
        for (var i = 0; i < Clerks; i++)
        {
            browsers.Add(await night.AsAsync(administrator, $"clerk-{i}", Roles.Clerk));
        }

        List<Task> load =
        [
            .. browsers.Select((clerk, i) => EnterAsync(clerk, $"Eastmark/Territory 1/Station {i + 1}", who: i)),
            HandInAsync(night, device),
            ReadAsync(night),
        ];
        for (var restart = 0; restart < (Heavy ? 20 : 2); restart++)
        {
            await EachGoesOnAsync(load);
            var before = Seen(HttpStatusCode.ServiceUnavailable);
            await Task.Run(cluster.Restart, TestContext.Current.CancellationToken);
            Assert.True(Seen(HttpStatusCode.ServiceUnavailable) > before, "Nobody noticed that the database was away.");
        }

        await EachGoesOnAsync(load);
        await stop.CancelAsync();
        await Task.WhenAll(load);
        browsers.ForEach(b => b.Dispose());
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{acknowledged.Count} acknowledged; answers: {string.Join(", ", answers.OrderBy(a => a.Key).Select(a => $"{(int)a.Key} × {a.Value}"))}"
        );
        Assert.Empty(
            answers.Keys.Except([HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.ServiceUnavailable])
        );

        // Everything acknowledged is there once, in the log, and stands alike in a server that reads it anew.
        var services = night.Server.Application.Services;
        var records = await services.GetRequiredService<RecordStore>().ReadAfterAsync(0, 100_000);
        var times = records.CountBy(r => r.ClientId).ToDictionary(StringComparer.Ordinal);
        Assert.All(acknowledged.Keys, id => Assert.Equal(1, times.GetValueOrDefault(id)));
        Assert.Equal(records.Count, (await night.LoggedAsync(records.Count)).Size);
        Assert.Empty(
            await DatabaseCheck.OfAsync(
                services.GetRequiredService<ElectionDatabase>(),
                services.GetRequiredService<NoteKey>()
            )
        );
        var versions = Versions(night);
        await night.RestartAsync();
        Assert.Equal(versions, Versions(night));
    }

    private static List<long> Versions(Server night) =>
        [.. night.Server.Application.Services.GetRequiredService<ElectionNight>().All.Select(s => s.Version)];

    private int Seen(HttpStatusCode status) => answers.GetValueOrDefault(status);

    /// <summary>Waits until every clerk and the device have three more acknowledgements than now.</summary>
    private async Task EachGoesOnAsync(IReadOnlyList<Task> load)
    {
        var before = acknowledged.Values.CountBy(who => who).ToDictionary();
        for (var i = 0; i < 600; i++)
        {
            var now = acknowledged.Values.CountBy(who => who).ToDictionary();
            if (Enumerable.Range(0, Clerks + 1).All(w => now.GetValueOrDefault(w) >= before.GetValueOrDefault(w) + 3))
            {
                return;
            }

            await Task.WhenAny([.. load, Task.Delay(50, TestContext.Current.CancellationToken)]);
            foreach (var failed in load.Where(l => l.IsFaulted))
            {
                await failed;
            }
        }

        throw new TimeoutException("Somebody was left without an answer for half a minute.");
    }

    /// <summary>Takes a protocol and gives it back; what was not acknowledged is sent again as it was.</summary>
    private async Task EnterAsync(Browser clerk, string station, int who)
    {
        var token = Browser.Hidden(await clerk.TextAsync("/entry"), "__RequestVerificationToken");
        var paper = "/entry/paper?unit=" + Uri.EscapeDataString(station);
        for (var version = 0; !stop.IsCancellationRequested; version++)
        {
            var isHeld = version % 2 == 1;
            var id = Guid.NewGuid().ToString();
            using var answer = await UntilAnsweredAsync(() =>
                clerk.SendAsync(
                    isHeld ? "/entry/release" : "/entry/claim",
                    ("__RequestVerificationToken", token),
                    ("id", id),
                    ("unit", station),
                    ("version", $"{version}")
                )
            );
            Assert.Equal(isHeld ? "/entry" : paper, answer.Headers.Location?.ToString());
            acknowledged[id] = who;
        }
    }

    private async Task HandInAsync(Server night, Device device)
    {
        using var network = night.Browser();
        while (!stop.IsCancellationRequested)
        {
            var incident = device.Incident();
            var envelope = device.Sign(incident);
            using var answer = await UntilAnsweredAsync(async () =>
            {
                using var content = new ByteArrayContent(envelope);
                return await network.Client.PostAsync("/observe/records", content);
            });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            acknowledged[(string)incident["id"]!] = Clerks;

            // A device may hand in 240 reports in a minute.
            await Task.Delay(300, CancellationToken.None);
        }
    }

    private async Task ReadAsync(Server night)
    {
        using var reader = night.Browser();
        while (!stop.IsCancellationRequested)
        {
            foreach (var path in new[] { "/", "/results.json", "/log/checkpoint", "/published" })
            {
                using var answer = await UntilAnsweredAsync(() => reader.GetAsync(path));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
    }

    /// <summary>Asks again while the answer is that the database is away, which is said in words and with when to come back.</summary>
    private async Task<HttpResponseMessage> UntilAnsweredAsync(Func<Task<HttpResponseMessage>> ask)
    {
        while (true)
        {
            var answer = await ask();
            answers.AddOrUpdate(answer.StatusCode, 1, (_, times) => times + 1);
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect)
            {
                return answer;
            }

            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}: {text}");
            Assert.Equal("5", Assert.Single(answer.Headers.GetValues("Retry-After")));
            Assert.Contains("The database does not answer", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Npgsql", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            answer.Dispose();
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
