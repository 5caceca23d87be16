using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Scrutineer.Storage.Tests;

/// <summary>A PostgreSQL of its own on the loopback, made for tests and measurements and removed after them.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string[] Places = ["/usr/lib/postgresql", "/usr/local/pgsql"];
    private readonly DirectoryInfo? folder;
    private readonly string programs = "";
    private readonly int port;

    public PostgresServer()
    {
        var found = Places
            .Where(Directory.Exists)
            .SelectMany(p => Directory.EnumerateFiles(p, "initdb", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .LastOrDefault();
        if (found is null)
        {
            return;
        }

        programs = Path.GetDirectoryName(found)!;
        port = FreePort();
        folder = Directory.CreateTempSubdirectory("scrutineer-pg-");
        if (IsRoot)
        {
            // PostgreSQL refuses to run as root; nobody in particular runs it.
            Run("chown", "65534:65534", folder.FullName);
        }

        Run(Path.Combine(programs, "initdb"), "-D", Data, "-U", "scrutineer", "-A", "trust", "--no-sync", "-E", "UTF8");
        Start();
    }

    /// <summary>Whether there is a PostgreSQL on this machine.</summary>
    public bool IsThere => folder is not null;

    /// <summary>The connection string of a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        Run(
            Path.Combine(programs, "psql"),
            "-h",
            "127.0.0.1",
            "-p",
            Text(port),
            "-U",
            "scrutineer",
            "-d",
            "postgres",
            "-qc",
            $"CREATE DATABASE {name}"
        );
        return $"Host=127.0.0.1;Port={Text(port)};Username=scrutineer;Database={name};Include Error Detail=true";
    }

    /// <summary>Ends the server at once, as a power cut would, and starts it again.</summary>
    public void Restart()
    {
        Control("stop", "-m", "immediate");
        Start();
    }

    public void Dispose()
    {
        if (folder is not null)
        {
            Control("stop", "-m", "immediate");
            folder.Delete(recursive: true);
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(folder!.FullName, "data");

    private void Start() =>
        Control(
            "start",
            "-l",
            Path.Combine(folder!.FullName, "log"),
            "-o",
            $"-p {Text(port)} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder.FullName} -c shared_buffers=128MB"
        );

    private void Control(params string[] arguments) =>
        Run(Path.Combine(programs, "pg_ctl"), ["-D", Data, "-w", "-t", "180", "-s", .. arguments]);

    private static void Run(string program, params string[] arguments)
    {
        var asNobody = IsRoot && program.Contains('/', StringComparison.Ordinal);
        var start = new ProcessStartInfo(asNobody ? "setpriv" : program) { UseShellExecute = false };
        foreach (
            var argument in asNobody
                ? ["--reuid=65534", "--regid=65534", "--clear-groups", program, .. arguments]
                : arguments
        )
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = "/";
        start.RedirectStandardOutput = Path.GetFileName(program) == "initdb";
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput)
        {
            process.StandardOutput.ReadToEnd();
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}"
            );
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
