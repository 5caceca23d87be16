using System.Text;
using Dapper;
using Scrutineer.Evidence;

namespace Scrutineer.Storage;

/// <summary>
/// The signatures of witnesses under the log's checkpoints. A witness saw that the log grew from what it had signed before; a
/// log that shows two faces needs the witnesses to sign both. Source: C2SP, tlog-cosignature.
/// </summary>
public sealed class Witnesses
{
    private readonly ElectionDatabase database;
    private readonly IReadOnlyList<NoteKey> keys;

    /// <summary>The witnesses of a log.</summary>
    /// <param name="database">The database of the log.</param>
    /// <param name="keys">The public keys of the witnesses whose signatures are taken.</param>
    public Witnesses(ElectionDatabase database, IReadOnlyList<NoteKey> keys)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(keys);
        this.database = database;
        this.keys = keys;
    }

    /// <summary>Takes the signatures of known witnesses under a checkpoint of this log.</summary>
    /// <param name="note">The checkpoint with the signatures, as the witness sends it back.</param>
    /// <returns>How many are right and kept; nothing where the log never signed this checkpoint.</returns>
    public async Task<int?> AcceptAsync(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (Checkpoint.Read(note.Text) is not { } checkpoint)
        {
            return null;
        }

        await using var connection = await database.ConnectAsync();
        var own = await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT note FROM checkpoint WHERE election = @Election AND size = @Size",
            new { database.Election, checkpoint.Size }
        );
        if (own is null || SignedNote.Read(Encoding.UTF8.GetBytes(own))?.Text != note.Text)
        {
            return null;
        }

        var kept = 0;
        foreach (var signature in note.Signatures)
        {
            if (keys.FirstOrDefault(k => k.IsNamedBy(signature)) is { } key && key.Verifies(note.Text, signature))
            {
                await connection.ExecuteAsync(
                    "INSERT INTO cosignature (election, size, witness, line) VALUES (@Election, @Size, @Name, @line) ON CONFLICT DO NOTHING",
                    new
                    {
                        database.Election,
                        checkpoint.Size,
                        key.Name,
                        line = signature.ToString(),
                    }
                );
                kept++;
            }
        }

        return kept;
    }

    /// <summary>The latest checkpoint that a witness signed, with those signatures; nothing before the first.</summary>
    public async Task<SignedNote?> LatestAsync()
    {
        await using var connection = await database.ConnectAsync();
        var rows = (
            await connection.QueryAsync<(string Note, string Line)>(
                "SELECT note, line FROM cosignature JOIN checkpoint USING (election, size) WHERE election = @Election "
                    + "AND size = (SELECT MAX(size) FROM cosignature WHERE election = @Election) ORDER BY witness",
                new { database.Election }
            )
        ).ToList();
        return rows.Count == 0
            ? null
            : SignedNote.Read(Encoding.UTF8.GetBytes(rows[0].Note + string.Concat(rows.Select(r => r.Line))));
    }
}
