using Microsoft.AspNetCore.Http;

namespace Scrutineer.Web.Access;

/// <summary>What every answer tells the browser: load nothing from elsewhere, run nothing written into a page, be framed by nobody.</summary>
internal static class SecurityHeaders
{
    /// <summary>The content security policy of every page.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to an answer.</summary>
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        Set(context.Response.Headers);
        return next(context);
    }

    /// <summary>Sets the headers of an answer.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()";
        headers.XFrameOptions = "DENY";

        // Nothing that a signed-in person sees stays in a cache of a shared machine.
        headers.CacheControl = "no-store";
    }
}
