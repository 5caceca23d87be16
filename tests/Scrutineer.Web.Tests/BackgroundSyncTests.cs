using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>What waits is sent by the service worker when the browser wakes it, without any page.</summary>
public class BackgroundSyncTests
{
    [Fact]
    public async Task Sync_WhenThePageIsGone_SendsWhatWaits()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var night = await Server.StartAsync();
        await using var wire = new Outage(night.Address);
        await using var phone = await PhoneTests.JoinedAsync(chromium, night, wire);
        wire.Cut();
        await phone.ValueAsync(PhoneTests.Added("detention"));
        await phone.ReloadAsync();
        await phone.UntilAsync("document.body.dataset.ready === 'yes'");

        // The page has asked the browser to wake the worker.
        await phone.UntilAsync(
            "(async () => (await (await navigator.serviceWorker.ready).sync.getTags()).includes('outbox'))()"
        );
        var registration = await phone.RegistrationAsync();
        await phone.GoAsync(new Uri("about:blank"));
        var reports = night.Server.Application.Services.GetRequiredService<Reports>();

        // Woken too early it sends nothing and loses nothing.
        await phone.WakeAsync(wire.Address, registration, "outbox");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Empty(reports.All);
        wire.Mend();
        for (var i = 0; i < 100 && reports.All.Count == 0; i++)
        {
            await phone.WakeAsync(wire.Address, registration, "outbox");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal("Something happened.", Assert.Single(reports.All).Payload!.Text);
        await phone.GoAsync(new Uri(wire.Address, "/observe#outbox"));
        await phone.UntilAsync("document.querySelectorAll('#items [data-state=sent]').length === 1");
        Assert.Single(reports.All);
    }
}
