using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// A copy of a whole database in one file, from which either kind of database is filled again: a gzip of JSON, one row a line,
/// the last line with the number of rows and the SHA-256 of all lines before it.
/// </summary>
/// <remarks>The secret of the log's key is not in the database and not in the copy.</remarks>
public static class Backup
{
    private const string Format = "scrutineer-backup 1";
    private static readonly string[] Tables =
    [
        "record",
        "leaf",
        "checkpoint",
        "file",
        "account",
        "token",
        "setting",
        "draft",
        "cosignature",
        "device",
        "received",
        "quota",
    ];

    /// <summary>Writes a copy, as the database is at one moment. The file appears when it is whole.</summary>
    /// <returns>How many rows it has.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task<long> WriteAsync(ElectionDatabase database, string file)
    {
        ArgumentNullException.ThrowIfNull(database);
        var unfinished = file + ".unfinished";
        long rows = 0;
        await using (var output = File.Create(unfinished))
        await using (var packed = new GZipStream(output, CompressionLevel.Fastest))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await LineAsync(JsonSerializer.Serialize(new { format = Format, migrations = Migration.All.Count }));
            await using var connection = await database.ConnectAsync();
            await using var transaction = await connection.BeginTransactionAsync(
                database.Dialect == Dialect.PostgreSql
                    ? System.Data.IsolationLevel.RepeatableRead
                    : System.Data.IsolationLevel.Serializable
            );
            foreach (var table in Tables)
            {
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    await LineAsync(Row(table, reader));
                    rows++;
                }
            }

            var end = JsonSerializer.Serialize(new { rows, sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) });
            await packed.WriteAsync(Encoding.UTF8.GetBytes(end + "\n"));

            async Task LineAsync(string line)
            {
                var bytes = Encoding.UTF8.GetBytes(line + "\n");
                hash.AppendData(bytes);
                await packed.WriteAsync(bytes);
            }
        }

        File.Move(unfinished, file, overwrite: true);
        return rows;
    }

    /// <summary>Fills an empty database from a copy, all of it or nothing.</summary>
    /// <returns>How many rows were read.</returns>
    /// <exception cref="StorageException">The copy is not whole, or the database is not empty.</exception>
    public static async Task<long> RestoreAsync(ElectionDatabase database, string file)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in Tables)
        {
            if (
                await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}", transaction: transaction) > 0
            )
            {
                throw new StorageException(
                    $"{database.Name} is not empty: its table {table} has rows. A copy fills an empty database."
                );
            }
        }

        long rows = 0;
        try
        {
            await using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var reader = new StreamReader(packed, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var head = await reader.ReadLineAsync();
            if (head is null || JsonDocument.Parse(head).RootElement.GetProperty("format").GetString() != Format)
            {
                throw new StorageException($"{file} is no copy of a database.");
            }

            hash.AppendData(Encoding.UTF8.GetBytes(head + "\n"));
            while (true)
            {
                var line =
                    await reader.ReadLineAsync()
                    ?? throw new StorageException(
                        $"{file} ends after {rows} rows, before its last line: it is not whole."
                    );
                using var json = JsonDocument.Parse(line);

                // Rows of files and of tokens have a SHA-256 as well; the last line alone names no table.
                if (!json.RootElement.TryGetProperty("table", out _))
                {
                    if (
                        json.RootElement.GetProperty("sha256").GetString()
                        != Convert.ToHexStringLower(hash.GetHashAndReset())
                    )
                    {
                        throw new StorageException(
                            $"{file} was changed: its lines do not give the SHA-256 of its last line."
                        );
                    }

                    break;
                }

                hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
                await InsertAsync(connection, transaction, json.RootElement);
                rows++;
            }
        }
        catch (Exception wrong)
            when (wrong
                    is JsonException
                        or InvalidDataException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
                        or DecoderFallbackException
                        or DbException
            )
        {
            throw new StorageException($"{file} cannot be read as a copy of a database: {wrong.Message}", wrong);
        }

        if (database.Dialect == Dialect.PostgreSql)
        {
            await connection.ExecuteAsync(
                "SELECT setval('record_position', GREATEST(1, (SELECT COALESCE(MAX(position), 1) FROM record)))",
                transaction: transaction
            );
        }

        await transaction.CommitAsync();
        return rows;
    }

    private static string Row(string table, DbDataReader reader)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("table", table);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var name = reader.GetName(i);
                switch (reader.GetValue(i))
                {
                    case DBNull:
                        json.WriteNull(name);
                        break;
                    case byte[] bytes:
                        json.WriteStartObject(name);
                        json.WriteBase64String("base64", bytes);
                        json.WriteEndObject();
                        break;
                    case long number:
                        json.WriteNumber(name, number);
                        break;
                    case var other:
                        json.WriteString(name, Convert.ToString(other, CultureInfo.InvariantCulture));
                        break;
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task InsertAsync(DbConnection connection, DbTransaction transaction, JsonElement row)
    {
        var table = row.GetProperty("table").GetString()!;
        var columns = row.EnumerateObject().Where(p => p.Name != "table").ToList();

        // Names of tables and columns come from this list and pattern alone, never from the file.
        if (
            !Tables.Contains(table)
            || columns.Exists(c => !c.Name.All(l => l is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
        )
        {
            throw new StorageException($"The copy has a table or a column that there is not: {table}.");
        }

        if (connection is Npgsql.NpgsqlConnection && table == "record")
        {
            await connection.ExecuteAsync(
                "SELECT make_election(@election)",
                new { election = row.GetProperty("election").GetString() },
                transaction
            );
        }

        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        foreach (var (i, column) in columns.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = column.Value.ValueKind switch
            {
                JsonValueKind.Null => DBNull.Value,
                JsonValueKind.Number => column.Value.GetInt64(),
                JsonValueKind.Object => column.Value.GetProperty("base64").GetBytesFromBase64(),
                _ => column.Value.GetString()!,
            };
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
