using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>The sample of the dossier, estimated while its protocols come in.</summary>
public class QuickCountTests
{
    /// <summary>When every station of the sample stands, the estimates are those that <c>check</c> gives for the table.</summary>
    [Fact]
    public async Task Renew_WithTheSampledStations_EstimatesAsFromTheTable()
    {
        await using var night = await Server.StartAsync();
        var services = night.Server.Application.Services;
        var (election, live) = (
            services.GetRequiredService<ElectionNight>(),
            services.GetRequiredService<LiveSample>()
        );
        var sample = election.Setup.Sample!;
        var problems = new Problems();
        var table = TableReader.Read(sample.Source.Path, sample.Source.Mapping, sample.Source.Layout, problems)!;
        await SettleAsync(election, table, table.Count);

        // One more that was not drawn; an estimate must not see it.
        await PublicTests.SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        live.Renew();
        var expected = sample.Estimate(table, problems)!;
        Assert.Empty(problems.InOrder());
        var told = live.Current.Official!;
        Assert.Equal(expected.Count!.Estimates.Select(Rounded), told.Count!.Estimates.Select(Rounded));
        Assert.Equal(
            expected.Seats!.Lists.Select(l => (l.List, l.Seats, l.Low, l.High)),
            told.Seats!.Lists.Select(l => (l.List, l.Seats, l.Low, l.High))
        );

        // Nothing new stands: nothing is estimated, whoever looks.
        var number = live.Current.Number;
        Assert.False(live.Renew());
        Assert.Equal(number, live.Current.Number);
    }

    [Fact]
    public async Task Page_OfTheQuickCount_IsForCoordinatorsAndTellsBaseAndInterval()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var clerk = await night.AsAsync(administrator, "clerk-1", "clerk");
        Assert.Contains(
            "No station of the sample stands yet",
            await coordinator.TextAsync("/quick-count"),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/quick-count")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/quick-count/events")).StatusCode);
        using var reader = night.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await reader.GetAsync("/quick-count")).StatusCode);

        var services = night.Server.Application.Services;
        var election = services.GetRequiredService<ElectionNight>();
        var sample = election.Setup.Sample!;
        var table = TableReader.Read(sample.Source.Path, sample.Source.Mapping, sample.Source.Layout, new Problems())!;
        await SettleAsync(election, table, 8);
        services.GetRequiredService<LiveSample>().Renew();
        var page = await coordinator.TextAsync("/quick-count");
        Assert.Contains("From 8 stations of the sample", page, StringComparison.Ordinal);
        Assert.Contains("No station of the sample stands yet", page, StringComparison.Ordinal);
        Assert.Contains("valid-votes", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"bar\"", page, StringComparison.Ordinal);
    }

    internal static async Task SettleAsync(ElectionNight night, ProtocolTable table, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var figures = Enumerable.Range(0, night.Setup.Layout.Columns.Count).Select(c => table[row, c].ToString());
            await PublicTests.SettleAsync(night, table.StationOf(row).Text, string.Join(',', figures));
        }
    }

    // The stations are added up in another order, which floating point can tell in its last digit.
    private static (string, string, double, double, double, int) Rounded(Estimate e) =>
        (
            e.Quantity,
            e.Base,
            Math.Round(e.Value!.Value, 12),
            Math.Round(e.Low!.Value, 12),
            Math.Round(e.High!.Value, 12),
            e.Stations
        );
}
