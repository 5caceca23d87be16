using System.Diagnostics;
using System.Globalization;
using Scrutineer.Bench.Load;
using Scrutineer.Web;

namespace Scrutineer.Bench.Suites;

/// <summary>A server of a made-up nation as a process of its own, started by the measurement and ended by it.</summary>
internal sealed class NightServer : IDisposable
{
    /// <summary>The word by which the measurement calls itself as a server.</summary>
    public const string Word = "night-server";

    private readonly Process process;

    private NightServer(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The most memory that it ever had, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>The processor time that it took.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a server and waits until it listens.</summary>
    /// <param name="program">This program, as it was published.</param>
    /// <param name="stations">How many stations the nation has.</param>
    /// <param name="target">The database.</param>
    /// <param name="secrets">The folder of its secrets.</param>
    public static async Task<NightServer> StartAsync(string program, int stations, string target, string secrets)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Results.Root,
        };
        foreach (var argument in new[] { Word, stations.ToString(CultureInfo.InvariantCulture), target, secrets })
        {
            start.ArgumentList.Add(argument);
        }

        var started = Process.Start(start)!;
        var line =
            await started.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The server did not start.");
        return new NightServer(started, new Uri(line));
    }

    /// <summary>What the process does: serves until its standard input ends.</summary>
    public static async Task ServeAsync(IReadOnlyList<string> arguments)
    {
        var nation = LoadNation.Of(Results.Root, int.Parse(arguments[0], CultureInfo.InvariantCulture));
        var options = new ServerOptions(arguments[1], arguments[2], ["http://127.0.0.1:0"]);
        await using var server = await ElectionServer.CreateAsync(nation.Setup, options);
        await server.StartAsync();
        await Console.Out.WriteLineAsync(server.Addresses.First());
        await Console.Out.FlushAsync();
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(20_000))
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
