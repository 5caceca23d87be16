using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Scrutineer.Storage;
using Scrutineer.Web.Endpoints;

namespace Scrutineer.Web.Access;

/// <summary>Programs show a token in the header <c>Authorization</c> (RFC 6750). No cookie is looked at, so no page elsewhere can send for them.</summary>
internal sealed class Bearer(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    TokenStore tokens,
    ServerOptions server
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string Name = "Bearer";

    private const int SecretLength = 64;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (
            Request.Headers.Authorization.ToString() is not { } header
            || !header.StartsWith(Name + " ", StringComparison.OrdinalIgnoreCase)
            || header[(Name.Length + 1)..].Trim() is not { Length: SecretLength } secret
        )
        {
            return AuthenticateResult.NoResult();
        }

        return await tokens.OfAsync(secret, TokenPurpose.Program, server.Clock.GetUtcNow()) is { Account: var account }
            ? AuthenticateResult.Success(
                new AuthenticationTicket(
                    new ClaimsPrincipal(
                        Sessions.PersonOf(account).Identities.Select(i => new ClaimsIdentity(i.Claims, Name))
                    ),
                    Name
                )
            )
            : AuthenticateResult.Fail("The token is not known.");
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return ApiAnswers
            .Problem(401, "no-token", "A token that is good is needed: Authorization: Bearer …")
            .ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiAnswers.Problem(403, "not-allowed", "The account of this token may not do that.").ExecuteAsync(Context);
}
