using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scrutineer.Evidence;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Endpoints;
using Scrutineer.Web.Night;
using Scrutineer.Web.Observers;

namespace Scrutineer.Web;

/// <summary>The election-night server: entry of protocols, the coordinator's queue, and a public page over a log that anyone can verify.</summary>
public sealed class ElectionServer : IAsyncDisposable
{
    /// <summary>The limit of attempts to sign in or to use a link, by address.</summary>
    internal const string Attempts = "attempts";

    /// <summary>The limit of downloads that cost much, by address.</summary>
    internal const string Heavy = "heavy";

    /// <summary>
    /// The limit of what devices hand in, by address. Behind one proxy, or one provider of a mobile network, all observers have
    /// one address; each device has a limit of its own besides.
    /// </summary>
    internal const string Devices = "devices";

    /// <summary>The limit of what programs ask, by address.</summary>
    internal const string Programs = "programs";

    private const string FirstAccount = "administrator";
    private const int ReadyThreads = 16;
    private readonly ElectionDatabase database;
    private readonly RecordStore store;
    private readonly LogKeeper keeper;
    private readonly NoteKey key;

    private ElectionServer(
        ElectionDatabase database,
        RecordStore store,
        LogKeeper keeper,
        NoteKey key,
        WebApplication application
    )
    {
        this.database = database;
        this.store = store;
        this.keeper = keeper;
        this.key = key;
        Application = application;
    }

    /// <summary>The web application.</summary>
    internal WebApplication Application { get; }

    /// <summary>The path of the administrator's one-time link; nothing where the administrator has a password already.</summary>
    public string? StartPath { get; private init; }

    private IDisposable? Held { get; init; }

    /// <summary>Opens the database, reads what it holds, and makes the server ready to start.</summary>
    /// <param name="setup">The election.</param>
    /// <param name="options">Where it keeps what it accepts, and where it listens.</param>
    /// <exception cref="StorageException">The database or a key cannot be used.</exception>
    public static async Task<ElectionServer> CreateAsync(ElectionSetup setup, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(options);

        // A call of SQLite holds its thread until the disk has answered. Where there are few processors, others must be ready
        // meanwhile, and not be made one after the other when everybody waits already.
        ThreadPool.GetMinThreads(out var ready, out var ports);
        ThreadPool.SetMinThreads(Math.Max(ready, ReadyThreads), ports);
        var held = OneServer.Of(options.Database);
        try
        {
            return await MakeAsync(setup, options, held);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    private static async Task<ElectionServer> MakeAsync(ElectionSetup setup, ServerOptions options, IDisposable? held)
    {
        var logKey = ServerSecrets.LogKey(options.Secrets, LogKeeper.OriginOf(setup.Dossier.File.Id));
        ServerSecrets.OwnFile(options.Database);
        var opened = await ElectionDatabase.OpenAsync(options.Database, setup.Dossier.File.Id);
        var records = new RecordStore(opened);
        var log = new LogKeeper(opened, logKey);
        var night = new ElectionNight(setup, records, options.Clock);
        var embargo = new Embargo(records, options.Clock);
        var reported = new Reports(setup, records);
        var feed = new RecordFeed(records, night, reported, embargo);
        await feed.FollowAsync();
        var accounts = new AccountStore(opened);
        var now = options.Clock.GetUtcNow();
        await accounts.AddAsync(FirstAccount, Roles.Administrator, now);
        var start = (await accounts.FindAsync(FirstAccount)) is { Password: null }
            ? "/start/" + await accounts.LinkAsync(FirstAccount, now, AccountEndpoints.LinkLasts)
            : null;

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });

        // The options say everything. A file of settings in the folder of a dossier, or a variable, must not open other
        // addresses or write requests into a log.
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (options.Logs is { } logs)
        {
            logs(builder.Logging);
        }
        else
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        // What the framework notes of each request names its path, and the path of a one-time link is its secret.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // That keys lie in a folder of their owner, and that pages with forms are not cached, is meant so.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
            kestrel.Limits.MaxConcurrentConnections = 10_000;
        });
        builder
            .Services.AddSingleton(options)
            .AddSingleton(opened)
            .AddSingleton(records)
            .AddSingleton(log)
            .AddSingleton(logKey)
            .AddSingleton(new Witnesses(opened, options.Witnesses))
            .AddSingleton(setup)
            .AddSingleton(night)
            .AddSingleton(_ => feed)
            .AddSingleton(embargo)
            .AddSingleton<NightViews>()
            .AddSingleton<PublicBoard>()
            .AddSingleton<LiveSample>()
            .AddHostedService(services => services.GetRequiredService<LiveSample>())
            .AddSingleton(accounts)
            .AddSingleton(new DraftStore(opened))
            .AddSingleton<KnownSessions>()
            .AddSingleton<TokenStore>()
            .AddSingleton<Origin>()
            .AddSingleton<Faults>()
            .AddSingleton<ReaderLimit>()
            .AddSingleton(reported)
            .AddSingleton<ReportDesk>()
            .AddSingleton(new DeviceStore(opened))
            .AddSingleton(new FileStore(opened))
            .AddSingleton<DeviceLimit>()
            .AddSingleton(new DeviceQuota(opened, options.DeviceRecords, (long)options.DeviceMegabytes << 20))
            .AddSingleton<ReportIntake>()
            .AddSingleton<PhotographIntake>()
            .AddSingleton<CarriedFile>()
            .AddSingleton<RefusedLines>()
            .AddSingleton<ObserverData>()
            .AddSingleton<PasswordHasher<Account>>()
            .AddSingleton<SignInLimit>()
            .AddSingleton<DatabaseSignals>()
            .AddSingleton<JobStore>()
            .AddSingleton<JobService>()
            .AddHostedService(services => services.GetRequiredService<JobService>())
            .AddHostedService<LogService>();
        AddAccess(builder.Services, options);
        builder.Services.AddRazorComponents();

        // What is carried here may hold what nobody else shall read: it is not laid down in a folder for temporary files.
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MemoryBufferThreshold = CarriedFile.Longest + (1 << 20);
            form.ValueLengthLimit = CarriedFile.Longest;
        });
        builder.Services.AddOpenApi(ApiDocument.Configure);

        var application = builder.Build();
        application.UseProxies(options.Proxies);
        application.Use((context, next) => SecurityHeaders.Add(context, next));
        application.Use(application.Services.GetRequiredService<Faults>().AnswerAsync);
        application.Use(application.Services.GetRequiredService<Origin>().CheckAsync);
        application.UseAuthentication();
        application.UseRateLimiter();
        application.UseAuthorization();
        application.MapOpenApi("/openapi.json").Public();
        application.MapPublic();
        application.MapPhone();
        application.MapLog();
        application.MapAccounts();
        application.MapEntry();
        application.MapQueue();
        application.MapEmbargo();
        application.MapQuickCount();
        application.MapReports();
        application.MapObserve();
        application.MapPrograms();
        application.MapPurge();
        application.MapApi();
        application.MapImport();
        return new ElectionServer(opened, records, log, logKey, application) { StartPath = start, Held = held };
    }

    /// <summary>The addresses at which it listens, once it is started.</summary>
    public IReadOnlyCollection<string> Addresses => [.. Application.Urls];

    /// <summary>Starts listening.</summary>
    public Task StartAsync() => Application.StartAsync();

    /// <summary>Waits until it is told to stop, by Ctrl-C or otherwise, and has stopped.</summary>
    public Task WaitAsync() => Application.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Application.StopAsync();
        await Application.DisposeAsync();
        await store.DisposeAsync();
        keeper.Dispose();
        key.Dispose();
        await database.DisposeAsync();
        Held?.Dispose();
    }

    private static void AddAccess(IServiceCollection services, ServerOptions options)
    {
        services
            .AddDataProtection()
            .SetApplicationName("scrutineer")
            .PersistKeysToFileSystem(ServerSecrets.Directory(Path.Combine(options.Secrets, "sessions")));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "page";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "session";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = Sessions.Idle;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/sign-in";
                cookie.TimeProvider = options.Clock;
                cookie.Events.OnValidatePrincipal = Sessions.ValidateAsync;
                cookie.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Bearer>(Bearer.Name, null);
        services.AddAuthorization(authorization =>
        {
            foreach (var (policy, roles) in Policies.All)
            {
                authorization.AddPolicy(
                    policy,
                    p =>
                    {
                        if (Policies.OfPrograms.Contains(policy))
                        {
                            p.AddAuthenticationSchemes(Bearer.Name);
                        }

                        _ = roles.Length == 0 ? p.RequireAuthenticatedUser() : p.RequireRole(roles);
                    }
                );
            }
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Attempts, http => ClientAddress.Limit(http, 60));
            limiter.AddPolicy(Programs, http => ClientAddress.Limit(http, 1_200));
            limiter.AddPolicy(Heavy, http => ClientAddress.Limit(http, 10));
            limiter.AddPolicy(Devices, http => ClientAddress.Limit(http, 6_000));
        });
    }
}
