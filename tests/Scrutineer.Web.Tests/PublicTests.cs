using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Evidence;
using Scrutineer.Findings;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>What everybody sees, and can verify.</summary>
public class PublicTests
{
    /// <summary>Every protocol of the example entered by two: the totals and the seats are those that <c>count</c> gives.</summary>
    [Fact]
    public async Task Results_OfThreeStations_AreTheLawsSeats()
    {
        await using var night = await Server.StartAsync();
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();

        // Three stations of protocols.csv, lines 3 to 5, in the order of the form.
        await SettleAsync(election, "Eastmark/Territory 1/Station 1", "346,349,194,8,147,0,194,8,3,63,85,42,9");
        await SettleAsync(election, "Eastmark/Territory 1/Station 2", "333,336,215,8,113,0,215,8,4,79,75,50,15");
        await SettleAsync(election, "Eastmark/Territory 1/Station 3", "582,588,309,22,257,0,309,22,9,94,147,58,23");
        using var reader = night.Browser();
        using var json = JsonDocument.Parse(await reader.TextAsync("/results.json"));
        Assert.Equal(3, json.RootElement.GetProperty("reported").GetInt32());
        Assert.Equal("3/40", json.RootElement.GetProperty("reported-share").GetString());
        var lists = json.RootElement.GetProperty("lists").EnumerateArray().ToList();
        Assert.Equal([236, 307, 150, 47], lists.Select(l => l.GetProperty("votes").GetInt32()));

        // By hand: 740 votes and 30 seats, quota 24 2/3: 9, 12, 6, 1 whole quotas; remainders 14, 11, 2, 22 1/3.
        Assert.Equal([10, 12, 6, 2], lists.Select(l => l.GetProperty("seats").GetInt32()));
        Assert.Equal("59/185", lists[0].GetProperty("share-of-valid-votes").GetString());
        Assert.All(
            lists,
            l =>
                Assert.True(
                    l.GetProperty("least-seats").ValueKind == JsonValueKind.Null
                        || l.GetProperty("least-seats").GetInt32() <= l.GetProperty("seats").GetInt32()
                )
        );
        var csv = await reader.TextAsync("/stations.csv");
        Assert.Contains(
            "Eastmark/Territory 1/Station 2,settled,333,336,215,8,113,0,215,8,4,79,75,50,15\n",
            csv,
            StringComparison.Ordinal
        );
        Assert.Equal(41, csv.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Events_WhenAProtocolSettles_TellANewRevision()
    {
        await using var night = await Server.StartAsync();
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        using var reader = night.Browser();
        using var answer = await reader.Client.GetAsync(
            "/events",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("data: 0", await DataAsync(lines));
        await SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        Assert.NotEqual("data: 0", await DataAsync(lines));
    }

    [Fact]
    public async Task Bundle_Downloaded_FitsItsCheckpoint()
    {
        await using var night = await Server.StartAsync();
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        await SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        var checkpoint = await night.LoggedAsync(4);
        using var reader = night.Browser();
        var key = NoteKey.Read(await reader.TextAsync("/log/key"))!;
        var zip = Path.Combine(night.Folder.FullName, "bundle.zip");
        await File.WriteAllBytesAsync(
            zip,
            await reader.Client.GetByteArrayAsync("/log/bundle.zip", TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );
        var folder = Path.Combine(night.Folder.FullName, "bundle");
        await ZipFile.ExtractToDirectoryAsync(zip, folder, TestContext.Current.CancellationToken);
        var check = BundleCheck.Of(folder, [key], [], null);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(4, check.Checkpoint!.Size);
        Assert.Equal(checkpoint.Root, check.Checkpoint.Root);

        // Tile by tile the server gives the same bytes.
        foreach (var tile in Tile.Of(4))
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(Path.Combine(folder, tile.Path), TestContext.Current.CancellationToken),
                await reader.Client.GetByteArrayAsync("/log/" + tile.Path, TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task Cosignatures_OfAWitness_AreKeptAndGoWithTheBundle()
    {
        using var witness = NoteKey.Create("example.org/witness", NoteAlgorithm.EcdsaP256Cosignature);
        using var stranger = NoteKey.Create("example.org/stranger", NoteAlgorithm.EcdsaP256Cosignature);
        await using var night = await Server.StartAsync(witnesses: [witness]);
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        await SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        var checkpoint = await night.LoggedAsync(4);
        using var reader = night.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/log/witnessed")).StatusCode);
        var note = SignedNote.Read(Encoding.UTF8.GetBytes(await reader.TextAsync("/log/checkpoint")))!;
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync("no note"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(Signed(note, stranger)));
        var other = note with { Text = new Checkpoint(checkpoint.Origin, 4, new byte[32]).Text };
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(Signed(other, witness)));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Signed(note, witness)));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Signed(note, witness)));

        // The log grows further; what was witnessed stays an earlier checkpoint of the same log.
        await SettleAsync(election, "Eastmark/Territory 1/Station 1", string.Join(',', Server.Figures));
        await night.LoggedAsync(8);
        var key = NoteKey.Read(await reader.TextAsync("/log/key"))!;
        var site = Path.Combine(night.Folder.FullName, "site");
        await ElectionSite.WriteAsync(Server.Setup(), night.Options, site);
        var check = BundleCheck.Of(Path.Combine(site, ElectionSite.Log), [key], [witness]);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(["example.org/witness"], check.Witnesses);
        Assert.Equal(4, check.WitnessedSize);

        static string Signed(SignedNote note, NoteKey key) =>
            (note with { Signatures = [.. note.Signatures, key.Sign(note.Text, DateTimeOffset.UnixEpoch)] }).ToString();

        async Task<HttpStatusCode> SendAsync(string text)
        {
            using var content = new StringContent(text);
            return (
                await reader.Client.PostAsync("/log/cosignatures", content, TestContext.Current.CancellationToken)
            ).StatusCode;
        }
    }

    [Theory]
    [InlineData("/log/tile/entries/001")]
    [InlineData("/log/tile/0/000.p/200")]
    [InlineData("/log/tile/..%2f..%2fnight.db")]
    [InlineData("/log/tile/0/000.p/0")]
    [InlineData("/assets/..%2fnight.db")]
    [InlineData("/station?unit=Nowhere")]
    [InlineData("/station?unit=%2F%2F")]
    [InlineData("/station")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path)
    {
        await using var night = await Server.StartAsync();
        using var reader = night.Browser();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await reader.GetAsync(path)).StatusCode);
    }

    /// <summary>
    /// What programs may rely on stands in an approved file; on a difference the document is written beside it, to be looked
    /// at and renamed.
    /// </summary>
    [Fact]
    public async Task OpenApi_OfTheServer_IsTheApprovedDocument()
    {
        await using var night = await Server.StartAsync();
        using var reader = night.Browser();
        var document = (await reader.TextAsync("/openapi.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var folder = Path.Combine(Server.Checkout(), "tests", "Scrutineer.Web.Tests");
        var approved = Path.Combine(folder, "OpenApi.approved.json");
        if (
            !File.Exists(approved)
            || await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) != document
        )
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, "OpenApi.received.json"),
                document,
                TestContext.Current.CancellationToken
            );
            Assert.Fail("The OpenAPI document differs from what was approved; see OpenApi.received.json.");
        }

        File.Delete(Path.Combine(folder, "OpenApi.received.json"));
        using var json = JsonDocument.Parse(document);
        Assert.Equal(
            [
                "/api/protocols/moves",
                "/api/queue",
                "/api/stations",
                "/copies.json",
                "/events",
                "/incidents.csv",
                "/log/bundle.zip",
                "/log/checkpoint",
                "/log/cosignatures",
                "/log/key",
                "/log/tile/{path}",
                "/log/witnessed",
                "/results.json",
                "/results.nist.json",
                "/stations.csv",
                "/units.csv",
            ],
            json.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("\"><script>alert('name')</script>")]
    [InlineData("<img src=x onerror=alert('имя')>")]
    [InlineData("' autofocus onfocus='alert(`есім`)")]
    public async Task Texts_WithMarkup_AreEscaped(string text)
    {
        await using var night = await Server.StartAsync();
        using var reader = night.Browser();
        var answer = await reader.PostAsync("/sign-in", "/sign-in", ("name", text), ("password", text));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("alert(", page, StringComparison.Ordinal);
        Assert.DoesNotContain(text, page.Replace("&#x27;", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("' autofocus onfocus='", page, StringComparison.Ordinal);
        var back = await reader.TextAsync("/?" + Uri.EscapeDataString(text));
        Assert.DoesNotContain("alert('", back, StringComparison.Ordinal);
    }

    internal static async Task SettleAsync(ElectionNight night, string station, string figures)
    {
        var unit = UnitPath.Parse(station);
        var values = figures
            .Split(',')
            .Index()
            .ToDictionary(f => f.Index, f => new Count(long.Parse(f.Item, CultureInfo.InvariantCulture)));
        foreach (var (index, clerk) in new[] { "clerk-1", "clerk-2" }.Index())
        {
            var by = new EntryPerson(clerk, EntryRole.Clerk);
            var claim = new MoveRequest(unit, $"{station} {index} a", 2 * index, by, EntryMove.Claim);
            Assert.Equal(MoveStatus.Accepted, (await night.MoveAsync(claim)).Status);
            var submit = new MoveRequest(unit, $"{station} {index} b", (2 * index) + 1, by, EntryMove.Submit);
            Assert.Equal(MoveStatus.Accepted, (await night.MoveAsync(submit with { Figures = values })).Status);
        }
    }

    private static async Task<string> DataAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new EndOfStreamException();
    }
}
