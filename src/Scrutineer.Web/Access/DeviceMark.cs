using Microsoft.AspNetCore.Builder;

namespace Scrutineer.Web.Access;

/// <summary>
/// Says of a route that it counts by what is sent alone, a signature or the secret of a link, and never by a cookie: a page
/// elsewhere that makes a browser send something gains nothing by it.
/// </summary>
internal sealed class DeviceMark;

/// <summary>How routes of devices say so.</summary>
internal static class DeviceMarks
{
    /// <summary>Everybody may use the route, and what is sent says in whose name.</summary>
    public static RouteHandlerBuilder ForDevices(this RouteHandlerBuilder route) =>
        route.Public().WithMetadata(new DeviceMark());
}
