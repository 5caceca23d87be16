using System.Text;
using Scrutineer.Evidence.Photographs;

namespace Scrutineer.Tests.Evidence.Photographs;

/// <summary>A photograph keeps its picture and loses everything else.</summary>
public class PhotographTests
{
    private static readonly byte[] Allowed = [0xE0, 0xEE, 0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDD, 0xDA];

    [Fact]
    public void Read_AJpegOfATelephone_KeepsThePictureAlone()
    {
        var photograph = Photograph.Read(Pictures.Jpeg(), out _)!;
        Assert.Equal(("image/jpeg", 8, 8), (photograph.Type, photograph.Width, photograph.Height));
        byte[] expected =
        [
            0xFF,
            0xD8,
            .. Pictures.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 0, 0]),
            .. Pictures.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]),
            .. Pictures.JpegPicture(),
            0xFF,
            0xD9,
        ];
        Assert.Equal(expected, photograph.Bytes);
    }

    [Fact]
    public void Read_APngOfATelephone_KeepsThePictureAlone()
    {
        var photograph = Photograph.Read(Pictures.Png(), out _)!;
        Assert.Equal(("image/png", 8, 8), (photograph.Type, photograph.Width, photograph.Height));
        Assert.Equal(["IHDR", "IDAT", "IEND"], Pictures.Chunks(photograph.Bytes));
    }

    [Fact]
    public void Read_WhatIsLeft_IsLeftAsItIs()
    {
        foreach (var sent in new[] { Pictures.Jpeg(), Pictures.Png() })
        {
            var once = Photograph.Read(sent, out _)!;
            Assert.Equal(-1, once.Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Pictures.Secret)));
            Assert.Equal(once.Bytes, Photograph.Read(once.Bytes, out _)!.Bytes);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("%PDF-1.7")]
    public void Read_AnotherType_IsRefused(string text)
    {
        Assert.Null(Photograph.Read(Encoding.ASCII.GetBytes(text), out var refusal));
        Assert.Equal(PhotographRefusal.OtherType, refusal);
    }

    /// <summary>A few bytes that would fill a reader's memory when shown.</summary>
    [Fact]
    public void Read_MorePixelsThanAreTaken_IsRefusedByTheHeaderAlone()
    {
        foreach (var sent in new[] { Pictures.Jpeg(65_535, 65_535), Pictures.Png(2_000_000_000, 2_000_000_000) })
        {
            Assert.Null(Photograph.Read(sent, out var refusal));
            Assert.Equal(PhotographRefusal.TooManyPixels, refusal);
        }

        Assert.NotNull(Photograph.Read(Pictures.Jpeg(10_000, 5_000), out _));
        Assert.Null(Photograph.Read(Pictures.Jpeg(10_000, 5_001), out _));
        Assert.Null(Photograph.Read(Pictures.Png(0, 8), out _));
        Assert.Null(Photograph.Read(Pictures.Jpeg(8, 0), out _));
    }

    [Fact]
    public void Read_CutAnywhere_IsRefusedOrWhole()
    {
        foreach (var sent in new[] { Pictures.Jpeg(), Pictures.Png() })
        {
            var whole = Photograph.Read(sent, out _)!;
            for (var length = 0; length < sent.Length; length++)
            {
                var cut = Photograph.Read(sent.AsSpan(0, length), out _);
                Assert.True(cut is null || cut.Bytes.AsSpan().SequenceEqual(whole.Bytes), $"cut at {length}");
            }
        }
    }

    [Fact]
    public void Read_APngWithAWrongChecksum_IsRefused()
    {
        var sent = Pictures.Png();
        var text = sent.AsSpan().IndexOf("tEXt"u8);
        sent[text + 5] ^= 1;
        Assert.Null(Photograph.Read(sent, out var refusal));
        Assert.Equal(PhotographRefusal.Broken, refusal);
    }

    [Fact]
    public void Read_SegmentsThatHideSomething_AreRefused()
    {
        byte[] end = [.. Pictures.JpegPicture(), 0xFF, 0xD9];
        foreach (
            var hidden in new[]
            {
                Pictures.Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64), .. "a name"u8]),
                Pictures.Segment(0xC4, [0, 1, .. new byte[15], 0, .. "a name"u8]),
                Pictures.Segment(0xDD, [0, 1, .. "a name"u8]),
                Pictures.Segment(0xF0, [.. "a name"u8]),
                Pictures.Segment(0xDC, [0, 8]),
            }
        )
        {
            Assert.Null(Photograph.Read([0xFF, 0xD8, .. hidden, .. end], out _));
        }

        Assert.NotNull(Photograph.Read([0xFF, 0xD8, .. end], out _));
    }

    /// <summary>Changed at random, always in the same way: nothing is thrown, and what is taken holds the allowed parts alone.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_ChangedAtRandom_NeverThrowsAndNeverLeaksASegment(int seed)
    {
        var random = new Random(seed);
        var taken = 0;
        for (var n = 0; n < 20_000; n++)
        {
            var sent = n % 2 == 0 ? Pictures.Jpeg() : Pictures.Png();
            var changed = Changed(random, sent);
            if (Photograph.Read(changed, out _) is not { } photograph)
            {
                continue;
            }

            taken++;
            if (photograph.Type == "image/jpeg")
            {
                Assert.All(Pictures.Markers(photograph.Bytes), m => Assert.Contains(m, Allowed));
            }
            else
            {
                Assert.All(
                    Pictures.Chunks(photograph.Bytes),
                    c => Assert.Contains(c, new[] { "IHDR", "PLTE", "tRNS", "IDAT", "IEND" })
                );
            }

            Assert.Equal(photograph.Bytes, Photograph.Read(photograph.Bytes, out _)!.Bytes);
        }

        Assert.InRange(taken, 500, 19_500);
    }

    private static byte[] Changed(Random random, byte[] sent)
    {
        var bytes = sent.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at - 1));
                    break;
                case 2:
                    bytes.InsertRange(at, Pictures.Segment((byte)random.Next(0xE0, 0x100), [.. "hidden"u8]));
                    break;
                case 3:
                    bytes.InsertRange(at, Pictures.Chunk("tEXt", [.. "hidden"u8]));
                    break;
                default:
                    bytes[at] = 0xFF;
                    break;
            }
        }

        return [.. bytes];
    }
}
