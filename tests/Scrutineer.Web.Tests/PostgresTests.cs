using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage.Tests;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>Two servers on one PostgreSQL.</summary>
public sealed class PostgresTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>
{
    [Fact]
    public async Task Protocol_EnteredAtOneServer_StandsAtTheOther()
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
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
