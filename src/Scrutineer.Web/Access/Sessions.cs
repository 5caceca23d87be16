using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Storage;

namespace Scrutineer.Web.Access;

/// <summary>
/// Sessions that end: after two hours without a request, after twelve hours in any case, and at once when the account is
/// disabled or gets another password or role.
/// </summary>
internal static class Sessions
{
    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>How long a session lasts in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string Stamp = "stamp";
    private const string Began = "began";

    /// <summary>Begins a session.</summary>
    public static Task BeginAsync(HttpContext context, Account account, DateTimeOffset now) =>
        context.SignInAsync(
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim(ClaimTypes.Name, account.Name),
                        new Claim(ClaimTypes.Role, account.Role),
                        new Claim(Stamp, StampOf(account)),
                        new Claim(Began, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                    ],
                    CookieAuthenticationDefaults.AuthenticationScheme
                )
            )
        );

    /// <summary>Ends a session that must not go on.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<ServerOptions>().Clock.GetUtcNow();
        var account = context.Principal?.Identity?.Name is { } name
            ? await services.GetRequiredService<KnownAccounts>().FindAsync(name)
            : null;
        if (
            account is not { Disabled: false }
            || context.Principal!.FindFirstValue(Stamp) != StampOf(account)
            || !long.TryParse(
                context.Principal!.FindFirstValue(Began),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var began
            )
            || now - DateTimeOffset.FromUnixTimeSeconds(began) > Longest
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    // Another password or role gives another stamp, and old sessions end.
    private static string StampOf(Account account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Role}\n{account.Password}")))[..16];
}
