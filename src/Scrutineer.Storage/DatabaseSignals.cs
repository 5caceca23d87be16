using System.Data.Common;
using System.Threading.Channels;
using Npgsql;

namespace Scrutineer.Storage;

/// <summary>
/// Tells the other processes on one PostgreSQL that records were committed, and hears it from them, by NOTIFY and LISTEN. It is
/// a hint and no promise: whoever hears nothing looks by itself from time to time.
/// </summary>
public sealed class DatabaseSignals
{
    private const string Name = "scrutineer";
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMilliseconds(20);

    // What many servers commit is read together: a question costs as much for one record as for twenty.
    private static readonly TimeSpan HeardAtMostEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(1);

    private readonly ElectionDatabase database;
    private readonly Channel<bool> due = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>The signals of a database.</summary>
    public DatabaseSignals(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>Has the others told, soon; many in a row are told once.</summary>
    public void Tell() => due.Writer.TryWrite(true);

    /// <summary>Tells and hears until it is stopped. On SQLite there is nobody else, and it ends at once.</summary>
    /// <param name="heard">What is done when somebody, or this process itself, committed something.</param>
    /// <param name="stop">Stops it.</param>
    public Task RunAsync(Func<Task> heard, CancellationToken stop) =>
        database.Dialect == Dialect.Sqlite
            ? Task.CompletedTask
            : Task.WhenAll(
                UntilStoppedAsync(() => HearAsync(heard, stop), stop),
                UntilStoppedAsync(() => TellAsync(stop), stop)
            );

    private static async Task UntilStoppedAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                try
                {
                    await work();
                }
                catch (Exception wrong) when (wrong is DbException or IOException or TimeoutException)
                {
                    // The server is gone for a moment.
                    await Task.Delay(AgainAfter, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }

    private async Task HearAsync(Func<Task> heard, CancellationToken stop)
    {
        await using var connection = (NpgsqlConnection)await database.ConnectAsync();
        var any = true;
        connection.Notification += (_, told) => any |= told.Payload == database.Election;
        await using (var listen = new NpgsqlCommand($"LISTEN {Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        while (true)
        {
            if (any)
            {
                any = false;
                await heard();
                await Task.Delay(HeardAtMostEvery, stop);
            }

            await connection.WaitAsync(stop);
        }
    }

    private async Task TellAsync(CancellationToken stop)
    {
        await using var connection = (NpgsqlConnection)await database.ConnectAsync();
        await using var quick = new NpgsqlCommand("SET synchronous_commit = off", connection);
        await quick.ExecuteNonQueryAsync(stop);
        await using var notify = new NpgsqlCommand($"SELECT pg_notify('{Name}', $1)", connection);
        notify.Parameters.AddWithValue(database.Election);
        while (await due.Reader.WaitToReadAsync(stop))
        {
            due.Reader.TryRead(out _);
            await notify.ExecuteNonQueryAsync(stop);
            await Task.Delay(AtMostEvery, stop);
        }
    }
}
