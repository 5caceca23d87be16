using System.Text;
using Scrutineer.Evidence;

namespace Scrutineer.Tests.Evidence;

public sealed class SignedNoteTests
{
    private static readonly DateTimeOffset Now = new(2021, 1, 11, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_OwnText_IsTheSameNote()
    {
        using var key = NoteKey.Create("example.org/log", NoteAlgorithm.EcdsaP256);
        using var witness = NoteKey.Create("witness.example.org", NoteAlgorithm.EcdsaP256Cosignature);
        var checkpoint = new Checkpoint("example.org/log", 17, MerkleHash.Leaf([1]));
        var note = checkpoint.Sign(key, Now);
        note = note with { Signatures = [.. note.Signatures, witness.Sign(note.Text, Now)] };
        var read = SignedNote.Read(Encoding.UTF8.GetBytes(note.ToString()))!;
        Assert.Equal(note.ToString(), read.ToString());
        Assert.Equal(checkpoint.Root, Checkpoint.Read(read.Text)!.Root);
        Assert.True(key.Verifies(read.Text, read.Signatures[0]));
        Assert.True(witness.Verifies(read.Text, read.Signatures[1]));
        Assert.False(key.Verifies(read.Text, read.Signatures[1]));
        Assert.False(key.Verifies(read.Text + "more\n", read.Signatures[0]));
        var later = (byte[])read.Signatures[1].Bytes.Clone();
        later[7]++;
        Assert.False(witness.Verifies(read.Text, read.Signatures[1] with { Bytes = later }));
    }

    // The example of C2SP's tlog-checkpoint: its form is read, its key is of a kind not used here.
    [Fact]
    public void Read_PublishedExample_IsRead()
    {
        const string Example =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
            + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
        var note = SignedNote.Read(Encoding.UTF8.GetBytes(Example))!;
        Assert.Equal(Example, note.ToString());
        Assert.Equal(20_852_163, Checkpoint.Read(note.Text)!.Size);
        Assert.Equal(64, note.Signatures[0].Bytes.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— a+b AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("te\txt\n\n— name AAAAAAA=\n")]
    public void Read_NoNote_IsNothing(string text) => Assert.Null(SignedNote.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("log\n017\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("log\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("log\n1\n")]
    public void Checkpoint_OtherText_IsNone(string text) => Assert.Null(Checkpoint.Read(text));

    [Fact]
    public void Key_ItsTextForm_VerifiesAndHoldsNoSecret()
    {
        using var key = NoteKey.Create("example.org/log", NoteAlgorithm.EcdsaP256);
        using var read = NoteKey.Read(key.Verifier)!;
        Assert.True(read.Verifies("text\n", key.Sign("text\n", Now)));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => read.Sign("text\n", Now));
        using var again = NoteKey.FromSecret("example.org/log", NoteAlgorithm.EcdsaP256, key.ExportSecret());
        Assert.Equal(key.Verifier, again.Verifier);
        Assert.Null(NoteKey.Read(key.Verifier.Replace("log+", "log+0", StringComparison.Ordinal)));
        Assert.Null(NoteKey.Read("no key"));
        Assert.Null(NoteKey.Read("a+00000000+AAAA"));
    }

    // A tree of 70,000 entries, the example of C2SP's tlog-tiles.
    [Fact]
    public void TileRead_EveryTileOfATree_IsReadFromItsPath()
    {
        foreach (var tile in Tile.Of(70_000).Append(new Tile(0, 1_234_067, 256)))
        {
            Assert.Equal(tile, Tile.Read(tile.Path));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile/0")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/0001")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/257")]
    [InlineData("tile/00/000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/../key")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("file/0/000")]
    public void TileRead_AnythingElse_IsNone(string path) => Assert.Null(Tile.Read(path));

    [Fact]
    public void Tiles_OfTheSpecificationsExample_AreItsTiles()
    {
        var tiles = Tile.Of(70_000).ToList();
        Assert.Equal(274, tiles.Count(t => t.Level == Tile.Entries));
        Assert.Equal(274, tiles.Count(t => t.Level == 0));
        Assert.Equal(
            ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"],
            tiles.Where(t => t.Level >= 0).TakeLast(4).Select(t => t.Path)
        );
        Assert.Equal("tile/0/x001/x234/067", new Tile(0, 1_234_067, 256).Path);
        Assert.Equal(["tile/entries/000", "tile/0/000", "tile/1/000.p/1"], Tile.Of(256).Select(t => t.Path));
        Assert.Empty(Tile.Of(0));
    }
}
