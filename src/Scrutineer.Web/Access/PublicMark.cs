using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Scrutineer.Web.Access;

/// <summary>Says of a route that everybody may use it. A route with neither this nor a policy fails a test.</summary>
internal sealed class PublicMark : IAllowAnonymous;

/// <summary>How routes say who may use them and what they demand.</summary>
internal static class RouteMarks
{
    /// <summary>Everybody may use the route.</summary>
    public static T Public<T>(this T route)
        where T : IEndpointConventionBuilder => route.WithMetadata(new PublicMark());

    /// <summary>The route changes something for whoever signed what is sent, whoever sends it.</summary>
    public static RouteHandlerBuilder Signed(this RouteHandlerBuilder route) => route.WithMetadata(new SignedMark());

    /// <summary>The route changes something: a request is taken only from a page of this server.</summary>
    public static RouteHandlerBuilder Guarded(this RouteHandlerBuilder route) =>
        route.WithMetadata(new GuardMark()).AddEndpointFilter<AntiforgeryFilter>();
}

/// <summary>
/// Says of a route that it counts by what is sent alone, a signature or the secret of a link, and never by a cookie: a page
/// elsewhere that makes a browser send something gains nothing by it.
/// </summary>
internal sealed class SignedMark;

/// <summary>Says of a route that it looks at a program's token and at no cookie, so that no page elsewhere can use it.</summary>
internal sealed class TokenMark;

/// <summary>Says of a route that the filter against forged requests stands before it.</summary>
internal sealed class GuardMark;
