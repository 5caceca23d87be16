using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Scrutineer.Evidence;
using Scrutineer.Findings;
using Scrutineer.Storage.Tests;

namespace Scrutineer.Cli.Tests;

/// <summary>The server as a process: started, killed without warning, started again, stopped.</summary>
public sealed partial class ServeTests : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-serve-");

    private Process? running;
    private string database = "";

    public void Dispose()
    {
        if (running is { HasExited: false } left)
        {
            left.Kill();
            left.WaitForExit();
        }

        running?.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>
    /// Every move that was acknowledged is in the log after a kill, once, the log only grew, and nobody needs to lend a hand.
    /// Two kills by default, 150 on SQLite and 50 on PostgreSQL with SCRUTINEER_HEAVY=1, each at a moment drawn by a seed.
    /// </summary>
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Serve_KilledUnderLoad_KeepsEveryAcknowledgedMoveOnce(string engine)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs signals");
        }

        Interrupt.SkipWhereIgnored();

        using var postgres = engine == "postgresql" ? new PostgresServer() : null;
        Assert.SkipWhen(postgres is { IsThere: false }, "There is no PostgreSQL on this machine.");
        database = postgres?.NewDatabase() ?? At("night.db");
        var many = postgres is null ? 150 : 50;
        var kills = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? many : 2;
        var random = new Random(20250615);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        var checkpoints = new Dictionary<long, SignedNote>();
        var (process, start) = await StartAsync();
        using var clerk = await ClerkAsync(start!);
        for (var kill = 0; kill < kills; kill++)
        {
            var address = clerk.BaseAddress!;
            var load = Enumerable
                .Range(1, 4)
                .Select(station => LoadAsync(clerk, address, $"Eastmark/Territory 1/Station {station}", acknowledged))
                .ToList();
            await AcknowledgedAsync(acknowledged, acknowledged.Count + random.Next(1, 12));
            var note = SignedNote.Read(
                await clerk.GetByteArrayAsync("/log/checkpoint", TestContext.Current.CancellationToken)
            )!;
            checkpoints[Checkpoint.Read(note.Text)!.Size] = note;
            await Task.Delay(random.Next(0, 300), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(load);
            (process, _) = await StartAsync(address.Port);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{kills} kills, {acknowledged.Count} moves were acknowledged, {checkpoints.Count} checkpoints were seen"
        );
        Assert.True(acknowledged.Count >= 2 * kills, $"only {acknowledged.Count} moves were acknowledged");
        await Interrupt.SendAsync(process, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);

        // The server gave every record its leaf before it stopped; the site holds the whole log.
        var run = await DocumentExample.RunAsync(
            [
                "publish",
                "examples/elections/xx-assembly-2025",
                "--database",
                database,
                "--secrets",
                At("secrets"),
                "--out",
                At("site"),
            ],
            "",
            Checkout.Root,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(0, run.Item1);
        foreach (var earlier in checkpoints.Values.Prepend(null))
        {
            var check = BundleCheck.Of(At("site/log"), [], [], earlier);
            Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
        }

        var entries = string.Concat(
            Directory
                .EnumerateFiles(At("site/log/tile/entries"), "*", SearchOption.AllDirectories)
                .Select(f => Encoding.UTF8.GetString(File.ReadAllBytes(f)))
        );
        var times = Id().Matches(entries).CountBy(m => m.Groups["it"].Value).ToDictionary(StringComparer.Ordinal);
        Assert.All(acknowledged, id => Assert.Equal(1, times.GetValueOrDefault(id)));
    }

    /// <summary>Waits until so many moves are acknowledged; a kill before the first would show nothing.</summary>
    private static async Task AcknowledgedAsync(HashSet<string> acknowledged, int moves)
    {
        for (var i = 0; i < 3_000; i++)
        {
            lock (acknowledged)
            {
                if (acknowledged.Count >= moves)
                {
                    return;
                }
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{moves} moves were never acknowledged.");
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private async Task<(Process Process, Uri? Start)> StartAsync(int port = 0)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (
            var argument in new[]
            {
                Path.Combine(AppContext.BaseDirectory, "Scrutineer.Cli.dll"),
                "serve",
                "examples/elections/xx-assembly-2025",
                "--database",
                database,
                "--secrets",
                At("secrets"),
                "--port",
                $"{port}",
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        running?.Dispose();
        var process = running = Process.Start(start)!;
        Uri? link = null;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Link().Match(line) is { Success: true } found)
            {
                link = new Uri(found.Value);
            }

            if (line.StartsWith("Stop it", StringComparison.Ordinal))
            {
                return (process, link);
            }
        }

        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>An administrator's browser makes an account; the clerk's own browser uses its link.</summary>
    private static async Task<HttpClient> ClerkAsync(Uri start)
    {
        using var administrator = Browser(start);
        await PostAsync(administrator, start.AbsolutePath, start.AbsolutePath, ("password", Password));
        var made = await PostAsync(administrator, "/accounts", "/accounts", ("name", "clerk-1"), ("role", "clerk"));
        var link = Link().Match(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
        var clerk = Browser(start);
        await PostAsync(clerk, new Uri(link).AbsolutePath, new Uri(link).AbsolutePath, ("password", Password));
        return clerk;
    }

    /// <summary>Takes the protocol of a station and gives it back, until the server is gone.</summary>
    private static async Task LoadAsync(HttpClient clerk, Uri address, string unit, HashSet<string> acknowledged)
    {
        try
        {
            var token = Token().Match(await clerk.GetStringAsync("/entry")).Groups["it"].Value;
            for (var turn = 0; ; turn++)
            {
                var id = Guid.NewGuid().ToString();
                var path = "/entry/paper?unit=" + Uri.EscapeDataString(unit);
                using var paper = await clerk.GetAsync(path);
                var held = paper.StatusCode == HttpStatusCode.OK;
                var version = held ? Version().Match(await paper.Content.ReadAsStringAsync()).Groups["it"].Value : "";
                using var form = Form(
                    ("__RequestVerificationToken", token),
                    ("id", id),
                    ("unit", unit),
                    ("version", version)
                );
                using var answer = await clerk.PostAsync(
                    new Uri(address, held ? "/entry/release" : "/entry/claim"),
                    form
                );
                if (answer.StatusCode == HttpStatusCode.Redirect)
                {
                    lock (acknowledged)
                    {
                        acknowledged.Add(id);
                    }
                }

                // A paper that is taken a hundred thousand times is read at every start, and shows nothing more.
                await Task.Delay(20);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The server was killed; whatever was sent last is not acknowledged.
        }
    }

    private static HttpClient Browser(Uri address) =>
        new(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)),
        };

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        string page,
        string path,
        params (string, string)[] values
    )
    {
        var token = Token().Match(await browser.GetStringAsync(page)).Groups["it"].Value;
        using var form = Form([("__RequestVerificationToken", token), .. values]);
        return await browser.PostAsync(path, form);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] values) =>
        new(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));

    [GeneratedRegex("\"id\":\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/start/[0-9a-f]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"version\" value=\"(?<it>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
