using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Evidence;
using Scrutineer.Findings;
using Scrutineer.Storage;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>Opened copies in a bundle and in a site, held against their leaves by the program and by the verifier of another hand.</summary>
public sealed class OpenedCopiesTests
{
    private const string Copies = "copies.json";

    [Fact]
    public async Task Copies_InABundleAndInASite_AreCheckedToTheByte()
    {
        await using var night = await Server.StartAsync();
        var id = await PublishAsync(night);
        var bundle = await BundleAsync(night, "bundle");
        var site = Path.Combine(night.Folder.FullName, "site");
        await ElectionSite.WriteAsync(Server.Setup(), night.Options, site);
        foreach (var folder in new[] { bundle, site })
        {
            var check = BundleCheck.Of(folder, [], []);
            Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
            Assert.Equal((1, 0), (check.CopiesOpened, check.CopiesPurged));
            var (exit, said) = await PythonAsync(folder);
            Assert.True(exit == 0, said);
            Assert.Contains("1 opened copies fit their leaves, 0 were purged", said, StringComparison.Ordinal);
        }

        var path = Path.Combine(bundle, Copies);
        var whole = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var opened = Convert.FromBase64String((string)JsonNode.Parse(whole)!["copies"]![0]!["opened"]!);
        foreach (
            var (what, change) in new (string, Action<JsonNode>)[]
            {
                ("salt", c => c["opened"] = Changed(opened, 7)),
                ("envelope", c => c["opened"] = Changed(opened, opened.Length - 60)),
                ("cut", c => c["opened"] = Convert.ToBase64String(opened[..^1])),
                ("no base 64", c => c["opened"] = "*"),
                ("figure", c => c["figures"]!["votes:Reds"] = 98),
                ("figure left out", c => c["figures"]!.AsObject().Remove("votes:Reds")),
                ("entry", c => c["entry"] = ((string)c["entry"]!).Replace("observer-1", "observer-2")),
                ("unit", c => c["unit"] = "Eastmark/Territory 1/Station 3"),
                ("observer", c => c["observer"] = "observer-2"),
                ("id", c => c["id"] = Guid.NewGuid().ToString()),
            }
        )
        {
            var json = JsonNode.Parse(whole)!;
            change(json["copies"]![0]!);
            await File.WriteAllTextAsync(path, json.ToJsonString(), TestContext.Current.CancellationToken);
            var found = Assert.Single(BundleCheck.Of(bundle, [], []).Findings, f => f.Severity == Severity.Error);
            Assert.True(found.Code == "evidence-copy", what);
            Assert.Contains(Copies, found.Statement, StringComparison.Ordinal);
            Assert.Contains($"Leaf 0 (report {id}", found.Statement, StringComparison.Ordinal);
            Assert.Contains(Server.Station, found.Statement, StringComparison.Ordinal);
            var (exit, said) = await PythonAsync(bundle);
            Assert.True(exit == 1, what);
            Assert.Contains($"leaf 0 (report {id}, {Server.Station}): {Copies}", said, StringComparison.Ordinal);
        }

        // A copy of no leaf, a file that is none, and none at all: copies may be withheld.
        var other = JsonNode.Parse(whole)!;
        other["copies"]![0]!["id"] = Guid.NewGuid().ToString();
        other["copies"]![0]!["entry"] = "{}";
        foreach (
            var wrong in new[] { other.ToJsonString(), whole[..^9], "[]", "{\"copies\":[7]}", "{\"copies\":[{}]}" }
        )
        {
            await File.WriteAllTextAsync(path, wrong, TestContext.Current.CancellationToken);
            Assert.Equal(
                "evidence-copy",
                Assert.Single(BundleCheck.Of(bundle, [], []).Findings, f => f.Severity == Severity.Error).Code
            );
            var (exit, said) = await PythonAsync(bundle);
            Assert.True(exit == 1, said);
        }

        File.Delete(path);
        var without = BundleCheck.Of(bundle, [], []);
        Assert.Equal((0, 0), (without.CopiesOpened, without.CopiesPurged));
        Assert.DoesNotContain(without.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(0, (await PythonAsync(bundle)).Exit);
    }

    /// <summary>What was purged opens nothing any more, also not out of a bundle that was packed before.</summary>
    [Fact]
    public async Task Copies_ThatWerePurged_OpenNothingAndFit()
    {
        await using var night = await Server.StartAsync();
        var id = await PublishAsync(night);
        await BundleAsync(night, "before");
        await night.Server.DisposeAsync();
        await using (var database = await ElectionDatabase.OpenAsync(night.Options.Database, "xx-assembly-2025"))
        {
            await Purge.RunAsync(
                database,
                PurgeTarget.OfRecord(id),
                "asked for",
                "administrator",
                DateTimeOffset.UtcNow
            );
        }

        await night.RestartAsync();
        var bundle = await BundleAsync(night, "after");
        var check = BundleCheck.Of(bundle, [], []);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        Assert.Equal((0, 1), (check.CopiesOpened, check.CopiesPurged));
        var (exit, said) = await PythonAsync(bundle);
        Assert.True(exit == 0, said);
        Assert.Contains("0 opened copies fit their leaves, 1 were purged", said, StringComparison.Ordinal);
    }

    private static string Changed(byte[] opened, int at)
    {
        var bytes = (byte[])opened.Clone();
        bytes[at] ^= 1;
        return Convert.ToBase64String(bytes);
    }

    private static async Task<string> PublishAsync(Server night)
    {
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", "coordinator");
        using var device = await Device.JoinAsync(night, administrator, "observer-1");
        var payload = device.Payload("copy", Server.Station);
        payload["figures"] = new JsonObject
        {
            ["registered"] = "0333",
            ["invalid"] = "-",
            ["spoiled"] = "?",
            ["votes:Reds"] = " 97",
        };
        var id = await ReportTests.HandInAsync(night, device, payload);
        await PublicTests.SettleAsync(
            night.Server.Application.Services.GetRequiredService<ElectionNight>(),
            Server.Station,
            string.Join(',', Server.Figures)
        );
        await ReportTests.DecideAsync(coordinator, id, 1, "publish");
        return id;
    }

    private static async Task<string> BundleAsync(Server night, string name)
    {
        using var reader = night.Browser();
        await night.LoggedAsync(6);
        var folder = Path.Combine(night.Folder.FullName, name);
        using var zip = new MemoryStream(await reader.Client.GetByteArrayAsync("/log/bundle.zip"));
        await ZipFile.ExtractToDirectoryAsync(zip, folder);
        return folder;
    }

    private static async Task<(int Exit, string Said)> PythonAsync(string bundle)
    {
        var start = new ProcessStartInfo("python3")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(Server.Checkout(), "verifier", "verify.py"), bundle },
        };
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            throw;
        }

        using (process!)
        {
            var said = await process!.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, said);
        }
    }
}
