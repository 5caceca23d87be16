using System.Net;
using System.Text.Json.Nodes;
using Scrutineer.Findings;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>A phone that was offline answers the form that it has, while the server has a newer one.</summary>
public sealed class EarlierFormTests : IDisposable
{
    private const string Earlier = "forms/observation/earlier/opening-1.yaml";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-forms-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Records_OfAnEarlierVersion_AreJudgedAndShownByItsQuestions()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-3");
        JsonNode first;
        using (var browser = night.Browser())
        {
            first = await ObserveTests.FormAsync(browser);
        }

        await night.RestartAsync(SecondVersion());
        using var reader = night.Browser();
        var second = await ObserveTests.FormAsync(reader);
        Assert.Equal(("1", "2"), ((string)first["version"]!, (string)second["version"]!));
        var offline = device.Observation(first, ("box-empty", "no"), ("remarks", "Nobody looked."));
        var (status, told) = await Device.SendAsync(reader, device.Sign(offline));
        Assert.True(status == HttpStatusCode.OK, told.ToJsonString());
        Assert.Equal(
            HttpStatusCode.OK,
            (await Device.SendAsync(reader, device.Sign(device.Observation(second, ("box-shown", "yes"))))).Status
        );

        // Each is judged by its own questions, and a version that says another text is none.
        Assert.Equal("answers.box-shown", await RefusedAsync(device.Observation(first, ("box-shown", "yes"))));
        Assert.Equal("answers.box-empty", await RefusedAsync(device.Observation(second, ("box-empty", "yes"))));
        var other = device.Observation(first, ("box-empty", "no"));
        other["form"]!["sha256"] = (string)second["sha256"]!;
        Assert.Equal("form", await RefusedAsync(other));

        using var coordinator = await night.AsAsync(await AgainAsync(night), "coordinator-1", "coordinator");
        var page = await coordinator.TextAsync("/reports/one?id=" + (string)offline["id"]!);
        Assert.Contains("Opening of the polling station, version 1.", page, StringComparison.Ordinal);
        Assert.Contains("Was every box shown to be empty before it was sealed?", page, StringComparison.Ordinal);
        Assert.Contains("<dd>No (", page, StringComparison.Ordinal);
        Assert.Contains("Nobody looked.", page, StringComparison.Ordinal);

        async Task<string> RefusedAsync(JsonObject payload)
        {
            var (code, said) = await Device.SendAsync(reader, device.Sign(payload));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, code);
            return (string)Assert.Single(said["problems"]!.AsArray())!["where"]!;
        }
    }

    [Fact]
    public async Task Records_OfAVersionThatNobodyHas_AreRefusedWithTheRemedyAndTakenAfterIt()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-3");
        JsonObject before;
        JsonObject late;
        using (var browser = night.Browser())
        {
            var form = await ObserveTests.FormAsync(browser);
            before = device.Observation(form, ("box-empty", "no"));
            late = device.Observation(form, ("box-empty", "yes"));
            Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(browser, device.Sign(before))).Status);
        }

        var whole = SecondVersion();
        var text = await File.ReadAllTextAsync(At(Earlier), TestContext.Current.CancellationToken);
        File.Delete(At(Earlier));
        await night.RestartAsync(Read());
        using (var reader = night.Browser())
        {
            var (status, told) = await Device.SendAsync(reader, device.Sign(late));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            var problem = Assert.Single(told["problems"]!.AsArray())!;
            Assert.Equal("form", (string)problem["where"]!);
            Assert.Contains(
                "put its file into the folder 'earlier'",
                (string)problem["expected"]!,
                StringComparison.Ordinal
            );
        }

        // What was accepted before is not taken for purged; its questions are named by their ids.
        var kept = ObserveTests.ReportsOf(night).Find((string)before["id"]!)!;
        Assert.Equal("no", kept.Payload!.Answers["box-empty"].GetString());
        using (var coordinator = await night.AsAsync(await AgainAsync(night), "coordinator-1", "coordinator"))
        {
            var page = await coordinator.TextAsync("/reports/one?id=" + kept.ClientId);
            Assert.Contains("<dt>box-empty</dt><dd>no (", page, StringComparison.Ordinal);
            Assert.Contains("no file of the version that was answered", page, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(At(Earlier), text, TestContext.Current.CancellationToken);
        await night.RestartAsync(Read());
        using var again = night.Browser();
        Assert.Equal(HttpStatusCode.OK, (await Device.SendAsync(again, device.Sign(late))).Status);
        Assert.Equal(2, ObserveTests.ReportsOf(night).All.Count);
        Assert.Single(whole.Forms[0].Earlier);
    }

    [Theory]
    [InlineData("opening-1.yaml", "version: \"1\"", "version: \"2\"")]
    [InlineData("opening-one.yaml", "version: \"1\"", "version: \"1\"")]
    [InlineData("opening-1.yaml", "form: opening", "form: closing")]
    public void Read_OfAFileThatIsNoEarlierVersion_IsAProblem(string name, string old, string now)
    {
        SecondVersion();
        var text = File.ReadAllText(At(Earlier)).Replace(old, now, StringComparison.Ordinal);
        File.Delete(At(Earlier));
        File.WriteAllText(At("forms/observation/earlier/" + name), text);
        var problems = new Problems();
        Assert.Null(ElectionSetup.Read(At("examples/elections/xx-assembly-2025"), problems));
        var problem = Assert.Single(problems.InOrder());
        Assert.Contains("opening-VERSION.yaml", problem.Expected, StringComparison.Ordinal);
    }

    private static async Task<Browser> AgainAsync(Server night)
    {
        var browser = night.Browser();
        await browser.PostAsync("/sign-in", "/sign-in", ("name", "administrator"), ("password", Server.Password));
        return browser;
    }

    /// <summary>The example with a second version of the opening form, and the first where earlier versions lie.</summary>
    private ElectionSetup SecondVersion()
    {
        Copy("examples");
        Copy("forms/observation");
        Directory.CreateDirectory(At("forms/observation/earlier"));
        var current = At("forms/observation/opening.yaml");
        File.Copy(current, At(Earlier));
        File.WriteAllText(
            current,
            File.ReadAllText(current)
                .Replace("version: \"1\"", "version: \"2\"", StringComparison.Ordinal)
                .Replace("  box-empty:", "  box-shown:", StringComparison.Ordinal)
        );
        return Read();
    }

    private ElectionSetup Read()
    {
        var problems = new Problems();
        var setup = ElectionSetup.Read(At("examples/elections/xx-assembly-2025"), problems);
        Assert.Empty(problems.InOrder());
        return setup!;
    }

    private void Copy(string name)
    {
        var from = Path.Combine(Server.Checkout(), name);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(At(name), Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    private string At(string name) => Path.Combine(folder.FullName, name);
}
