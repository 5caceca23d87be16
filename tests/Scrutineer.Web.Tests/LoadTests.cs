using Scrutineer.Bench.Load;
using Scrutineer.Storage.Tests;

namespace Scrutineer.Web.Tests;

/// <summary>
/// A whole night under load, small by default; with SCRUTINEER_HEAVY=1 two thousand stations with a hundred clerks and
/// readers; the whole nation is the bench's (docs/capacity.md). The load goes to the loopback, and ends when everything stands or the time is over.
/// </summary>
public sealed class LoadTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private static readonly bool Heavy = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-load-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Night_OnSqliteWithOneServer_LosesNothingAndEndsWithTheLawsSeats() =>
        await RunAsync(Path.Combine(folder.FullName, "night.db"), servers: 1);

    [Fact]
    public async Task Night_OnPostgresWithThreeServers_LosesNothingAndEndsWithTheLawsSeats() =>
        await RunAsync(cluster.NewDatabase(), servers: 3);

    /// <summary>The synthetic nation adds up to the published figures, so its seats are the official ones.</summary>
    [Fact]
    public void Expected_OfTheWholeNation_IsTheOfficialSeats()
    {
        var nation = LoadNation.Of(Night.Checkout(), 10_061);
        var seats = nation.Expected().Seats!.Standing;
        var official = nation.Setup.Dossier.OfficialSeats(nation.Setup.Contest);
        Assert.Equal(10_061, nation.Stations);
        Assert.NotEmpty(official);
        Assert.All(seats.Seats.Index(), s => Assert.Equal(official.GetValueOrDefault(seats.Id(s.Index)), s.Item));
    }

    private async Task RunAsync(string target, int servers)
    {
        var nation = LoadNation.Of(Night.Checkout(), Heavy ? 2_000 : 60);
        var running = new List<ElectionServer>();
        try
        {
            for (var i = 0; i < servers; i++)
            {
                var options = new ServerOptions(
                    target,
                    Path.Combine(folder.FullName, "secrets"),
                    ["http://127.0.0.1:0"]
                );
                var server = await ElectionServer.CreateAsync(nation.Setup, options);
                running.Add(server);
                await server.StartAsync();
            }

            var load = new LoadOptions(
                Heavy ? 100 : 12,
                Heavy ? 100 : 6,
                Heavy ? TimeSpan.FromSeconds(1) : TimeSpan.Zero,
                TimeSpan.FromMinutes(Heavy ? 8 : 2)
            )
            {
                Observers = Heavy ? 100 : 10,
                Incidents = Heavy ? 4_000 : 50,
                Over = TimeSpan.FromSeconds(Heavy ? 40 : 2),
            };
            var output = TestContext.Current.TestOutputHelper!;
            var figures = await LoadRun.RunAsync(
                nation,
                target,
                [.. running.Select(s => new Uri(s.Addresses.First()))],
                load,
                output.WriteLine
            );
            Assert.True(figures.Events >= load.Readers);
            output.WriteLine(
                $"{figures.Acknowledged.Count()} records in {figures.Lasted.TotalSeconds:F1} s; p95 of an entry {figures.Percentile("entry", 95):F1} ms"
            );
        }
        finally
        {
            foreach (var server in running)
            {
                await server.DisposeAsync();
            }
        }
    }
}
