using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>Signing in and out, one-time links, and the administrator's page of accounts.</summary>
internal static partial class AccountEndpoints
{
    /// <summary>How long a one-time link can be used.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromHours(24);

    private const int ShortestPassword = 12;
    private const int LongestPassword = 200;
    private const int LongestName = 40;
    private const char FirstBeyondLatin = '\u0250';

    /// <summary>Adds the routes.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (HttpContext http) => http.Show<SignInPage>()).Public();
        routes.MapPost("/sign-in", SignIn).Public().Guarded().RequireRateLimiting(ElectionServer.Attempts);
        routes
            .MapPost(
                "/sign-out",
                async (HttpContext http) =>
                {
                    await Sessions.EndAsync(http);
                    return Answers.LocalRedirect("/");
                }
            )
            .RequireAuthorization(Policies.SignedIn)
            .Guarded();
        routes
            .MapGet(
                "/start/{secret}",
                async (HttpContext http, string secret, AccountStore accounts, ServerOptions options) =>
                    await accounts.OfLinkAsync(secret, options.Clock.GetUtcNow()) is { } account
                        ? http.Show<StartPage>(200, ("Name", account.Name), ("Secret", secret))
                        : http.Say(404, http.Page().Texts["not-found"], http.Page().Texts["link-bad"])
            )
            .Public()
            .RequireRateLimiting(ElectionServer.Attempts);
        routes.MapPost("/start/{secret}", Start).Public().Guarded().RequireRateLimiting(ElectionServer.Attempts);
        routes
            .MapGet("/accounts", (HttpContext http, AccountStore accounts) => ListAsync(http, accounts, 200))
            .RequireAuthorization(Policies.Accounts);
        routes.MapPost("/accounts", Add).RequireAuthorization(Policies.Accounts).Guarded();
        routes
            .MapPost(
                "/accounts/link",
                async (HttpContext http, AccountStore accounts, ServerOptions options) =>
                {
                    var name = (await http.Request.ReadFormAsync())["name"].ToString();
                    return await accounts.FindAsync(name) is { Disabled: false } account
                        ? await LinkPage(http, accounts, options, account)
                        : http.NotFound();
                }
            )
            .RequireAuthorization(Policies.Accounts)
            .Guarded();
        routes
            .MapPost(
                "/accounts/disable",
                async (HttpContext http, AccountStore accounts) =>
                {
                    var form = await http.Request.ReadFormAsync();
                    var name = form["name"].ToString();

                    // Whoever keeps the accounts cannot lock everybody out by a slip.
                    if (name != http.User.Identity!.Name)
                    {
                        await accounts.DisableAsync(name, form["disabled"] == "yes");
                    }

                    return Answers.LocalRedirect("/accounts");
                }
            )
            .RequireAuthorization(Policies.Accounts)
            .Guarded();
    }

    private static async Task<IResult> SignIn(
        HttpContext http,
        AccountStore accounts,
        PasswordHasher<Account> hasher,
        SignInLimit limit,
        ServerOptions options
    )
    {
        var texts = http.Page().Texts;
        var form = await http.Request.ReadFormAsync();
        var (name, password) = (form["name"].ToString(), form["password"].ToString());
        // A long name is nobody's, and is not kept for the limit.
        using var lease = limit.Attempt(name.Length <= LongestName ? name : "");
        if (!lease.IsAcquired)
        {
            return http.Show<SignInPage>(429, ("Message", texts["sign-in-slow"]), ("Name", name));
        }

        // A name that is not there takes as long as one that is.
        var account = await accounts.FindAsync(name);
        var right =
            password.Length <= LongestPassword
            && hasher.VerifyHashedPassword(account!, account?.Password ?? limit.NobodysHash, password)
                != PasswordVerificationResult.Failed;
        if (account is not { Disabled: false, Password: not null } || !right)
        {
            return http.Show<SignInPage>(401, ("Message", texts["sign-in-failed"]), ("Name", name));
        }

        await Sessions.BeginAsync(http, account, options.Clock.GetUtcNow());
        return Answers.LocalRedirect(HomeOf(account.Role));
    }

    private static async Task<IResult> Start(
        HttpContext http,
        string secret,
        AccountStore accounts,
        PasswordHasher<Account> hasher,
        ServerOptions options
    )
    {
        var texts = http.Page().Texts;
        var now = options.Clock.GetUtcNow();
        var password = (await http.Request.ReadFormAsync())["password"].ToString();
        if (await accounts.OfLinkAsync(secret, now) is not { } account)
        {
            return http.Say(404, texts["not-found"], texts["link-bad"]);
        }

        if (password.Length is < ShortestPassword or > LongestPassword)
        {
            return http.Show<StartPage>(
                400,
                ("Name", account.Name),
                ("Secret", secret),
                ("Message", texts["password-long"])
            );
        }

        var hash = hasher.HashPassword(account, password);
        if (!await accounts.UseLinkAsync(secret, hash, now))
        {
            return http.Say(404, texts["not-found"], texts["link-bad"]);
        }

        await Sessions.BeginAsync(http, account with { Password = hash }, now);
        return Answers.LocalRedirect(HomeOf(account.Role));
    }

    private static async Task<IResult> Add(HttpContext http, AccountStore accounts, ServerOptions options)
    {
        var texts = http.Page().Texts;
        var form = await http.Request.ReadFormAsync();
        var (name, role) = (form["name"].ToString(), form["role"].ToString());
        var wrong =
            !AccountName().IsMatch(name) || MixesScripts(name) || !Roles.All.Contains(role) ? "account-badly-named"
            : await accounts.AddAsync(name, role, options.Clock.GetUtcNow()) ? null
            : "account-taken";
        return wrong is null
            ? await LinkPage(http, accounts, options, new Account(name, role, null, false))
            : await ListAsync(http, accounts, 400, ("Message", texts[wrong]));
    }

    // The secret of a device's link stands behind '#', so that no log of a server or proxy holds it.
    private static async Task<IResult> LinkPage(
        HttpContext http,
        AccountStore accounts,
        ServerOptions options,
        Account account
    )
    {
        var isDevice = account.Role == Roles.Observer;
        var secret = await accounts.LinkAsync(
            account.Name,
            options.Clock.GetUtcNow(),
            LinkLasts,
            isDevice ? AccountStore.ForDevice : AccountStore.ForPassword
        );
        var path = isDevice ? "observe#join=" : "start/";
        return await ListAsync(
            http,
            accounts,
            200,
            ("Link", $"{http.RequestServices.GetRequiredService<Origin>().Of(http)}/{path}{secret}"),
            ("LinkFor", account.Name)
        );
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        AccountStore accounts,
        int status,
        params (string Name, object? Value)[] more
    ) =>
        http.Show<AccountsPage>(
            status,
            [
                ("All", await accounts.AllAsync()),
                ("Joined", await http.RequestServices.GetRequiredService<DeviceStore>().JoinedAsync()),
                .. more,
            ]
        );

    // A name in two scripts is one that looks like another: the letter es of one is the letter c of the other.
    private static bool MixesScripts(string name) =>
        name.Where(char.IsLetter).Select(c => c < FirstBeyondLatin).Distinct().Count() > 1;

    private static string HomeOf(string role) =>
        role switch
        {
            Roles.Administrator => "/accounts",
            Roles.Coordinator or Roles.Screen => "/queue",
            _ => "/entry",
        };

    [GeneratedRegex(@"\A[\p{L}\p{N}.-]{2,40}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AccountName();
}
