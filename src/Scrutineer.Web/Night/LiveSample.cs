using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Web.Night;

/// <summary>
/// The quick count of the dossier's sample while protocols come in: estimated in the background when something new stands, at most
/// so often as the options say, and never because somebody looks at it.
/// </summary>
internal sealed partial class LiveSample(
    ElectionNight night,
    Reports reports,
    ServerOptions options,
    ILogger<LiveSample> logger
) : BackgroundService
{
    private LiveEstimate current = LiveEstimate.None;
    private long revision = -1;

    /// <summary>What the sample says now.</summary>
    public LiveEstimate Current => Volatile.Read(ref current);

    /// <summary>Raised after a new estimate.</summary>
    public event EventHandler? Changed;

    /// <summary>Estimates anew if something new stands.</summary>
    /// <returns>Whether it did.</returns>
    public bool Renew()
    {
        var now = night.Revision + reports.Revision;
        if (now == revision || night.Setup.Sample is not { } sample)
        {
            return false;
        }

        // Read before what stands, so that what comes meanwhile is estimated at the next turn.
        revision = now;
        var problems = new Problems();
        Volatile.Write(
            ref current,
            new LiveEstimate(
                Current.Number + 1,
                Estimate(
                    sample,
                    night
                        .All.Select(s => s.Entry)
                        .Where(e => e.State == EntryState.Settled)
                        .Select(e => (e.Result!, e.History[^1].At)),
                    problems
                ),
                Estimate(sample, Copies(), problems),
                [.. problems.InOrder()],
                options.Clock.GetUtcNow()
            )
        );
        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    private static SampleEstimate? Estimate(
        DossierSample sample,
        IEnumerable<(Protocol Protocol, DateTimeOffset At)> arrived,
        Problems problems
    )
    {
        var all = arrived.ToList();
        var times = all.ToDictionary(a => a.Protocol.Unit, a => a.At.UtcDateTime);
        return sample.Estimate([.. all.Select(a => a.Protocol)], problems, p => times[p.Unit]);
    }

    // Of each station the copy that came first; what it does not say is not reported.
    private IEnumerable<(Protocol, DateTimeOffset)> Copies() =>
        reports
            .All.Where(r =>
                r is { Kind: ReportKind.Copy, MergedInto: null, Payload.Figures.Count: > 0, Unit: not null }
            )
            .DistinctBy(r => r.Unit)
            .Select(r =>
                (
                    new Protocol(
                        night.Setup.Layout,
                        r.Unit!.Value,
                        CopyKind.Observer,
                        [.. night.Setup.Layout.Columns.Select(c => r.Payload!.Figures.GetValueOrDefault(c.Name))]
                    ),
                    r.At
                )
            );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (night.Setup.Sample is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.EstimateEvery);
        try
        {
            do
            {
                try
                {
                    await Task.Run(Renew, stoppingToken);
                }
                catch (Exception wrong)
                    when (wrong is ArgumentException or OverflowException or InvalidOperationException)
                {
                    // The last estimate stays with its time; the night goes on without a new one.
                    NotEstimated(wrong.Message);
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sample was not estimated: {Reason}")]
    private partial void NotEstimated(string reason);
}
