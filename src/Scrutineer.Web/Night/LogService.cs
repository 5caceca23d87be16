using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>Gives every record its leaf and signs checkpoints, and reads what other processes on the same database accepted.</summary>
internal sealed partial class LogService(
    LogKeeper keeper,
    RecordFeed feed,
    Embargo embargo,
    RecordStore store,
    ElectionDatabase database,
    DatabaseSignals signals,
    ServerOptions options,
    ILogger<LogService> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.LogEvery);
        store.Committed += (_, _) => signals.Tell();
        var hearing = signals.RunAsync(FollowAsync, stoppingToken);
        try
        {
            do
            {
                await KeepAsync();
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was accepted last gets its leaf before the server stops.
            await KeepAsync();
            await hearing;
        }
    }

    private Task KeepAsync() =>
        TryAsync(async () =>
        {
            await keeper.KeepAsync(options.Clock.GetUtcNow());
            await embargo.FollowAsync();

            // Whoever missed a signal looks here.
            if (database.Dialect == Dialect.PostgreSql)
            {
                await feed.FollowAsync();
            }
        });

    private Task FollowAsync() => TryAsync(feed.FollowAsync);

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception wrong)
            when (wrong
                    is DbException
                        or StorageException
                        or IOException
                        or TimeoutException
                        or InvalidOperationException
            )
        {
            // The database is asked again at the next turn; nothing accepted is lost meanwhile.
            NotKept(wrong.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log was not kept: {Reason}")]
    private partial void NotKept(string reason);
}
