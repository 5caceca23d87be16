using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Scrutineer.Web.Access;

/// <summary>Says of a route that it takes more bytes than the others do.</summary>
internal sealed class SizeLimit(long most) : IRequestSizeLimitMetadata
{
    /// <inheritdoc/>
    public long? MaxRequestBodySize => most;
}

/// <summary>How routes say how much they take.</summary>
internal static class SizeLimits
{
    /// <summary>The route takes at most so many bytes.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, long most) =>
        route.WithMetadata(new SizeLimit(most));
}
