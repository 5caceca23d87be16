using System.Globalization;
using System.Text;
using Dapper;
using Scrutineer.Evidence;
using Scrutineer.Findings;

namespace Scrutineer.Storage;

/// <summary>
/// A database held against its own log: every record against its line, every line against its leaf, every checkpoint against
/// the tree and the key, every file against its name. Whatever was changed by hand is named with its leaf.
/// </summary>
public static class DatabaseCheck
{
    private const string Basis = "RFC 6962, section 2.1";

    /// <summary>What does not fit; nothing where all does.</summary>
    /// <param name="database">The database.</param>
    /// <param name="key">The log's key, as it was made public.</param>
    public static async Task<IReadOnlyList<Finding>> OfAsync(ElectionDatabase database, NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(key);
        var findings = new List<Finding>();
        await using var connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<Row, Leaf, (Row Record, Leaf Leaf)>(
            "SELECT position, territory, stream, version, client_id AS ClientId, kind, entry, private, leaf AS Number, hash, l.position AS Of "
                + "FROM leaf l LEFT JOIN record USING (election, position) WHERE l.election = @Election ORDER BY leaf",
            (record, leaf) => (record, leaf),
            new { database.Election },
            splitOn: "Number"
        );
        var tree = new MerkleTree();
        foreach (var (record, leaf) in rows)
        {
            if (leaf.Number != tree.Size)
            {
                Add("evidence-entry", $"Leaf {tree.Size} is missing; the next is {leaf.Number}.", tree.Size);
            }

            var stored = record?.Stored;
            if (stored is null || stored.Entry.Length == 0)
            {
                Add(
                    "evidence-entry",
                    $"Leaf {leaf.Number}: its record, at position {leaf.Of}, is not there.",
                    leaf.Number
                );
            }
            else if (!MerkleHash.Leaf(stored.Leaf).AsSpan().SequenceEqual(leaf.Hash))
            {
                Add(
                    "evidence-entry",
                    $"Leaf {leaf.Number} does not fit its hash: the record, or the hash, was changed.",
                    leaf.Number
                );
            }
            else if (stored.Disagreement() is { } column)
            {
                Add(
                    "evidence-entry",
                    $"Leaf {leaf.Number}: the column '{column}' does not say what was logged.",
                    leaf.Number
                );
            }

            // The tree is built from what the records say, so that a hash changed together with its record shows in the root.
            tree.Append(stored is null ? leaf.Hash : MerkleHash.Leaf(stored.Leaf));
        }

        var notes = await connection.QueryAsync<(long Size, string Note)>(
            "SELECT size, note FROM checkpoint WHERE election = @Election ORDER BY size",
            new { database.Election }
        );
        foreach (var (size, text) in notes)
        {
            var note = SignedNote.Read(Encoding.UTF8.GetBytes(text));
            var checkpoint = note is null ? null : Checkpoint.Read(note.Text);
            if (note is null || checkpoint is null || !note.Signatures.Any(s => key.Verifies(note.Text, s)))
            {
                Add("evidence-signature", $"The checkpoint of size {size} is not signed by {key.Name}.");
            }
            else if (checkpoint.Size != size || size > tree.Size)
            {
                Add(
                    "evidence-rewritten",
                    $"A checkpoint of size {checkpoint.Size} stands as {size}, and the log has {tree.Size} leaves."
                );
            }
            else if (!tree.RootAt(size).AsSpan().SequenceEqual(checkpoint.Root))
            {
                Add("evidence-root", $"The first {size} records do not give the root of their checkpoint.");
            }
        }

        foreach (
            var sha256 in (
                await connection.QueryAsync<string>("SELECT sha256 FROM file WHERE bytes IS NOT NULL ORDER BY sha256")
            ).ToList()
        )
        {
            var bytes = await connection.QuerySingleAsync<byte[]>(
                "SELECT bytes FROM file WHERE sha256 = @sha256",
                new { sha256 }
            );
            if (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) != sha256)
            {
                Add("evidence-file", $"The file {sha256} is not the one that was logged.");
            }
        }

        return findings;

        void Add(string code, string statement, long? leaf = null) =>
            findings.Add(
                new Finding(code, Severity.Error, statement, Basis, "scrutineer verify")
                {
                    Figures = leaf is { } l
                        ? [KeyValuePair.Create("leaf", l.ToString(CultureInfo.InvariantCulture))]
                        : [],
                }
            );
    }

    private sealed class Leaf
    {
        public long Number { get; set; }

        public byte[] Hash { get; set; } = [];

        public long Of { get; set; }
    }
}
