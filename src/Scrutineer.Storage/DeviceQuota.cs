using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// How much one device may put into the database over an election night, so that a hostile or broken telephone does not fill
/// the disk. It is counted in the database, one row a device, in one statement: it holds for all servers together, and after
/// each start.
/// </summary>
/// <remarks>
/// What is counted is never given back, also where what was counted could not be kept in the end. A new device of an account
/// begins anew; it takes an administrator to make one.
/// </remarks>
public sealed class DeviceQuota
{
    private readonly ElectionDatabase database;
    private readonly long mostRecords;
    private readonly long mostBytes;

    /// <summary>The quota of each device.</summary>
    /// <param name="database">The database.</param>
    /// <param name="mostRecords">The most reports and photographs together.</param>
    /// <param name="mostBytes">The most bytes of reports, as they came, and of photographs, as they are kept.</param>
    public DeviceQuota(ElectionDatabase database, long mostRecords, long mostBytes)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostRecords);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostBytes);
        this.database = database;
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    /// <summary>Counts one more report or photograph of a device, if it may still put it in.</summary>
    /// <param name="device">The device.</param>
    /// <param name="bytes">How many bytes it has.</param>
    /// <returns>Whether it may; nothing was counted where not.</returns>
    public async Task<bool> TakeAsync(DeviceKey device, long bytes)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (bytes > mostBytes)
        {
            return false;
        }

        await using var connection = await database.ConnectAsync();
        return await connection.ExecuteAsync(
                "INSERT INTO quota (election, device, records, bytes) VALUES (@Election, @Id, 1, @bytes) "
                    + "ON CONFLICT (election, device) DO UPDATE SET records = quota.records + 1, bytes = quota.bytes + excluded.bytes "
                    + "WHERE quota.records < @mostRecords AND quota.bytes + excluded.bytes <= @mostBytes",
                new
                {
                    database.Election,
                    device.Id,
                    bytes,
                    mostRecords,
                    mostBytes,
                }
            ) > 0;
    }
}
