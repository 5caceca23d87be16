using System.Globalization;
using System.Text.Json;
using Scrutineer.Findings;

namespace Scrutineer.Evidence;

/// <summary>
/// A bundle held against its checkpoint: every entry is hashed again, the tree is built again, and whatever does not fit is
/// named with its leaf. It trusts the keys it is given and nothing else.
/// </summary>
public sealed class BundleCheck
{
    private const string Basis = "RFC 6962, section 2.1; C2SP tlog-tiles";
    private const int MostNamed = 20;
    private readonly string folder;
    private readonly AttachedFiles attached;
    private readonly OpenedCopies copies;
    private readonly List<Finding> findings = [];
    private readonly MerkleTree ofEntries = new();
    private readonly MerkleTree ofTiles = new();
    private readonly List<(long Leaf, string Entry)> differing = [];

    // In a site of plain files the bundle lies in a folder of its own, and the copies beside it.
    private BundleCheck(string given)
    {
        var within = Path.Combine(given, EvidenceBundle.SiteFolder);
        folder =
            !File.Exists(Path.Combine(given, EvidenceBundle.CheckpointFile))
            && File.Exists(Path.Combine(within, EvidenceBundle.CheckpointFile))
                ? within
                : given;
        attached = new AttachedFiles(Path.Combine(folder, EvidenceBundle.Files));
        copies = OpenedCopies.Read(Path.Combine(given, EvidenceBundle.CopiesFile));
    }

    /// <summary>What the checkpoint says; nothing where it cannot be read.</summary>
    public Checkpoint? Checkpoint { get; private set; }

    /// <summary>The names of the log's keys whose signatures are right.</summary>
    public IReadOnlyList<string> SignedBy { get; private set; } = [];

    /// <summary>The names of the witnesses whose signatures are right.</summary>
    public IReadOnlyList<string> Witnesses { get; private set; } = [];

    /// <summary>How many entries the log had when trusted witnesses last signed; nothing where none did before the checkpoint.</summary>
    public long? WitnessedSize { get; private set; }

    /// <summary>How many entries were read and hashed.</summary>
    public long Entries { get; private set; }

    /// <summary>How many files that entries name are in the bundle, and are those files.</summary>
    public int Attached => attached.Right;

    /// <summary>How many files that entries name are not in the bundle.</summary>
    public int Withheld => attached.Withheld;

    /// <summary>How many published copies of observers were opened and are what their leaves are of.</summary>
    public int CopiesOpened => copies.Opened;

    /// <summary>How many published copies have nothing to open any more.</summary>
    public int CopiesPurged => copies.Purged;

    /// <summary>What does not fit.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Checks a bundle.</summary>
    /// <param name="folder">The folder of the bundle, or of a site of plain files that holds it.</param>
    /// <param name="keys">Keys of the log that are trusted; where there are none, the one in the bundle is used, with a warning.</param>
    /// <param name="witnesses">Keys of witnesses that are trusted.</param>
    /// <param name="earlier">A checkpoint of the same log that was seen before, as a note; the log must have grown from it.</param>
    public static BundleCheck Of(
        string folder,
        IReadOnlyList<NoteKey> keys,
        IReadOnlyList<NoteKey> witnesses,
        SignedNote? earlier = null
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(witnesses);
        var check = new BundleCheck(folder);
        check.Signatures(keys, witnesses);
        if (check.Checkpoint is { } checkpoint)
        {
            check.Read(checkpoint);
            check.copies.Check(check.Add);
            check.Compare(checkpoint);
            check.Upper(checkpoint);
            check.Unknown(checkpoint);
            check.Grown(checkpoint, earlier, keys);
            check.Witnessed(checkpoint, keys, witnesses);
        }

        return check;
    }

    private void Signatures(IReadOnlyList<NoteKey> keys, IReadOnlyList<NoteKey> witnesses)
    {
        var path = Path.Combine(folder, EvidenceBundle.CheckpointFile);
        var note = File.Exists(path) ? SignedNote.Read(File.ReadAllBytes(path)) : null;
        Checkpoint = note is null ? null : Checkpoint.Read(note.Text);
        if (note is null || Checkpoint is null)
        {
            Add("evidence-checkpoint", $"{EvidenceBundle.CheckpointFile} is missing or is no signed checkpoint.");
            return;
        }

        var trusted = keys;
        var keyFile = Path.Combine(folder, EvidenceBundle.KeyFile);
        if (keys.Count == 0)
        {
            trusted = File.Exists(keyFile) && NoteKey.Read(File.ReadAllText(keyFile)) is { } own ? [own] : [];
            findings.Add(
                new Finding(
                    "evidence-key-of-bundle",
                    Severity.Warning,
                    "The key was taken from the bundle itself; whoever can change the bundle can change the key.",
                    "C2SP signed-note",
                    "Give the key that was made public before the election with --key."
                )
            );
        }

        SignedBy = Right(note, trusted);
        Witnesses = Right(note, witnesses);
        if (SignedBy.Count == 0)
        {
            Add("evidence-signature", "No trusted key of the log has signed the checkpoint.");
        }
    }

    /// <summary>The names of the keys whose signatures are right. A wrong signature in a known name is told.</summary>
    private List<string> Right(SignedNote note, IReadOnlyList<NoteKey> keys)
    {
        var right = new List<string>();
        foreach (var signature in note.Signatures)
        {
            if (keys.FirstOrDefault(k => k.IsNamedBy(signature)) is not { } key)
            {
                continue;
            }

            if (key.Verifies(note.Text, signature))
            {
                right.Add(key.Name);
            }
            else
            {
                Add("evidence-signature", $"The signature of {key.Name} under the checkpoint is wrong.");
            }
        }

        return right;
    }

    private void Read(Checkpoint checkpoint)
    {
        foreach (var tile in Tile.Of(checkpoint.Size).Where(t => t.Level == Tile.Entries))
        {
            var hashes = Bytes(new Tile(0, tile.Index, tile.Width));
            var framed = Bytes(tile);
            var whole = true;
            var entries = framed is null ? [] : EvidenceBundle.Entries(framed, out whole);
            if (framed is not null && (!whole || entries.Count != tile.Width))
            {
                Add(
                    "evidence-entry",
                    $"{tile.Path} holds {entries.Count} whole entries, leaves {tile.First} to {tile.First + entries.Count - 1}; {tile.Width} were expected and nothing after them."
                );
            }

            for (var i = 0; i < tile.Width; i++)
            {
                var stated =
                    hashes is not null && hashes.Length >= (i + 1) * MerkleHash.Length
                        ? hashes[(i * MerkleHash.Length)..((i + 1) * MerkleHash.Length)]
                        : null;
                var entry = i < entries.Count ? entries[i] : null;
                var computed = entry is null ? null : MerkleHash.Leaf(entry);
                ofEntries.Append(computed ?? stated ?? MerkleHash.Empty);
                ofTiles.Append(stated ?? computed ?? MerkleHash.Empty);
                if (entry is not null)
                {
                    Entries++;
                    Named(tile.First + i, entry);
                }

                if (computed is null || stated is null || !computed.AsSpan().SequenceEqual(stated))
                {
                    differing.Add((tile.First + i, entry is null ? "" : EvidenceBundle.Shown(entry)));
                }
            }

            if (hashes is not null && hashes.Length != tile.Width * MerkleHash.Length)
            {
                Add(
                    "evidence-tile",
                    $"{new Tile(0, tile.Index, tile.Width).Path} has {hashes.Length} bytes; {tile.Width} hashes have {tile.Width * MerkleHash.Length}."
                );
            }
        }
    }

    /// <summary>The files that an entry names by their SHA-256, where they are in the bundle, and the copy that opens it.</summary>
    private void Named(long leaf, byte[] entry)
    {
        try
        {
            using var json = JsonDocument.Parse(entry);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                attached.Meet(leaf, json.RootElement, Add);
                copies.Meet(leaf, entry, json.RootElement);
            }
        }
        catch (JsonException)
        {
            // An entry may be no JSON; it names nothing then.
        }
    }

    private void Compare(Checkpoint checkpoint)
    {
        if (ofEntries.Size != checkpoint.Size)
        {
            return;
        }

        var entriesFit = ofEntries.Root.AsSpan().SequenceEqual(checkpoint.Root);
        var tilesFit = ofTiles.Root.AsSpan().SequenceEqual(checkpoint.Root);
        foreach (var (leaf, entry) in differing.Take(MostNamed))
        {
            var which =
                tilesFit ? "the entry is not the one that was logged"
                : entriesFit ? "the tile of hashes was changed; the entry is the one that was logged"
                : "the root fits neither";
            Add(
                tilesFit || !entriesFit ? "evidence-entry" : "evidence-tile",
                $"Leaf {leaf} does not fit its hash: {which}.{(entry.Length == 0 ? "" : $" It reads: {entry}")}",
                leaf
            );
        }

        if (differing.Count > MostNamed)
        {
            Add("evidence-entry", $"{differing.Count - MostNamed} more leaves do not fit their hashes.");
        }

        if (!entriesFit)
        {
            Add(
                "evidence-root",
                $"The {checkpoint.Size} entries do not give the root of the checkpoint{(differing.Count == 0 ? "; every entry fits its hash, so both were changed together, or the checkpoint is of other entries" : "")}."
            );
        }
    }

    /// <summary>The tiles above the leaves say nothing new; they must say the same.</summary>
    private void Upper(Checkpoint checkpoint)
    {
        foreach (var tile in Tile.Of(checkpoint.Size).Where(t => t.Level > 0))
        {
            if (Bytes(tile) is { } bytes && !bytes.AsSpan().SequenceEqual(EvidenceBundle.Hashes(tile, ofEntries)))
            {
                var expected = EvidenceBundle.Hashes(tile, ofEntries);
                var at = Enumerable
                    .Range(0, Math.Min(bytes.Length, expected.Length))
                    .FirstOrDefault(i => bytes[i] != expected[i], Math.Min(bytes.Length, expected.Length) - 1);
                var span = 1L << (8 * tile.Level);
                var first = (tile.First + (at / MerkleHash.Length)) * span;
                Add(
                    "evidence-tile",
                    $"{tile.Path} does not fit the entries, at the hash over leaves {first} to {first + span - 1}.",
                    first
                );
            }
        }
    }

    /// <summary>Files that the checkpoint does not speak of; tiles of smaller sizes may stay.</summary>
    private void Unknown(Checkpoint checkpoint)
    {
        var known = Tile.Of(checkpoint.Size).Select(t => t.Path).ToHashSet(StringComparer.Ordinal);
        var tiles = Path.Combine(folder, "tile");
        if (!Directory.Exists(tiles))
        {
            return;
        }

        foreach (
            var file in Directory.EnumerateFiles(tiles, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!known.Contains(name) && !name.Contains(".p/", StringComparison.Ordinal))
            {
                Add("evidence-unknown-file", $"{name} belongs to no leaf of the checkpoint.");
            }
        }
    }

    private void Grown(Checkpoint checkpoint, SignedNote? note, IReadOnlyList<NoteKey> keys)
    {
        if (note is null || Checkpoint.Read(note.Text) is not { } earlier)
        {
            return;
        }

        if (keys.Count > 0 && Right(note, keys).Count == 0)
        {
            Add("evidence-signature", "No trusted key of the log has signed the earlier checkpoint.");
        }
        else if (earlier.Origin != checkpoint.Origin)
        {
            Add(
                "evidence-rewritten",
                $"The earlier checkpoint is of the log {earlier.Origin}, this one of {checkpoint.Origin}."
            );
        }
        else if (earlier.Size > checkpoint.Size)
        {
            Add(
                "evidence-rewritten",
                $"The log had {earlier.Size} entries and now has {checkpoint.Size}: entries were removed."
            );
        }
        else if (!ofEntries.RootAt(earlier.Size).AsSpan().SequenceEqual(earlier.Root))
        {
            Add(
                "evidence-rewritten",
                $"The first {earlier.Size} entries are not those of the earlier checkpoint: the log was rewritten, or two logs are shown."
            );
        }
    }

    /// <summary>The latest checkpoint that witnesses signed, where the bundle has one: the log must have grown from it.</summary>
    private void Witnessed(Checkpoint checkpoint, IReadOnlyList<NoteKey> keys, IReadOnlyList<NoteKey> witnesses)
    {
        var path = Path.Combine(folder, EvidenceBundle.WitnessedFile);
        if (!File.Exists(path))
        {
            return;
        }

        if (SignedNote.Read(File.ReadAllBytes(path)) is not { } note || Checkpoint.Read(note.Text) is not { } earlier)
        {
            Add("evidence-checkpoint", $"{EvidenceBundle.WitnessedFile} is no signed checkpoint.");
            return;
        }

        Grown(checkpoint, note, keys);
        var names = Right(note, witnesses);
        WitnessedSize = names.Count > 0 ? earlier.Size : null;
        Witnesses = [.. Witnesses.Union(names, StringComparer.Ordinal)];
    }

    private byte[]? Bytes(Tile tile)
    {
        var path = Path.Combine(folder, tile.Path.Replace('/', Path.DirectorySeparatorChar));
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        Add(
            "evidence-file-missing",
            $"{tile.Path} is missing, with leaves from {tile.First << (8 * Math.Max(0, tile.Level))}."
        );
        return null;
    }

    private void Add(string code, string statement, long? leaf = null) =>
        findings.Add(
            new Finding(code, Severity.Error, statement, Basis, "scrutineer verify")
            {
                Figures = leaf is { } l ? [KeyValuePair.Create("leaf", l.ToString(CultureInfo.InvariantCulture))] : [],
            }
        );
}
