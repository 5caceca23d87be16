using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Evidence;
using Scrutineer.Storage;
using Scrutineer.Tests.Evidence.Photographs;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests.Attacks;

/// <summary>What is handed in by devices, and what is left of an observer after a purge.</summary>
public class ObserverAttacks
{
    private const string Words = "Айгерим из углового дома сказала, что председатель ушёл с бюллетенями";

    [Fact]
    public async Task Envelope_CapturedAndSentAgainOrChanged_AddsNothing()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        using var other = await Device.JoinAsync(night, administrator, "swallow-2");
        using var network = night.Browser();
        var envelope = device.Sign(device.Incident());
        Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(network, envelope)).Status);
        Assert.Equal("before", (string)(await Device.SendAsync(network, envelope)).Told["status"]!);

        // Every field of the envelope that is not what was signed, or whose it is, makes it nobody's.
        foreach (var (name, value) in new[] { ("observer", "swallow-2"), ("observer", "nobody"), ("payload", "{}") })
        {
            var json = JsonNode.Parse(envelope)!.AsObject();
            json[name] = value;
            var (status, _) = await Device.SendAsync(network, Encoding.UTF8.GetBytes(json.ToJsonString()));
            Assert.Equal(HttpStatusCode.Unauthorized, status);
        }

        // Another's identifier, signed with one's own key, takes nothing from it.
        var payload = (string)JsonNode.Parse(envelope)!["payload"]!;
        var (taken, _) = await Device.SendAsync(network, other.Sign(payload));
        Assert.NotEqual(HttpStatusCode.OK, taken);
        Assert.Single(Reports(night).All);
    }

    [Fact]
    public async Task Envelope_HugeOrDeep_IsRefused()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        using var network = night.Browser();
        var huge = device.Incident();
        huge["text"] = new string('a', 400_000);
        foreach (
            var envelope in new[] { device.Sign(huge), device.Sign(string.Concat(Enumerable.Repeat("{\"a\":", 5_000))) }
        )
        {
            using var content = new ByteArrayContent(envelope);
            using var answer = await network.Client.PostAsync(
                "/observe/records",
                content,
                TestContext.Current.CancellationToken
            );
            Assert.Contains(
                answer.StatusCode,
                new[]
                {
                    HttpStatusCode.RequestEntityTooLarge,
                    HttpStatusCode.UnprocessableEntity,
                    HttpStatusCode.BadRequest,
                }
            );
        }

        Assert.Empty(Reports(night).All);
    }

    /// <summary>A picture that is a page and an archive as well is stored as a picture, or not at all.</summary>
    [Fact]
    public async Task Photograph_ThatIsAPageAndAnArchiveAsWell_IsAPictureOnly()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        using var network = night.Browser();
        var page = Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>");
        var archive = "PK\u0003\u0004 carried along"u8.ToArray();
        foreach (
            var bytes in new[] { [.. Pictures.Jpeg(), .. page, .. archive], (byte[])[.. page, .. Pictures.Jpeg()] }
        )
        {
            var (status, _) = await device.SendFileAsync(network, bytes);
            Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.UnsupportedMediaType });
        }

        await night.Server.DisposeAsync();
        foreach (var file in Directory.GetFiles(night.Folder.FullName, "night.db*"))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.True(bytes.AsSpan().IndexOf("alert(1)"u8) < 0, file);
            Assert.True(bytes.AsSpan().IndexOf("carried along"u8) < 0, file);
        }
    }

    [Fact]
    public async Task Purge_OfAnObserver_LeavesNoWordAndALogThatFits()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        using var network = night.Browser();
        var incident = device.Incident();
        incident["text"] = Words;
        Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(network, device.Sign(incident))).Status);
        var photograph = Pictures.Jpeg();
        Assert.Equal(HttpStatusCode.OK, (await device.SendFileAsync(network, photograph)).Status);
        var copy = device.Copy(Device.HashOf(photograph));
        Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(network, device.Sign(copy))).Status);
        await night.LoggedAsync(2);
        var key = NoteKey.Read(night.Server.Application.Services.GetRequiredService<NoteKey>().Verifier)!;
        await night.Server.DisposeAsync();
        await using (var database = await ElectionDatabase.OpenAsync(night.Options.Database))
        {
            var result = await Purge.RunAsync(
                database,
                PurgeTarget.OfObserver("swallow-1"),
                "asked for it",
                "coordinator-1",
                DateTimeOffset.UtcNow
            );
            Assert.Equal(new PurgeResult(2, 1), result);
            Assert.Empty(await DatabaseCheck.OfAsync(database, key));
        }

        await night.RestartAsync();
        await night.LoggedAsync(4);
        Assert.Equal(2, Reports(night).All.Count);
        Assert.All(Reports(night).All, r => Assert.Null(r.Payload));
        await night.Server.DisposeAsync();
        await using (var database = await ElectionDatabase.OpenAsync(night.Options.Database))
        {
            Assert.Empty(await DatabaseCheck.OfAsync(database, key));
        }

        foreach (var file in Directory.GetFiles(night.Folder.FullName, "night.db*"))
        {
            // The text is signed as JSON and stands escaped in it; neither form is left.
            var bytes = File.ReadAllBytes(file);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Айгерим")) < 0, file);
            Assert.True(bytes.AsSpan().IndexOf("\\u0410\\u0439\\u0433\\u0435\\u0440\\u0438\\u043C"u8) < 0, file);
        }
    }

    private static Reports Reports(Server night) => night.Server.Application.Services.GetRequiredService<Reports>();
}
