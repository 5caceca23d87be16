using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage;

namespace Scrutineer.Web.Access;

/// <summary>
/// Sessions that end: after two hours without a request, after twelve hours in any case, and at once when the person signs
/// out or the account is disabled or gets another password. The cookie names a token; without it the cookie is worth nothing.
/// </summary>
internal static class Sessions
{
    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>How long a session lasts in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    // How far the clocks of two servers on one database may differ.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);

    private const string Token = "session";

    /// <summary>Begins a session.</summary>
    public static async Task BeginAsync(HttpContext http, Account account, DateTimeOffset now)
    {
        var tokens = http.RequestServices.GetRequiredService<TokenStore>();
        await tokens.ForgetSessionsAsync(now);
        var secret = await tokens.GiveAsync(account.Name, TokenPurpose.Session, now + Longest);
        await http.SignInAsync(PersonOf(account, new Claim(Token, secret)));
    }

    /// <summary>Ends the session of a request; its cookie is of no use to whoever kept a copy.</summary>
    public static async Task EndAsync(HttpContext http)
    {
        await http.RequestServices.GetRequiredService<TokenStore>().EndAsync(http.User.FindFirstValue(Token) ?? "");
        await http.SignOutAsync();
    }

    /// <summary>Ends a session that must not go on.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<ServerOptions>().Clock.GetUtcNow();
        var secret = context.Principal?.FindFirstValue(Token) ?? "";
        var found = await services.GetRequiredService<KnownSessions>().FindAsync(secret, now);

        // A session that began in the future would outlast its twelve hours: the clock was set back.
        if (
            found is not { Account: var account } session
            || session.Expires > now + Longest + Apart
            || account.Name != context.Principal!.Identity!.Name
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    /// <summary>An account as the framework knows persons.</summary>
    /// <param name="account">The account.</param>
    /// <param name="more">What else is to be remembered.</param>
    public static ClaimsPrincipal PersonOf(Account account, params ReadOnlySpan<Claim> more) =>
        new(
            new ClaimsIdentity(
                [new Claim(ClaimTypes.Name, account.Name), new Claim(ClaimTypes.Role, account.Role), .. more],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );
}
