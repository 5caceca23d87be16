using System.Diagnostics;
using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// Reads the records of an election one after the other, whoever accepted them, each once. Positions are given before records
/// are committed, so a lower one can appear after a higher one: places that were passed over are asked for again for a while.
/// </summary>
/// <remarks>It is not safe for several threads at once.</remarks>
public sealed class RecordFollower
{
    private const int Page = 2_000;
    private const int MostGaps = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ElectionDatabase database;
    private readonly Dictionary<long, long> gaps = [];
    private long last;

    /// <summary>A reader that has read nothing yet.</summary>
    public RecordFollower(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>The next records, at most some thousands; empty where there is none now.</summary>
    public async Task<IReadOnlyList<StoredRecord>> NextAsync()
    {
        var isServer = database.Dialect == Dialect.PostgreSql;
        var now = Stopwatch.GetTimestamp();
        foreach (var (gap, _) in gaps.Where(g => Stopwatch.GetElapsedTime(g.Value, now) > Patience).ToList())
        {
            gaps.Remove(gap);
        }

        await using var connection = await database.ConnectAsync();
        var records = (
            await connection.QueryAsync<Row>(
                $"SELECT {RecordStore.Columns} FROM record WHERE election = @Election AND position > @last ORDER BY position LIMIT @Page",
                new
                {
                    database.Election,
                    last,
                    Page,
                }
            )
        ).Select(r => r.Stored).ToList();
        if (!isServer)
        {
            // A file has one writer at a time: what is committed later stands later.
            last = records.Count > 0 ? records[^1].Position : last;
            return records;
        }

        if (gaps.Count > 0)
        {
            var late = (
                await connection.QueryAsync<Row>(
                    $"SELECT {RecordStore.Columns} FROM record WHERE election = @Election AND position = ANY(@gaps)",
                    new { database.Election, gaps = gaps.Keys.ToArray() }
                )
            ).Select(r => r.Stored);
            records = [.. records.Concat(late).OrderBy(r => r.Position)];
        }

        foreach (var position in records.Select(r => r.Position))
        {
            gaps.Remove(position);
            for (var passed = Math.Max(last + 1, position - MostGaps); passed < position; passed++)
            {
                gaps[passed] = now;
            }

            last = Math.Max(last, position);
        }

        return records;
    }
}
