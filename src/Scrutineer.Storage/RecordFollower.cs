using System.Data.Common;
using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// Reads the records of an election one after the other, whoever accepted them, each once. Positions are given before records
/// are committed, so a lower one can appear after a higher one: a place that was passed over is asked for again until every
/// transaction that could still fill it has ended.
/// </summary>
/// <remarks>It is not safe for several threads at once.</remarks>
public sealed class RecordFollower
{
    private const int Page = 2_000;

    private readonly ElectionDatabase database;

    // Each place with the transaction before which whoever took it must have begun; nothing until that is known.
    private readonly Dictionary<long, long?> gaps = [];
    private long last;

    /// <summary>A reader that has read nothing yet.</summary>
    public RecordFollower(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>How many places were passed over and may still be filled.</summary>
    internal int PassedOver => gaps.Count;

    /// <summary>Every record that is new, in pages; the last page is empty or not full.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredRecord>> ReadAsync()
    {
        IReadOnlyList<StoredRecord> records;
        do
        {
            records = await NextAsync();
            if (records.Count > 0)
            {
                yield return records;
            }
        } while (records.Count >= Page);
    }

    /// <summary>The next records, at most some thousands; empty where there is none now.</summary>
    public async Task<IReadOnlyList<StoredRecord>> NextAsync()
    {
        await using var connection = await database.ConnectAsync();
        var late = gaps.Count > 0 ? await LateAsync(connection) : [];
        var next = await QueryAsync(
            connection,
            "position > @last ORDER BY position LIMIT @Page",
            new
            {
                database.Election,
                last,
                Page,
            }
        );
        foreach (var position in next.Select(r => r.Position))
        {
            // A file has one writer at a time: what is committed later stands later.
            if (database.Dialect == Dialect.PostgreSql)
            {
                for (var passed = last + 1; passed < position; passed++)
                {
                    gaps[passed] = null;
                }
            }

            last = position;
        }

        return [.. late, .. next];
    }

    /// <summary>
    /// The records that have appeared at places passed over. A place whose every possible taker had ended before it was looked
    /// at, and which is empty still, stays so: its record was refused. Places passed over since the last turn are asked for
    /// until the transactions that run now have ended, for whoever took a place had begun before a later one was seen.
    /// </summary>
    private async Task<List<StoredRecord>> LateAsync(DbConnection connection)
    {
        var (oldest, newest) = await connection.QuerySingleAsync<(long Oldest, long Newest)>(
            "SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint FROM pg_current_snapshot() s"
        );
        var records = await QueryAsync(
            connection,
            "position = ANY(@places) ORDER BY position",
            new { database.Election, places = gaps.Keys.ToArray() }
        );
        foreach (var record in records)
        {
            gaps.Remove(record.Position);
        }

        foreach (var (place, until) in gaps.ToList())
        {
            if (until <= oldest)
            {
                gaps.Remove(place);
            }
            else if (until is null)
            {
                gaps[place] = newest;
            }
        }

        return records;
    }

    private static async Task<List<StoredRecord>> QueryAsync(
        DbConnection connection,
        string which,
        object parameters
    ) =>
        [
            .. (
                await connection.QueryAsync<Row>(
                    $"SELECT {RecordStore.Columns} FROM record WHERE election = @Election AND {which}",
                    parameters
                )
            ).Select(r => r.Stored),
        ];
}
