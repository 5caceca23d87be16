using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Scrutineer.Evidence;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Evidence;

public sealed class BundleCheckTests : IDisposable
{
    private const string Origin = "example.org/night";
    private static readonly DateTimeOffset Now = new(2021, 1, 11, 3, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("scrutineer-bundle-").FullName;
    private readonly NoteKey key = NoteKey.Create(Origin, NoteAlgorithm.EcdsaP256);

    public void Dispose()
    {
        key.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(700)]
    public void Of_BundleAsWritten_Fits(int size)
    {
        Write(size);
        var check = Check();
        Assert.Empty(check.Findings);
        Assert.Equal(size, check.Entries);
        Assert.Equal([Origin], check.SignedBy);
    }

    [Fact]
    public void Of_LogThatGrew_FitsTheEarlierCheckpoint()
    {
        Write(300);
        var earlier = SignedNote.Read(File.ReadAllBytes(Path.Combine(folder, "checkpoint")))!;
        Write(700);
        Assert.Empty(BundleCheck.Of(folder, [key], [], earlier).Findings);

        // A full tile that is there already is left as it is, so the other log goes elsewhere.
        Directory.Delete(Path.Combine(folder, "tile"), recursive: true);
        Write(700, changed: 3);
        var rewritten = Assert.Single(BundleCheck.Of(folder, [key], [], earlier).Findings);
        Assert.Equal("evidence-rewritten", rewritten.Code);
        Directory.Delete(Path.Combine(folder, "tile"), recursive: true);
        Write(200);
        Assert.Equal("evidence-rewritten", Assert.Single(BundleCheck.Of(folder, [key], [], earlier).Findings).Code);
    }

    /// <summary>One byte of one file after the other, at seeded places: each change is found.</summary>
    [Fact]
    public void Of_AnyByteChanged_IsDetected()
    {
        Write(700);
        var random = new Random(20210110);
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(9, files.Count);
        foreach (var file in files.Where(f => Path.GetFileName(f) != "key"))
        {
            var whole = File.ReadAllBytes(file);
            for (var i = 0; i < 12; i++)
            {
                var changed = (byte[])whole.Clone();
                var at = random.Next(changed.Length);
                changed[at] ^= (byte)random.Next(1, 256);
                File.WriteAllBytes(file, changed);
                Assert.Contains(Check().Findings, f => f.Severity == Severity.Error);
            }

            File.WriteAllBytes(file, whole);
            Assert.Empty(Check().Findings);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(699)]
    public void Of_EntryChanged_NamesTheLeaf(int leaf)
    {
        Write(700);
        var file = Path.Combine(
            folder,
            "tile",
            "entries",
            leaf < 256 ? "000"
                : leaf < 512 ? "001"
                : Path.Combine("002.p", "188")
        );
        var bytes = File.ReadAllBytes(file);
        var text = Encoding.UTF8.GetBytes($"\"leaf\":{leaf},");
        bytes[bytes.AsSpan().IndexOf(text) + 1] = (byte)'L';
        File.WriteAllBytes(file, bytes);
        var findings = Check().Findings;
        var named = Assert.Single(findings, f => f.Code == "evidence-entry");
        Assert.Equal(leaf.ToString(CultureInfo.InvariantCulture), Assert.Single(named.Figures).Value);
        Assert.Contains("not the one that was logged", named.Statement, StringComparison.Ordinal);
        Assert.Contains(findings, f => f.Code == "evidence-root");
    }

    [Fact]
    public void Of_HashInATileChanged_NamesTheLeafAndClearsTheEntry()
    {
        Write(700);
        var file = Path.Combine(folder, "tile", "0", "001");
        var bytes = File.ReadAllBytes(file);
        bytes[32 * 5] ^= 1;
        File.WriteAllBytes(file, bytes);
        var named = Assert.Single(Check().Findings);
        Assert.Equal(("evidence-tile", "261"), (named.Code, Assert.Single(named.Figures).Value));
        Assert.Contains("the entry is the one that was logged", named.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FilesMissingAddedAndChanged_AreNamed()
    {
        Write(700);
        File.Delete(Path.Combine(folder, "tile", "0", "001"));
        File.WriteAllText(Path.Combine(folder, "tile", "0", "007"), "new");
        Assert.Equal(
            ["evidence-file-missing", "evidence-tile", "evidence-unknown-file"],
            Check().Findings.Select(f => f.Code == "evidence-entry" ? "evidence-tile" : f.Code).Distinct().Order()
        );
    }

    [Fact]
    public void Of_FilesThatEntriesName_AreHashed()
    {
        var photograph = Encoding.UTF8.GetBytes("a photograph");
        var name = Convert.ToHexStringLower(SHA256.HashData(photograph));
        Write(3, files: [name, new string('0', 64)]);
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        File.WriteAllBytes(Path.Combine(folder, "files", name), photograph);
        var check = Check();
        Assert.Equal((3, 3), (check.Attached, check.Withheld));
        Assert.Empty(check.Findings);
        File.WriteAllText(Path.Combine(folder, "files", name), "another photograph");
        Assert.All(Check().Findings, f => Assert.Equal("evidence-file", f.Code));
        Assert.Equal(3, Check().Findings.Count);
    }

    [Fact]
    public void Of_SignedByAnother_IsNotSigned()
    {
        Write(5);
        using var other = NoteKey.Create(Origin, NoteAlgorithm.EcdsaP256);
        Assert.Equal("evidence-signature", Assert.Single(BundleCheck.Of(folder, [other], []).Findings).Code);
        var own = Assert.Single(BundleCheck.Of(folder, [], []).Findings);
        Assert.Equal(("evidence-key-of-bundle", Severity.Warning), (own.Code, own.Severity));
    }

    [Fact]
    public void Of_Witnesses_AreNamedWhereTheirSignatureIsRight()
    {
        Write(5);
        using var witness = NoteKey.Create("witness.example.org", NoteAlgorithm.EcdsaP256Cosignature);
        var path = Path.Combine(folder, "checkpoint");
        var note = SignedNote.Read(File.ReadAllBytes(path))!;
        var cosigned = note with { Signatures = [.. note.Signatures, witness.Sign(note.Text, Now)] };
        File.WriteAllText(path, cosigned.ToString());
        Assert.Equal(["witness.example.org"], BundleCheck.Of(folder, [key], [witness]).Witnesses);
        Assert.Empty(BundleCheck.Of(folder, [key], []).Witnesses);
    }

    [Fact]
    public void Write_EntryTooLong_Throws()
    {
        var tree = new MerkleTree();
        var entry = new byte[EvidenceBundle.LongestEntry + 1];
        tree.Append(MerkleHash.Leaf(entry));
        var note = new Checkpoint(Origin, 1, tree.Root).Sign(key, Now);
        Assert.Throws<ArgumentException>(() => EvidenceBundle.Write(folder, [entry], tree, note, key.Verifier));
    }

    private BundleCheck Check() => BundleCheck.Of(folder, [key], []);

    private void Write(int size, int changed = -1, IReadOnlyList<string>? files = null)
    {
        var named = string.Join(',', (files ?? []).Select(f => $"\"{f}\""));
        var entries = Enumerable
            .Range(0, size)
            .Select(i =>
                Encoding.UTF8.GetBytes(
                    $"{{\"leaf\":{i},\"unit\":\"station {i}\",\"files\":[{named}]{(i == changed ? ",\"changed\":true" : "")}}}"
                )
            )
            .ToList();
        var tree = new MerkleTree();
        foreach (var entry in entries)
        {
            tree.Append(MerkleHash.Leaf(entry));
        }

        EvidenceBundle.Write(
            folder,
            entries,
            tree,
            new Checkpoint(Origin, size, tree.Root).Sign(key, Now),
            key.Verifier
        );
    }
}
