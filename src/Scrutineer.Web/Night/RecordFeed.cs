using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>Reads the records of an election once for all who replay them: protocols, reports, embargo.</summary>
internal sealed class RecordFeed(RecordStore store, ElectionNight night, Reports reports, Embargo embargo) : IDisposable
{
    private readonly RecordFollower follower = store.Follow();
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Takes in every record that is new: all at the start, and later those that other processes accepted.</summary>
    /// <exception cref="StorageException">A record does not follow from those before it, or cannot be read.</exception>
    public async Task FollowAsync()
    {
        await one.WaitAsync();
        try
        {
            await foreach (var records in follower.ReadAsync())
            {
                await night.TakeAsync(records);
                await reports.TakeAsync(records);
                if (records.Any(r => r.Stream == Embargo.Stream))
                {
                    await embargo.FollowAsync();
                }
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
