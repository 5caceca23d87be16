using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>Gives every record its leaf and signs checkpoints, and reads what other processes on the same database accepted.</summary>
internal sealed partial class LogService(
    LogKeeper keeper,
    ElectionNight night,
    Reports reports,
    ElectionDatabase database,
    ServerOptions options,
    ILogger<LogService> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.LogEvery);
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
        }
    }

    private async Task KeepAsync()
    {
        try
        {
            await keeper.KeepAsync(options.Clock.GetUtcNow());
            if (database.Dialect == Dialect.PostgreSql)
            {
                await night.FollowAsync();
                await reports.FollowAsync();
            }
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
