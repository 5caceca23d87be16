using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage;
using Scrutineer.Storage.Tests;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>Two servers on one PostgreSQL.</summary>
public sealed class PostgresTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>
{
    [Fact]
    public async Task Report_SentToBothServers_IsOneReportAtBoth() =>
        await WithTwoAsync(
            async (one, other) =>
            {
                using var here = new Browser(new Uri(one.Addresses.First()));
                using var there = new Browser(new Uri(other.Addresses.First()));
                var accounts = one.Application.Services.GetRequiredService<AccountStore>();
                await accounts.AddAsync("swallow-3", "observer", DateTimeOffset.UtcNow);
                using var device = new Device();
                await device.JoinAsync(
                    here,
                    await accounts.LinkAsync(
                        "swallow-3",
                        DateTimeOffset.UtcNow,
                        TimeSpan.FromHours(1),
                        AccountStore.ForDevice
                    )
                );
                var payloads = Enumerable.Range(0, 20).Select(_ => device.Incident()).ToList();
                var answers = await Task.WhenAll(
                    payloads.SelectMany(p =>
                        new[] { Device.SendAsync(here, device.Sign(p)), Device.SendAsync(there, device.Sign(p)) }
                    )
                );
                Assert.Equal(20, answers.Count(a => (string)a.Told["status"]! == "accepted"));
                Assert.Equal(20, answers.Count(a => (string)a.Told["status"]! == "before"));
                var reports = other.Application.Services.GetRequiredService<Reports>();
                for (var i = 0; i < 100 && reports.All.Count < 20; i++)
                {
                    await Task.Delay(50, TestContext.Current.CancellationToken);
                }

                Assert.Equal(
                    payloads.Select(p => (string)p["id"]!).Order(StringComparer.Ordinal),
                    reports.All.Select(r => r.ClientId).Order(StringComparer.Ordinal)
                );
            }
        );

    [Fact]
    public async Task Protocol_EnteredAtOneServer_StandsAtTheOther() =>
        await WithTwoAsync(
            async (one, other) =>
            {
                await PublicTests.SettleAsync(
                    one.Application.Services.GetRequiredService<ElectionNight>(),
                    Server.Station,
                    string.Join(',', Server.Figures)
                );
                using var here = new Browser(new Uri(one.Addresses.First()));
                using var there = new Browser(new Uri(other.Addresses.First()));
                var expected = await here.TextAsync("/results.json");
                Assert.Contains("\"reported\": 1", expected, StringComparison.Ordinal);
                for (var i = 0; i < 100 && await there.TextAsync("/results.json") != expected; i++)
                {
                    await Task.Delay(50, TestContext.Current.CancellationToken);
                }

                Assert.Equal(expected, await there.TextAsync("/results.json"));
            }
        );

    /// <summary>Starts two servers on one new database, and removes what they leave.</summary>
    private async Task WithTwoAsync(Func<ElectionServer, ElectionServer, Task> test)
    {
        var folder = Directory.CreateTempSubdirectory("scrutineer-postgres-");
        try
        {
            var options = new ServerOptions(cluster.NewDatabase(), folder.FullName, ["http://127.0.0.1:0"])
            {
                LogEvery = TimeSpan.FromMilliseconds(50),
            };
            await using var one = await ElectionServer.CreateAsync(Server.Setup(), options);
            await using var other = await ElectionServer.CreateAsync(Server.Setup(), options);
            await one.StartAsync();
            await other.StartAsync();
            await test(one, other);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
