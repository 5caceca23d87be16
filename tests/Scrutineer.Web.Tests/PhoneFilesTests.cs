using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Scrutineer.Web.Tests;

/// <summary>What a phone keeps of the observers' pages is all there, and is one version.</summary>
public partial class PhoneFilesTests
{
    [Fact]
    public async Task Worker_EveryFileThatItKeeps_IsThereAndHoldsNobodysName()
    {
        await using var night = await Night.StartAsync();
        using var browser = night.Browser();
        var answer = await browser.GetAsync("/observe/worker.js");
        Assert.Equal("/observe", Assert.Single(answer.Headers.GetValues("Service-Worker-Allowed")));
        var script = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var shell = JsonNode.Parse(Shell().Match(script).Groups["it"].Value)!;
        var files = shell["files"]!.AsArray().Select(f => (string)f!).ToList();
        Assert.Contains("/observe", files);
        Assert.DoesNotContain(files, f => f.Contains("worker", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var sent = await browser.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
            Assert.False(sent.Headers.Contains("Set-Cookie"), file);
        }

        // Every module that the page or the worker loads is among the files.
        foreach (var file in files.Where(f => f.EndsWith(".js", StringComparison.Ordinal)))
        {
            foreach (Match import in Import().Matches(await browser.TextAsync(file)))
            {
                Assert.Contains("/assets/" + import.Groups["it"].Value, files);
            }
        }

        Assert.Equal(16, ((string)shell["version"]!).Length);
        Assert.StartsWith(
            "import { sendAll }",
            await browser.TextAsync("/observe/worker.js?sync"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Manifest_InALanguage_NamesIconsThatAreThere()
    {
        await using var night = await Night.StartAsync();
        using var browser = night.Browser();
        browser.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("kk");
        var answer = await browser.GetAsync("/observe/manifest.webmanifest");
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        var manifest = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("kk", (string)manifest["lang"]!);
        Assert.Equal("/observe", (string)manifest["scope"]!);
        foreach (var icon in manifest["icons"]!.AsArray())
        {
            var picture = await browser.GetAsync((string)icon!["src"]!);
            Assert.Equal((string)icon["type"]!, picture.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task Page_OfObservers_HasNoScriptOrStyleWrittenIntoIt()
    {
        await using var night = await Night.StartAsync();
        using var browser = night.Browser();
        var page = await browser.TextAsync("/observe");
        Assert.DoesNotMatch("<script(?![^>]* src=)|<style| style=| on[a-z]+=", page);
        var policy = (await browser.GetAsync("/observe")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("worker-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' blob:", policy, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"const shell = (?<it>\{.*\});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shell();

    [GeneratedRegex(@"from '\./(?<it>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();
}
