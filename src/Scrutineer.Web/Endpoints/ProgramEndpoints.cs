using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>The administrator's page of tokens: made for an account, shown once, ended by hand or by themselves.</summary>
internal static class ProgramEndpoints
{
    private const int MostDays = 90;

    private static readonly string[] OfPrograms = [Roles.Clerk, Roles.Verifier, Roles.Coordinator, Roles.Screen];

    /// <summary>Adds the routes.</summary>
    public static void MapPrograms(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/accounts/programs",
                (HttpContext http, TokenStore tokens, AccountStore accounts, ServerOptions options) =>
                    PageAsync(http, tokens, accounts, options)
            )
            .RequireAuthorization(Policies.Accounts);
        routes.MapPost("/accounts/programs", GiveAsync).RequireAuthorization(Policies.Accounts).Guarded();
        routes
            .MapPost(
                "/accounts/programs/revoke",
                async (HttpContext http, TokenStore tokens) =>
                {
                    await tokens.RevokeAsync((await http.Request.ReadFormAsync())["sha256"].ToString());
                    return Answers.LocalRedirect("/accounts/programs");
                }
            )
            .RequireAuthorization(Policies.Accounts)
            .Guarded();
    }

    private static async Task<IResult> GiveAsync(
        HttpContext http,
        TokenStore tokens,
        AccountStore accounts,
        ServerOptions options
    )
    {
        var form = await http.Request.ReadFormAsync();
        if (
            await accounts.FindAsync(form["name"].ToString()) is not { Disabled: false } account
            || !OfPrograms.Contains(account.Role)
            || !int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || days is < 1 or > MostDays
        )
        {
            return http.NotFound();
        }

        var expires = options.Clock.GetUtcNow() + TimeSpan.FromDays(days);
        var secret = await tokens.GiveAsync(account.Name, TokenPurpose.Program, expires);
        return await PageAsync(http, tokens, accounts, options, ("Secret", secret), ("SecretFor", account.Name));
    }

    private static async Task<IResult> PageAsync(
        HttpContext http,
        TokenStore tokens,
        AccountStore accounts,
        ServerOptions options,
        params (string, object?)[] more
    ) =>
        http.Show<ProgramsPage>(
            200,
            [
                (
                    "Accounts",
                    (await accounts.AllAsync()).Where(a => !a.Disabled && OfPrograms.Contains(a.Role)).ToList()
                ),
                ("Tokens", await tokens.OfProgramsAsync(options.Clock.GetUtcNow())),
                .. more,
            ]
        );
}
