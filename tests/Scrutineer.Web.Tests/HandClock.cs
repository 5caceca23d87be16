namespace Scrutineer.Web.Tests;

/// <summary>A clock that goes on only by hand; its timers are those of the machine.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset now = new(2025, 6, 15, 20, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Passes(TimeSpan time) => now += time;
}
