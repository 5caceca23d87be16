using System.CommandLine;
using System.Net;
using System.Runtime.CompilerServices;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Storage;
using Scrutineer.Web;

namespace Scrutineer.Cli;

/// <summary><c>serve</c>: the election-night server.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 8080;

    public static Command Create()
    {
        var folder = new Argument<string>("dossier")
        {
            Description = "The folder of the election, with a form of protocols and units.csv.",
        };
        var database = new Option<string?>("--database")
        {
            Description =
                "Where everything accepted is kept: a file, or a connection string of PostgreSQL; by default a file named like the election.",
        };
        var secrets = new Option<string?>("--secrets")
        {
            Description =
                "A folder for the keys of the log and of the sessions; by default named like the database, with '.secrets'.",
        };
        var port = new Option<int?>("--port")
        {
            Description =
                $"The port on this machine at which it listens; {UsualPort} if absent, 0 for any that is free.",
        };
        var urls = new Option<string[]>("--urls")
        {
            Description = "Other addresses at which it listens, such as http://192.168.1.2:8080.",
            AllowMultipleArgumentsPerToken = true,
        };
        var origin = new Option<string?>("--origin")
        {
            Description =
                "The address under which readers know the server, such as https://night.example.org; requests for other hosts are refused.",
        };
        var proxies = new Option<string[]>("--proxy")
        {
            Description =
                "The address of a reverse proxy whose X-Forwarded-For is believed, such as 127.0.0.1; by default nobody's is.",
            AllowMultipleArgumentsPerToken = true,
        };
        var witnesses = new Option<string[]>("--witness")
        {
            Description = "The public key of a witness whose signatures under checkpoints are taken; several times.",
        };
        var deviceRecords = Bound(
            "--device-records",
            "The most reports and photographs that one device of an observer may put into the database; 2000 if absent."
        );
        var deviceMegabytes = Bound(
            "--device-megabytes",
            "The most megabytes of reports and photographs that one device may put into the database; 512 if absent."
        );
        var check = new Option<bool>("--check")
        {
            Description = "Read everything that the server needs, say what it would serve, and start nothing.",
        };
        var command = new Command(
            "serve",
            "Serves an election night: two blind entries of every protocol, a queue of what is open, a public page with seats by law, and a log that anyone can verify.\n\n"
                + "Examples:\n"
                + "  scrutineer serve examples/elections/xx-assembly-2025 --check\n"
                + "  scrutineer serve [dossier] --database night.db --port 8080"
        )
        {
            folder,
            database,
            secrets,
            port,
            urls,
            origin,
            proxies,
            witnesses,
            deviceRecords,
            deviceMegabytes,
            check,
        };
        command.SetAction(parsed =>
        {
            var addresses = parsed.GetValue(urls) ?? [];
            if (parsed.GetValue(port) is { } number && number is < 0 or > ushort.MaxValue)
            {
                Console.Error.WriteLine("--port is a number from 0 to 65535.");
                return CommandLine.WrongInput;
            }

            Uri? known = null;
            if (
                parsed.GetValue(origin) is { } written
                && !(Uri.TryCreate(written, UriKind.Absolute, out known) && known.Scheme is "https" or "http")
            )
            {
                Console.Error.WriteLine("--origin is an address such as https://night.example.org.");
                return CommandLine.WrongInput;
            }

            var trusted = new List<IPAddress>();
            foreach (var proxy in parsed.GetValue(proxies) ?? [])
            {
                if (!IPAddress.TryParse(proxy, out var address))
                {
                    Console.Error.WriteLine($"--proxy is an address such as 127.0.0.1, and '{proxy}' is none.");
                    return CommandLine.WrongInput;
                }

                trusted.Add(address);
            }

            return Serve(
                parsed.GetValue(folder)!,
                parsed.GetValue(database),
                parsed.GetValue(secrets),
                parsed.GetValue(witnesses),
                addresses.Length > 0 ? addresses : [$"http://127.0.0.1:{parsed.GetValue(port) ?? UsualPort}"],
                known,
                trusted,
                (parsed.GetValue(deviceRecords), parsed.GetValue(deviceMegabytes)),
                parsed.GetValue(check)
            );
        });
        return command;
    }

    private static Option<int?> Bound(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError($"{name} is a whole number from 1.");
            }
        });
        return option;
    }

    // By itself, so that the assemblies of the server are loaded by this command alone.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(
        string folder,
        string? database,
        string? secrets,
        string[]? witnesses,
        string[] urls,
        Uri? origin,
        IReadOnlyList<IPAddress> proxies,
        (int? Records, int? Megabytes) device,
        bool check
    )
    {
        var problems = new Problems();
        var trusted = EvidenceOptions.Keys(witnesses, "--witness", problems);
        if (ElectionSetup.Read(folder, problems) is not { } setup || problems.Any)
        {
            return CommandLine.Report(problems);
        }

        if (check)
        {
            CommandLine.Write(
                Words.Wrap(
                    $"{setup.Dossier.File.Title}: {Shown.Of(setup.Tree.Stations.Count(), "station", "stations")}, each with {Shown.Of(setup.Layout.Columns.Count, "figure", "figures")} of form {setup.Layout.Form.Id} and {Shown.Of(setup.Layout.Relations.Count, "control relation", "control relations")}; seats of '{setup.Contest}' by {setup.Dossier.Law.File.Id}, edition {setup.Dossier.Edition.Name}.",
                    0
                )
            );
            return CommandLine.Done;
        }

        var usual = Options(setup, database, secrets, urls);
        var options = usual with
        {
            Origin = origin,
            Proxies = proxies,
            Witnesses = trusted,
            DeviceRecords = device.Records ?? usual.DeviceRecords,
            DeviceMegabytes = device.Megabytes ?? usual.DeviceMegabytes,
        };
        try
        {
            return RunAsync(setup, options).GetAwaiter().GetResult();
        }
        catch (StorageException wrong)
        {
            Console.Error.WriteLine($"scrutineer: {wrong.Message}");
            return CommandLine.WrongInput;
        }
    }

    /// <summary>Where a server of an election keeps what it accepts, unless it is told otherwise.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ServerOptions Options(ElectionSetup setup, string? database, string? secrets, string[] urls)
    {
        var target = database ?? setup.Dossier.File.Id + ".db";
        var isServer = target.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        return new ServerOptions(target, secrets ?? (isServer ? setup.Dossier.File.Id : target) + ".secrets", urls);
    }

    private static async Task<int> RunAsync(ElectionSetup setup, ServerOptions options)
    {
        await using var server = await ElectionServer.CreateAsync(setup, options);
        await server.StartAsync();
        foreach (var address in server.Addresses)
        {
            CommandLine.Write($"Serving {setup.Dossier.File.Title} at {address}\n");
            if (server.StartPath is { } start)
            {
                CommandLine.Write($"The administrator's link, which works once: {address}{start}\n");
            }
        }

        CommandLine.Write("Stop it with Ctrl-C.\n");
        Console.Out.Flush();
        await server.WaitAsync();
        return CommandLine.Done;
    }
}
