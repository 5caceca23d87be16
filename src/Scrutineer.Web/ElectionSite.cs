using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scrutineer.Evidence;
using Scrutineer.Storage;
using Scrutineer.Web.Endpoints;
using Scrutineer.Web.Language;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web;

/// <summary>
/// The public pages of an election night as plain files, in every language, with the figures and the log: any web host can
/// serve them to any number of readers, and anybody can verify them.
/// </summary>
public static class ElectionSite
{
    /// <summary>The folder of the log's bundle within the site.</summary>
    public const string Log = EvidenceBundle.SiteFolder;

    /// <summary>Writes the site as the protocols stand. The log in it holds at least everything that the pages show.</summary>
    /// <param name="setup">The election.</param>
    /// <param name="options">Where the server keeps what it accepts; it may be running.</param>
    /// <param name="folder">Where the site goes; what is there under the same names is replaced.</param>
    /// <returns>How many pages were written.</returns>
    /// <exception cref="StorageException">The database or the key of its log is not there, or cannot be used.</exception>
    public static async Task<int> WriteAsync(ElectionSetup setup, ServerOptions options, string folder)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var key =
            ServerSecrets.ExistingLogKey(options.Secrets)
            ?? throw new StorageException($"There is no key of a log in {options.Secrets}; a server makes it.");
        await using var database = await ElectionDatabase.OpenAsync(options.Database, setup.Dossier.File.Id);
        await using var store = new RecordStore(database);
        using var keeper = new LogKeeper(database, key);
        var night = new ElectionNight(setup, store, options.Clock);
        var embargo = new Embargo(store, options.Clock);
        var reports = new Reports(setup, store);
        using var feed = new RecordFeed(store, night, reports, embargo);
        await feed.FollowAsync();
        await keeper.KeepAsync(options.Clock.GetUtcNow(), thorough: true);

        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "assets", "style.css"), Assets.Bytes("style.css"));
        if (embargo.Holds)
        {
            await HeldBackAsync(keeper, key, Path.Combine(folder, Log));
        }
        else
        {
            await keeper.WriteBundleAsync(Path.Combine(folder, Log), reports.PublishedFiles);
            var views = new NightViews(night, reports);
            await File.WriteAllBytesAsync(Path.Combine(folder, "results.json"), NightFiles.Json(night));
            await File.WriteAllBytesAsync(Path.Combine(folder, "stations.csv"), NightFiles.Csv(night));
            await File.WriteAllBytesAsync(Path.Combine(folder, "units.csv"), UnitFiles.Csv(setup, views.Levels));
            await File.WriteAllBytesAsync(Path.Combine(folder, "results.nist.json"), views.Nist);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, EvidenceBundle.CopiesFile),
                await ReportFiles.CopiesAsync(night, reports)
            );
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, "incidents.csv"), ReportFiles.Incidents(reports.All));
        return await PagesAsync(night, reports, embargo, folder);
    }

    // Of the log only what binds it: its entries hold figures, and would say them before the embargo ends.
    private static async Task HeldBackAsync(LogKeeper keeper, NoteKey key, string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "key"), key.Verifier + "\n");
        if (await keeper.CheckpointAsync() is { } note)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "checkpoint"), note.ToString());
        }
    }

    private static async Task<int> PagesAsync(ElectionNight night, Reports reports, Embargo embargo, string folder)
    {
        var levels = new NightViews(night, reports).Levels;
        var copies = reports.All.Where(r => r.Kind == ReportKind.Copy).ToList();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var written = 0;
        foreach (var (language, _, _) in Texts.Languages)
        {
            await WriteAsync<PublishedPage>(
                language,
                "published",
                ("Incidents", ReportFiles.PublishedIncidents(reports.All).ToList())
            );
            if (embargo.Holds)
            {
                await WriteAsync<EmbargoPage>(language, "index", ("Setting", embargo.Setting));
                continue;
            }

            await WriteAsync<ResultsPage>(language, "index", ("Night", night), ("Levels", levels));
            foreach (var unit in levels.All.Where(u => !night.Setup.Tree.IsStation(u.Unit.Path)))
            {
                await WriteAsync<UnitPage>(
                    language,
                    PageContext.UnitFile(unit.Unit.Path),
                    ("Setup", night.Setup),
                    ("Progress", unit),
                    ("Within", levels.Within(unit.Unit.Path))
                );
            }

            foreach (var station in night.All)
            {
                await WriteAsync<StationPage>(
                    language,
                    PageContext.StationFile(station.Entry.Unit),
                    ("Setup", night.Setup),
                    ("Entry", station.Entry),
                    ("Copies", ObserverCopy.Published(copies, station.Entry))
                );
            }
        }

        return written;

        async Task WriteAsync<T>(string language, string file, params (string Name, object? Value)[] parameters)
            where T : IComponent
        {
            var all = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
            all["Page"] = new PageContext(Texts.In(language), night.Setup.Dossier.File.Title) { File = file };
            var html = await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(all))).ToHtmlString()
            );
            var path = Path.Combine(folder, PageContext.Named(file, language));
            await File.WriteAllTextAsync(path, html.ReplaceLineEndings("\n"), new UTF8Encoding(false));
            written++;
        }
    }
}
