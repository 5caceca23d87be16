using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Scrutineer.Web.Observers;

namespace Scrutineer.Web.Tests;

/// <summary>The parts of the observers' pages, each by itself, in a browser.</summary>
public class PhoneModuleTests(SharedPages pages) : IClassFixture<SharedPages>
{
    [Theory]
    [InlineData(1, 400, 200)]
    [InlineData(6, 200, 400)]
    public async Task Photograph_WithItsPlace_IsDrawnAnewUprightWithoutIt(int orientation, int width, int height)
    {
        await using var page = await pages.OpenAsync("/observe");
        var camera = CameraFile.Of(await PictureAsync(page, 400, 200), orientation);
        Assert.Contains((byte)0xe1, CameraFile.Markers(camera));
        Assert.True(camera.AsSpan().IndexOf("Camera1"u8) > 0);
        var drawn = await page.ValueAsync(
            $$"""
            (async () => {
              const { redrawn } = await import('/assets/observe-photo.js');
              const bytes = Uint8Array.from(atob('{{Convert.ToBase64String(camera)}}'), (c) => c.charCodeAt(0));
              const given = await createImageBitmap(new Blob([bytes]));
              const made = await redrawn(new Blob([bytes], { type: 'image/jpeg' }));
              const picture = await createImageBitmap(new Blob([made]), { imageOrientation: 'none' });
              const { base64 } = await import('/assets/observe-sign.js');
              return { width: picture.width, height: picture.height, bytes: base64(made), read: given.width };
            })()
            """
        );
        Assert.Equal((width, height), ((int)drawn!["width"]!, (int)drawn["height"]!));

        // The browser understood what the camera wrote; so it was there to be left out.
        Assert.Equal(width, (int)drawn["read"]!);
        var bytes = Convert.FromBase64String((string)drawn["bytes"]!);
        Assert.DoesNotContain(CameraFile.Markers(bytes), m => m is >= 0xe1 and <= 0xef or 0xfe);
        Assert.True(bytes.AsSpan().IndexOf("Camera1"u8) < 0);
        Assert.True(bytes.AsSpan().IndexOf("Exif"u8) < 0);
    }

    [Fact]
    public async Task Photograph_OfManyPoints_IsMadeSmallerAndWhatIsNoneIsRefused()
    {
        await using var page = await pages.OpenAsync("/observe");
        var large = await PictureAsync(page, 4000, 1000);
        var told = await page.ValueAsync(
            $$"""
            (async () => {
              const { redrawn } = await import('/assets/observe-photo.js');
              const bytes = Uint8Array.from(atob('{{Convert.ToBase64String(large)}}'), (c) => c.charCodeAt(0));
              const picture = await createImageBitmap(new Blob([await redrawn(new Blob([bytes]))]));
              const none = await redrawn(new Blob(['no picture'])).then(() => 'drawn', () => 'refused');
              return [picture.width, picture.height, none].join();
            })()
            """
        );
        Assert.Equal("3000,750,refused", (string)told!);
    }

    [Fact]
    public async Task Wait_AfterAttempts_GrowsToFiveMinutesAndIsNeverTwiceTheSame()
    {
        await using var page = await pages.OpenAsync("/observe");
        var told = await page.ValueAsync(
            """
            (async () => {
              const { waitAfter } = await import('/assets/observe-outbox.js');
              return [0, 1, 2, 8, 100].flatMap((n) => [waitAfter(n, 0), waitAfter(n, 1)]).join();
            })()
            """
        );
        Assert.Equal("1000,2000,2000,4000,4000,8000,150000,300000,150000,300000", (string)told!);
    }

    [Fact]
    public async Task Find_AmongTenThousandUnits_TakesPartsInAnyOrderAndWholeNumbersFirst()
    {
        await using var page = await pages.OpenAsync("/observe");
        var told = await page.ValueAsync(
            """
            (async () => {
              const { find } = await import('/assets/observe-units.js');
              const units = Array.from({ length: 10061 }, (_, i) => `Region ${i % 17}/Territory ${i % 230}/Station ${i}`);
              const began = performance.now();
              const found = find(units, 'station 52');
              return { count: found.count, first: found.units[0], shown: found.units.length, ms: performance.now() - began,
                one: find(units, '  STATION region 16 10051').units.join(), none: find(units, 'nowhere').count };
            })()
            """
        );
        Assert.Equal("Region 1/Territory 52/Station 52", (string)told!["first"]!);
        Assert.Equal(20, (int)told["shown"]!);
        Assert.True((int)told["count"]! > 20);
        Assert.Equal(0, (int)told["none"]!);
        Assert.Equal("Region 4/Territory 161/Station 10051", (string)told["one"]!);
        Assert.True((double)told["ms"]! < 1000, $"{told["ms"]} ms");
    }

    /// <summary>What the codes on the screen hold, put together again, is what was signed, and its key verifies it.</summary>
    [Fact]
    public async Task Codes_OfTheOutbox_HoldWhatWasSigned()
    {
        await using var page = await pages.OpenAsync("/observe");
        var told = await page.ValueAsync(
            """
            (async () => {
              const { keep } = await import('/assets/observe-store.js');
              const { makeKeys } = await import('/assets/observe-sign.js');
              const { add, keepPhoto } = await import('/assets/observe-outbox.js');
              const { carried, carriedLines, frames } = await import('/assets/observe-carry.js');
              const keys = await makeKeys();
              await keep('device', keys, 'keys');
              await keep('device', 'obs-7', 'observer');
              const photo = await keepPhoto(Uint8Array.from([255, 216, 255, 217]));
              const told = { exported: await crypto.subtle.exportKey('pkcs8', keys.privateKey).then(() => 'yes', () => 'no') };
              for (const text of ['Дверь закрыта', 'The door is closed. '.repeat(60)]) {
                await add({ id: crypto.randomUUID(), kind: 'incident', made: new Date().toISOString(), text }, text.length < 20 ? [photo] : [], 'none');
              }
              told.lines = await carriedLines('xx', await carried(), true);
              told.frames = await frames(await carriedLines('xx', await carried(), false));
              return told;
            })()
            """
        );
        Assert.Equal("no", (string)told!["exported"]!);
        var lines = told["lines"]!.AsArray().Select(l => JsonNode.Parse((string)l!)!).ToList();
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String((string)lines[0]["key"]!), out _);
        Assert.Equal("xx", (string)lines[0]["election"]!);
        Assert.Equal(1, (int)lines[0]["scrutineer-carried"]!);
        var file = Convert.FromBase64String((string)lines[1]["file"]!);
        Assert.Equal([255, 216, 255, 217], file);
        Assert.True(Verifies(key, Convert.ToHexStringLower(SHA256.HashData(file)), (string)lines[1]["signature"]!));
        Assert.All(lines[2..], l => Assert.True(Verifies(key, (string)l["payload"]!, (string)l["signature"]!)));
        Assert.Equal([1, 2], lines[2..].Select(l => (int)JsonNode.Parse((string)l["payload"]!)!["sequence"]!));

        var frames = told["frames"]!.AsArray().Select(f => ((string)f!).Split(':')).ToList();
        Assert.Equal(["SCR1"], frames.Select(f => f[0]).Distinct());
        Assert.Single(frames.Select(f => f[1]).Distinct());
        Assert.Equal(Enumerable.Range(1, frames.Count).Select(n => $"{n}/{frames.Count}"), frames.Select(f => f[2]));
        var text = string.Concat(frames.Select(f => f[3])).Replace('-', '+').Replace('_', '/');
        var packed = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
        await using var inflated = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(inflated, Encoding.UTF8);
        var carried = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal(
            told["lines"]!.AsArray().Select(l => ((string)l!).TrimEnd('\n')).Where((_, i) => i != 1),
            carried[..^1]
        );
    }

    /// <summary>A browser that deflates nothing shows codes all the same, and the server reads them.</summary>
    [Theory]
    [InlineData("delete globalThis.CompressionStream", 10)]
    [InlineData("delete globalThis.CompressionStream", 70_000)]
    [InlineData(
        "globalThis.CompressionStream = class { constructor(format) { if (format === 'deflate-raw') throw new TypeError(); } }",
        140_000
    )]
    public async Task Codes_WithoutADeflateOfTheBrowser_AreReadByTheServer(string without, int length)
    {
        await using var page = await pages.OpenAsync("/observe");
        var told = await page.ValueAsync(
            $$"""
            (async () => {
              {{without}};
              const { frames } = await import('/assets/observe-carry.js');
              const lines = ['{"scrutineer-carried":1}\n', 'Қ'.repeat({{length}}) + '\n'];
              return { lines: lines.join(''), frames: await frames(lines) };
            })()
            """
        );
        var problems = new List<ReportProblem>();
        var frames = told!["frames"]!.AsArray().Select(f => (string)f!).Reverse();
        Assert.Equal((string)told["lines"]!, string.Join('\n', QrFrames.Lines(string.Join('\n', frames), problems)));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Stored_OfNothingAndOfAWholeBlock_IsADeflate()
    {
        await using var page = await pages.OpenAsync("/observe");
        var told = await page.ValueAsync(
            """
            (async () => {
              const { stored } = await import('/assets/observe-carry.js');
              const { base64 } = await import('/assets/observe-sign.js');
              return Promise.all([0, 1, 65535, 65536, 131070].map(async (n) => base64(new Uint8Array(await stored(new Uint8Array(n).fill(7)).arrayBuffer()))));
            })()
            """
        );
        foreach (var (length, text) in new[] { 0, 1, 65535, 65536, 131070 }.Zip(told!.AsArray()))
        {
            var packed = new MemoryStream(Convert.FromBase64String((string)text!));
            await using var inflated = new DeflateStream(packed, CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            await inflated.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.Equal(Enumerable.Repeat((byte)7, length), bytes.ToArray());
        }
    }

    private static bool Verifies(ECDsa key, string text, string signature) =>
        key.VerifyData(
            Encoding.UTF8.GetBytes(text),
            Convert.FromBase64String(signature),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );

    /// <summary>A JPEG as a browser writes it.</summary>
    internal static async Task<byte[]> PictureAsync(Page page, int width, int height)
    {
        var text = await page.ValueAsync(
            $$"""
            (() => {
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [{{width}}, {{height}}];
              const brush = canvas.getContext('2d');
              for (let i = 0; i < 40; i++) {
                brush.fillStyle = `hsl(${i * 9} 60% 50%)`;
                brush.fillRect(i * {{width}} / 40, 0, {{width}} / 40, {{height}});
              }
              return canvas.toDataURL('image/jpeg');
            })()
            """
        );
        return Convert.FromBase64String(((string)text!).Split(',')[1]);
    }
}
