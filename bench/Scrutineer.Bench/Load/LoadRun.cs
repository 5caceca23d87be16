using System.Diagnostics;
using System.Text.Json;
using Scrutineer.Storage;

namespace Scrutineer.Bench.Load;

/// <summary>A night under load: clerks enter every protocol of a nation while readers look on, and nothing may be lost.</summary>
internal static class LoadRun
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromHours(1);

    /// <summary>Runs a night until every protocol stands, and holds what the servers kept against what they acknowledged.</summary>
    /// <param name="nation">The nation.</param>
    /// <param name="target">The database of the servers.</param>
    /// <param name="servers">Their addresses; clerks and readers are spread over them.</param>
    /// <param name="options">How much of everything.</param>
    /// <param name="progress">Where progress is told.</param>
    /// <exception cref="InvalidOperationException">Something was lost, is there twice, or is not what it must be.</exception>
    public static async Task<LoadFigures> RunAsync(
        LoadNation nation,
        string target,
        IReadOnlyList<Uri> servers,
        LoadOptions options,
        Action<string> progress
    )
    {
        var figures = new LoadFigures();
        await using var database = await ElectionDatabase.OpenAsync(target, nation.Setup.Dossier.File.Id);
        var clerks = await SignedInAsync(nation, database, servers, options, figures, progress);
        var observers = await JoinedAsync(database, servers, options, figures, progress);
        var readers = Enumerable
            .Range(0, options.Readers)
            .Select(i => new LoadReader(new LoadBrowser(1_000 + i, servers[i % servers.Count]), figures, new Random(i)))
            .ToList();
        using var over = new CancellationTokenSource();
        using var stands = new CancellationTokenSource();
        var reading = readers.Select(r => r.ReadAsync(over.Token)).ToList();
        var watch = Stopwatch.StartNew();
        // They do not all begin in the same instant.
        var working = clerks
            .Select((c, i) => c.WorkAsync(options.Think * i / clerks.Count, options.Think, stands.Token))
            .ToList();
        var stations = nation.Setup.Tree.Stations.Select(s => s.Path).ToList();
        var each = options.Observers == 0 ? 0 : options.Incidents / options.Observers;
        var reporting = Task.WhenAll(
            observers.Select(
                (o, i) =>
                    o.ReportAsync(
                        [.. stations.Skip(i % stations.Count).Take(5)],
                        each,
                        Part(options.Over, each) * i / observers.Count,
                        Part(options.Over, each)
                    )
            )
        );
        await UntilAllStandAsync(nation, servers[0], options.Longest, working, progress);
        figures.Lasted = watch.Elapsed;
        await stands.CancelAsync();
        await Task.WhenAll(working);
        await reporting;
        await HoldAsync(nation, database, servers, figures, progress);
        await over.CancelAsync();
        await Task.WhenAll(reading);
        clerks.ForEach(c => c.Dispose());
        readers.ForEach(r => r.Dispose());
        observers.ForEach(o => o.Dispose());
        return figures;
    }

    private static async Task<List<LoadClerk>> SignedInAsync(
        LoadNation nation,
        ElectionDatabase database,
        IReadOnlyList<Uri> servers,
        LoadOptions options,
        LoadFigures figures,
        Action<string> progress
    )
    {
        var accounts = new AccountStore(database);
        var clerks = await MadeAsync(
            options.Clerks,
            async i =>
            {
                var name = $"clerk-{i}";
                await accounts.AddAsync(name, "clerk", DateTimeOffset.UtcNow);
                var clerk = new LoadClerk(nation, new LoadBrowser(i, servers[i % servers.Count]), figures);
                await clerk.SignInAsync(await accounts.LinkAsync(name, DateTimeOffset.UtcNow, LinkLasts));
                return clerk;
            }
        );
        progress($"{options.Clerks} clerks are signed in");
        return clerks;
    }

    private static TimeSpan Part(TimeSpan whole, int parts) => parts == 0 ? TimeSpan.Zero : whole / parts;

    private static async Task<List<LoadObserver>> JoinedAsync(
        ElectionDatabase database,
        IReadOnlyList<Uri> servers,
        LoadOptions options,
        LoadFigures figures,
        Action<string> progress
    )
    {
        var accounts = new AccountStore(database);
        var observers = await MadeAsync(
            options.Observers,
            async i =>
            {
                var name = $"observer-{i}";
                await accounts.AddAsync(name, "observer", DateTimeOffset.UtcNow);
                var observer = new LoadObserver(name, new LoadBrowser(2_000 + i, servers[i % servers.Count]), figures);
                await observer.JoinAsync(
                    await accounts.LinkAsync(name, DateTimeOffset.UtcNow, LinkLasts, AccountStore.ForDevice)
                );
                return observer;
            }
        );
        progress($"{options.Observers} devices of observers have joined");
        return observers;
    }

    // Some at a time: each sets a password, which is slow on purpose.
    private static async Task<List<T>> MadeAsync<T>(int count, Func<int, Task<T>> make)
    {
        var made = new T[count];
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) => made[i] = await make(i)
        );
        return [.. made];
    }

    private static async Task UntilAllStandAsync(
        LoadNation nation,
        Uri server,
        TimeSpan longest,
        IReadOnlyList<Task> working,
        Action<string> progress
    )
    {
        using var browser = new LoadBrowser(900, server);
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        while (true)
        {
            using var json = JsonDocument.Parse(await browser.PageAsync("/results.json"));
            var reported = json.RootElement.GetProperty("reported").GetInt32();
            if (reported == nation.Stations)
            {
                return;
            }

            // A clerk who is told something unforeseen ends the night at once.
            if (working.FirstOrDefault(t => t.IsFaulted) is { } broken)
            {
                await broken;
            }

            if (watch.Elapsed > longest)
            {
                throw new InvalidOperationException(
                    $"After {longest} only {reported} of {nation.Stations} protocols stand."
                );
            }

            if (watch.Elapsed - told > TimeSpan.FromSeconds(5))
            {
                told = watch.Elapsed;
                progress($"{told.TotalSeconds:F0} s: {reported} of {nation.Stations} protocols stand");
            }

            await Task.Delay(250);
        }
    }

    private static async Task HoldAsync(
        LoadNation nation,
        ElectionDatabase database,
        IReadOnlyList<Uri> servers,
        LoadFigures figures,
        Action<string> progress
    )
    {
        var follower = new RecordFollower(database);
        var ids = new List<string>();
        while (await follower.NextAsync() is { Count: > 0 } records)
        {
            ids.AddRange(records.Select(r => r.ClientId));
        }

        var kept = ids.ToHashSet(StringComparer.Ordinal);
        var lost = figures.Acknowledged.Count(a => !kept.Contains(a));
        var moves = (4 * nation.Stations) + (2 * nation.Slips) + figures.Count("incident");
        Expect(kept.Count == ids.Count, $"{ids.Count - kept.Count} records are there twice");
        Expect(lost == 0, $"{lost} acknowledged records are lost");
        Expect(ids.Count >= moves, $"{ids.Count} records are too few for {moves} moves and incidents");

        using var browser = new LoadBrowser(901, servers[0]);
        using var key = Evidence.NoteKey.Read(await browser.PageAsync("/log/key"))!;
        for (var i = 0; await LoggedAsync(browser) < ids.Count; i++)
        {
            Expect(i < 300, "the log never had a leaf for every record");
            await Task.Delay(100);
        }

        Expect((await DatabaseCheck.OfAsync(database, key)).Count == 0, "the database does not fit its log");
        var seats = nation.Expected().Seats!.Standing;
        var expected = string.Join(' ', seats.Seats.Index().Select(s => $"{seats.Id(s.Index)} {s.Item}"));
        foreach (var (i, server) in servers.Index())
        {
            using var reader = new LoadBrowser(902 + i, server);
            var shown = "";
            for (var tries = 0; tries < 100 && shown != expected; tries++)
            {
                using var json = JsonDocument.Parse(await reader.PageAsync("/results.json"));
                shown = string.Join(
                    ' ',
                    json.RootElement.GetProperty("lists")
                        .EnumerateArray()
                        .Select(l => $"{l.GetProperty("list").GetString()} {l.GetProperty("seats").GetInt32()}")
                );
                await Task.Delay(100);
            }

            Expect(shown == expected, $"the seats at {server} are {shown} and not {expected}");
        }

        progress($"{ids.Count} records are there once, with their leaves; seats everywhere: {expected}");
    }

    private static async Task<long> LoggedAsync(LoadBrowser browser)
    {
        var note = Evidence.SignedNote.Read(
            await browser.Client.GetByteArrayAsync(new Uri("/log/checkpoint", UriKind.Relative))
        );
        return Evidence.Checkpoint.Read(note!.Text)!.Size;
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
