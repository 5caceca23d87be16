using System.Globalization;
using System.Text;
using Scrutineer.Bench.Load;
using Scrutineer.Storage;
using Scrutineer.Storage.Tests;

namespace Scrutineer.Bench.Suites;

/// <summary>
/// A whole election night: every protocol of a made-up nation entered twice by clerks at browsers, with readers looking on, on
/// SQLite with one server and on PostgreSQL with three. Load goes to the loopback alone.
/// </summary>
internal sealed class NightSuite
{
    private const int Nation = 10_061;
    private const int Clerks = 200;
    private const int Readers = 200;
    private const int Observers = 500;
    private const int Incidents = 20_000;
    private static readonly TimeSpan Think = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly string[] Kinds = ["entry", "take", "paper", "incident", "page"];

    private readonly StringBuilder text = new();
    private readonly int stations;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-night-");

    private readonly string program;

    private NightSuite(int stations)
    {
        this.stations = stations;
        Tell("The servers are published as the tool is");
        program = Tool.Publish("bench/Scrutineer.Bench", Path.Combine(folder.FullName, "program"));
    }

    /// <summary>Runs it: all of it, or one engine, or fewer stations; only a whole run writes its results.</summary>
    /// <returns>Whether the arguments were understood.</returns>
    public static async Task<bool> RunAsync(string[] arguments)
    {
        string[] engines = ["sqlite", "postgres"];
        var size = Nation;
        for (var i = 0; i < arguments.Length; i += 2)
        {
            switch (arguments[i], i + 1 < arguments.Length ? arguments[i + 1] : "")
            {
                case ("--engine", "sqlite" or "postgres"):
                    engines = [arguments[i + 1]];
                    break;
                case ("--stations", var number)
                    when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                        && n is >= 20 and <= Nation:
                    size = n;
                    break;
                default:
                    await Console.Error.WriteLineAsync("night [--engine sqlite|postgres] [--stations N]");
                    return false;
            }
        }

        var suite = new NightSuite(size);
        try
        {
            suite.Head();
            foreach (var engine in engines)
            {
                await suite.EngineAsync(engine);
            }
        }
        finally
        {
            suite.folder.Delete(recursive: true);
        }

        if (engines.Length == 2 && size == Nation)
        {
            Results.Write("night.md", suite.text.ToString());
        }
        else
        {
            Console.Write(suite.text);
        }

        return true;
    }

    private static void Tell(string what) => Console.Error.WriteLine(what);

    private void Head()
    {
        text.Append("# Benchmarks: a whole election night\n\n");
        text.Append("Written by `dotnet run -c Release --project bench/Scrutineer.Bench -- night`. ");
        text.Append(
            CultureInfo.InvariantCulture,
            $".NET {Environment.Version}, {Environment.ProcessorCount} cores, which the servers, the database and\nwhoever makes the load share. "
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"{stations} synthetic stations, two entries each, a third for one in twenty. {Clerks} clerks at work at once, each waiting for\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"one answer before the next request; {Observers} observers' devices hand in {Incidents} signed incidents\n(fewer where stations are fewer); {Readers} readers hear events and load the page after each. A clerk looks at each paper for\n{Think.TotalSeconds:F0} s; without that time everybody sends as fast as answers come, which no people do. A run fails where an acknowledged move is\nlost or there twice, where the log does not fit, or where the seats are not those of the law.\n"
        );
    }

    private async Task EngineAsync(string engine)
    {
        using var postgres = engine == "postgres" ? new PostgresServer() : null;
        if (postgres is { IsThere: false })
        {
            text.Append("\n## PostgreSQL\n\nThere was none on the machine.\n");
            return;
        }

        var processes = postgres is null ? 1 : 3;
        text.Append(
            postgres is null ? "\n## SQLite, one server\n\n" : "\n## PostgreSQL, three servers on one database\n\n"
        );
        var (night, memory, worked) = await NightAsync(postgres, stations, Think, Readers, processes);
        Table("with time to look", night);
        var (fast, _, _) = await NightAsync(postgres, stations, TimeSpan.Zero, 0, processes);
        Table("no time to look, no readers", fast);

        await using var database = await ElectionDatabase.OpenAsync(Target(postgres), "bare");
        var bare = await BareCommits.RateAsync(database, processes);
        var store = await BareCommits.StoreRateAsync(database, Clerks);
        var (whole, half) = fast.Rates;
        text.Append("| a second | |\n| --- | ---: |\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"| rows that the bare database commits, one a commit, {processes} connection(s) | {bare:F0} |\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"| records that one store accepts from {Clerks} at once, each on the disk before its answer | {store:F0} |\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"| moves through browsers, without time to look | {whole:F0} |\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"| the same in the second half, when the server's code is compiled | {half:F0} |\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"| that against the bare database | {100 * half / bare:F0} % |\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"The night lasted {night.Lasted.TotalSeconds:F0} s; {night.Acknowledged.Count()} records were acknowledged and kept; readers heard {night.Events} events.\nMost memory of a server: {memory / 1_000_000.0:F0} MB; processor time of the servers: {worked.TotalSeconds:F0} s.\n"
        );
    }

    private async Task<(LoadFigures Figures, long Memory, TimeSpan Worked)> NightAsync(
        PostgresServer? postgres,
        int size,
        TimeSpan think,
        int readers,
        int processes
    )
    {
        Tell($"{(postgres is null ? "SQLite" : "PostgreSQL")}: {size} stations, {processes} server(s)");
        var target = Target(postgres);
        var secrets = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"));
        var servers = new List<NightServer>();
        try
        {
            for (var i = 0; i < processes; i++)
            {
                servers.Add(await NightServer.StartAsync(program, size, target, secrets));
            }

            var figures = await LoadRun.RunAsync(
                LoadNation.Of(Results.Root, size),
                target,
                [.. servers.Select(s => s.Address)],
                new LoadOptions(Clerks, readers, think, Longest)
                {
                    Observers = think == TimeSpan.Zero ? 0 : Observers,
                    Incidents = (int)((long)Incidents * size / Nation),
                    Over = TimeSpan.FromSeconds(100.0 * size / Nation),
                },
                Tell
            );
            return (figures, servers.Max(s => s.Memory), servers.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Worked));
        }
        finally
        {
            servers.ForEach(s => s.Dispose());
        }
    }

    private string Target(PostgresServer? postgres) =>
        postgres?.NewDatabase() ?? Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".db");

    private void Table(string how, LoadFigures figures)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {how} | requests | p50 | p95 | p99 |\n| --- | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var kind in Kinds.Where(k => figures.Count(k) > 0))
        {
            var name = kind switch
            {
                "entry" => "hand in an entry",
                "take" => "take the next paper",
                "paper" => "load the paper",
                "incident" => "hand in a signed incident",
                _ => "load the page of results",
            };
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {figures.Count(kind)} | {figures.Percentile(kind, 50):F1} ms | {figures.Percentile(kind, 95):F1} ms | {figures.Percentile(kind, 99):F1} ms |\n"
            );
        }

        text.Append('\n');
    }
}
