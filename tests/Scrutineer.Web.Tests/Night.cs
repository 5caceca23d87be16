using System.Net;
using System.Text.RegularExpressions;
using Scrutineer.Evidence;
using Scrutineer.Findings;

namespace Scrutineer.Web.Tests;

/// <summary>A server of the invented nation on a free port of this machine, with a database and keys of its own.</summary>
internal sealed partial class Night : IAsyncDisposable
{
    public const string Station = "Eastmark/Territory 1/Station 2";
    public const string Password = "correct horse battery";

    /// <summary>The observers' copy of that station, in the order of the form (examples, observers.csv, line 3).</summary>
    public static readonly string[] Figures =
    [
        "333",
        "336",
        "215",
        "8",
        "113",
        "0",
        "215",
        "8",
        "4",
        "79",
        "75",
        "50",
        "15",
    ];

    private static readonly Lazy<ElectionSetup> Example = new(Read);

    private Night(DirectoryInfo folder, ElectionServer server, ServerOptions options)
    {
        Folder = folder;
        Options = options;
        Server = server;
    }

    public DirectoryInfo Folder { get; }

    public ElectionServer Server { get; private set; }

    public Uri Address => new(Server.Addresses.First());

    public ServerOptions Options { get; }

    /// <summary>The election of the examples. Nothing of it can be changed, so it is read once for all tests.</summary>
    public static ElectionSetup Setup() => Example.Value;

    /// <summary>Starts a server.</summary>
    /// <param name="clock">Its clock; that of the machine if absent.</param>
    /// <param name="setup">The election; that of the examples if absent.</param>
    /// <param name="showEvery">How often the public pages are made anew; at once if absent.</param>
    /// <param name="change">What else is different from the usual options.</param>
    /// <param name="witnesses">The keys of witnesses.</param>
    public static async Task<Night> StartAsync(
        TimeProvider? clock = null,
        ElectionSetup? setup = null,
        TimeSpan showEvery = default,
        Func<ServerOptions, ServerOptions>? change = null,
        params NoteKey[] witnesses
    )
    {
        var folder = Directory.CreateTempSubdirectory("scrutineer-night-");
        var usual = OptionsIn(folder, clock ?? TimeProvider.System) with
        {
            ShowEvery = showEvery,
            Witnesses = witnesses,
        };
        var options = change?.Invoke(usual) ?? usual;
        var server = await ElectionServer.CreateAsync(setup ?? Setup(), options);
        await server.StartAsync();
        return new Night(folder, server, options);
    }

    /// <summary>Stops the server and starts another one on what it left.</summary>
    public Task RestartAsync() => RestartAsync(Setup());

    /// <summary>The same, with another dossier or other forms of the election.</summary>
    public async Task RestartAsync(ElectionSetup setup)
    {
        await Server.DisposeAsync();
        Server = await ElectionServer.CreateAsync(setup, Options);
        await Server.StartAsync();
    }

    /// <summary>A browser with its own cookies; redirects are not followed.</summary>
    public Browser Browser() => new(Address);

    /// <summary>A browser whose account was made by an administrator and has used its link.</summary>
    public async Task<Browser> AsAsync(Browser administrator, string name, string role)
    {
        var made = await administrator.PostAsync("/accounts", "/accounts", ("name", name), ("role", role));
        var link = new Uri(Link().Match(await made.Content.ReadAsStringAsync()).Groups["it"].Value);
        var browser = Browser();
        await browser.PostAsync(link.AbsolutePath, link.AbsolutePath, ("password", Password));
        return browser;
    }

    /// <summary>The secret of the one-time link of a new observer.</summary>
    public static async Task<string> JoiningAsync(Browser administrator, string pseudonym)
    {
        var made = await administrator.PostAsync("/accounts", "/accounts", ("name", pseudonym), ("role", "observer"));
        return SecretOf(await made.Content.ReadAsStringAsync());
    }

    /// <summary>The secret in a page that shows the link of an observer.</summary>
    public static string SecretOf(string page)
    {
        var link = new Uri(Link().Match(page).Groups["it"].Value);
        Assert.Equal("/observe", link.AbsolutePath);
        Assert.StartsWith("#join=", link.Fragment, StringComparison.Ordinal);
        return link.Fragment["#join=".Length..];
    }

    /// <summary>A browser in which the administrator has set a password by the link of the first start.</summary>
    public async Task<Browser> AdministratorAsync()
    {
        var browser = Browser();
        var set = await browser.PostAsync(Server.StartPath!, Server.StartPath!, ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        return browser;
    }

    /// <summary>Waits until the log holds so many entries.</summary>
    public async Task<Checkpoint> LoggedAsync(long size)
    {
        using var browser = Browser();
        for (var i = 0; i < 100; i++)
        {
            var note = SignedNote.Read(await browser.Client.GetByteArrayAsync("/log/checkpoint"));
            if (Checkpoint.Read(note!.Text) is { } checkpoint && checkpoint.Size >= size)
            {
                return checkpoint;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The log never had {size} entries.");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Delete(recursive: true);
    }

    public static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Scrutineer.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run within a checkout.");
    }

    private static ElectionSetup Read()
    {
        var problems = new Problems();
        var setup = ElectionSetup.Read(Path.Combine(Checkout(), "examples", "elections", "xx-assembly-2025"), problems);
        Assert.Empty(problems.InOrder());
        return setup!;
    }

    private static ServerOptions OptionsIn(DirectoryInfo folder, TimeProvider clock) =>
        new(Path.Combine(folder.FullName, "night.db"), Path.Combine(folder.FullName, "secrets"), ["http://127.0.0.1:0"])
        {
            Clock = clock,
            ShowEvery = TimeSpan.Zero,
            LogEvery = TimeSpan.FromMilliseconds(50),
        };

    [GeneratedRegex("<code id=\"link\">(?<it>[^<]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
