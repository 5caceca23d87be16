using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Evidence;
using Scrutineer.Findings;
using Scrutineer.Storage;
using Scrutineer.Web.Night;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>The night as plain files.</summary>
public partial class SiteTests
{
    [Fact]
    public async Task Write_WhileTheServerRuns_IsASiteWhoseLinksLeadSomewhere()
    {
        await using var night = await Server.StartAsync();
        var election = night.Server.Application.Services.GetRequiredService<ElectionNight>();
        await PublicTests.SettleAsync(election, Server.Station, string.Join(',', Server.Figures));
        var site = Path.Combine(night.Folder.FullName, "site");
        var pages = await ElectionSite.WriteAsync(Server.Setup(), night.Options, site);
        // Results, incidents, forty stations, six territories, three regions and the whole.
        Assert.Equal(3 * 52, pages);
        Assert.Equal(pages, Directory.GetFiles(site, "*.html").Length);
        foreach (var page in Directory.GetFiles(site, "*.html"))
        {
            var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<form", html, StringComparison.Ordinal);
            foreach (var link in Link().Matches(html).Select(m => m.Groups["it"].Value).Where(l => l[0] != '#'))
            {
                Assert.StartsWith("./", link, StringComparison.Ordinal);
                Assert.True(File.Exists(Path.Combine(site, link)), $"{Path.GetFileName(page)}: {link}");
            }
        }

        Assert.Contains(
            "<strong>79</strong>",
            await File.ReadAllTextAsync(
                Path.Combine(site, "station-Eastmark_2f_Territory_20_1_2f_Station_20_2.kk.html"),
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
        using var reader = night.Browser();
        foreach (
            var file in new[]
            {
                "results.json",
                "results.nist.json",
                "stations.csv",
                "units.csv",
                "copies.json",
                "incidents.csv",
            }
        )
        {
            Assert.Equal(
                await reader.TextAsync("/" + file),
                await File.ReadAllTextAsync(Path.Combine(site, file), TestContext.Current.CancellationToken)
            );
        }

        using var key = NoteKey.Read(await reader.TextAsync("/log/key"));
        var check = BundleCheck.Of(Path.Combine(site, ElectionSite.Log), [key!], [], null);
        Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(4, check.Checkpoint!.Size);
    }

    [Fact]
    public async Task Write_WithoutAKey_MakesNone()
    {
        var folder = Directory.CreateTempSubdirectory("scrutineer-site-");
        try
        {
            var options = new ServerOptions(
                Path.Combine(folder.FullName, "none.db"),
                Path.Combine(folder.FullName, "none.secrets"),
                []
            );
            await Assert.ThrowsAsync<StorageException>(() =>
                ElectionSite.WriteAsync(Server.Setup(), options, Path.Combine(folder.FullName, "site"))
            );
            Assert.Empty(folder.GetFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("href=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
