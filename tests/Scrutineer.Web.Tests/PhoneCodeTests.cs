using System.Text.Json.Nodes;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace Scrutineer.Web.Tests;

/// <summary>The QR codes of the observers' pages, read by a decoder that shares nothing with them.</summary>
public class PhoneCodeTests(SharedPages pages) : IClassFixture<SharedPages>
{
    /// <summary>The middle bits of ISO/IEC 18004 itself: the examples of its annexes C, D and E, and its table of capacities.</summary>
    [Fact]
    public async Task Structure_OfTheStandardsExamples_IsTheirs()
    {
        await using var page = await pages.OpenAsync("/");
        var told = await page.ValueAsync(
            """
            (async () => {
              const q = await import('/assets/observe-qr.js');
              return [
                q.formatBits('M', 5).toString(2), q.versionBits(7).toString(2),
                q.alignments(1).join(), q.alignments(7).join(), q.alignments(32).join(), q.alignments(40).join(),
                q.capacity(1, 'M'), q.capacity(40, 'L'), q.capacity(40, 'M'),
                q.correctionOf(Uint8Array.from([0x10,0x20,0x0c,0x56,0x61,0x80,0xec,0x11,0xec,0x11,0xec,0x11,0xec,0x11,0xec,0x11]), 10).join(),
              ].map(String);
            })()
            """
        );
        Assert.Equal(
            [
                "100000011001110",
                "111110010010100",
                "",
                "6,22,38",
                "6,34,60,86,112,138",
                "6,30,58,86,114,142,170",
                "14",
                "2953",
                "2331",
                "165,36,212,193,237,54,199,135,44,85",
            ],
            told!.AsArray().Select(t => (string)t!)
        );
    }

    /// <summary>Every version full to its last byte, at both levels; the masks come in turn.</summary>
    [Theory]
    [InlineData("L")]
    [InlineData("M")]
    public async Task Encode_EveryVersionFull_IsReadByAnotherDecoder(string correction)
    {
        await using var page = await pages.OpenAsync("/");
        for (var version = 1; version <= 40; version++)
        {
            var code = await page.ValueAsync(
                $$"""
                (async () => {
                  const q = await import('/assets/observe-qr.js');
                  const bytes = Uint8Array.from({ length: q.capacity({{version}}, '{{correction}}') }, (_, i) => (i * 197 + {{version}}) % 256);
                  const code = q.encode(bytes, '{{correction}}', {{version}} % 8);
                  return { version: code.version, rows: code.modules.map((row) => Array.from(row).join('')), bytes: Array.from(bytes) };
                })()
                """
            );
            Assert.Equal(version, (int)code!["version"]!);
            Assert.Equal(Bytes(code["bytes"]!), Decoded(code["rows"]!));
        }
    }

    [Fact]
    public async Task Encode_ByItself_TakesTheMaskOfLeastPenaltyAndIsReadFromThePicture()
    {
        await using var page = await pages.OpenAsync("/");
        var told = await page.ValueAsync(
            """
            (async () => {
              const q = await import('/assets/observe-qr.js');
              const { drawn } = await import('/assets/observe-sending.js');
              const bytes = new TextEncoder().encode('SCR1:0a1b2c3d:1/2:' + 'Zm9v_-YmFy'.repeat(36));
              const best = q.encode(bytes);
              const costs = [...Array(8).keys()].map((mask) => q.encode(bytes, 'M', mask).cost);
              const svg = drawn(best.modules, 'Code 1 of 2');
              svg.setAttribute('width', 700);
              svg.setAttribute('height', 700);
              const picture = new Image();
              picture.src = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' }));
              await picture.decode();
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 700;
              const brush = canvas.getContext('2d');
              brush.drawImage(picture, 0, 0);
              const points = brush.getImageData(0, 0, 700, 700).data.filter((_, i) => i % 4 === 0);
              return { cost: best.cost, mask: best.mask, costs, points: Array.from(points, (p) => (p > 127 ? 1 : 0)).join('') };
            })()
            """
        );
        var costs = told!["costs"]!.AsArray().Select(c => (int)c!).ToList();
        Assert.Equal(costs.Min(), (int)told["cost"]!);
        Assert.Equal(costs.IndexOf(costs.Min()), (int)told["mask"]!);
        byte[] points = [.. ((string)told["points"]!).Select(p => p == '1' ? (byte)255 : (byte)0)];
        var picture = new RGBLuminanceSource(points, 700, 700, RGBLuminanceSource.BitmapFormat.Gray8);
        var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture)));
        Assert.Equal("SCR1:0a1b2c3d:1/2:" + string.Concat(Enumerable.Repeat("Zm9v_-YmFy", 36)), read?.Text);
    }

    private static byte[] Bytes(JsonNode numbers) => [.. numbers.AsArray().Select(n => (byte)(int)n!)];

    // From the modules alone: the decoder finds version, level and mask, corrects, and gives the bytes of its segments.
    private static byte[] Decoded(JsonNode rows)
    {
        var lines = rows.AsArray().Select(r => (string)r!).ToList();
        var bits = new BitMatrix(lines.Count);
        foreach (var (y, line) in lines.Index())
        {
            foreach (var (x, module) in line.Index())
            {
                bits[x, y] = module == '1';
            }
        }

        return [.. new Decoder().decode(bits, null).ByteSegments.SelectMany(s => s)];
    }
}
