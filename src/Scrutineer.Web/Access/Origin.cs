using System.Net;
using Microsoft.AspNetCore.Http;

namespace Scrutineer.Web.Access;

/// <summary>
/// The names by which the server may be asked. What a request says of its host comes from whoever sent it; it is used in a
/// one-time link, so a host that is not the server's own is refused before anything is done.
/// </summary>
internal sealed class Origin(ServerOptions options)
{
    private readonly HashSet<string> listens =
    [
        .. options.Urls.Select(u => BindingAddress.Parse(u).Host.ToLowerInvariant()),
    ];

    /// <summary>The beginning of a link that a person is given.</summary>
    public string Of(HttpContext http) =>
        options.Origin?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>Refuses a request for another host.</summary>
    public Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var host = http.Request.Host.Host.ToLowerInvariant();
        if (host.Length > 0 && host == options.Origin?.Host)
        {
            // The proxy speaks HTTPS and this server does not; cookies are to know.
            http.Request.Scheme = options.Origin.Scheme;
            if (http.Request.IsHttps)
            {
                http.Response.Headers.StrictTransportSecurity = "max-age=31536000";
            }
        }
        else if (!IsOwn(host, http.Connection.LocalIpAddress))
        {
            return Answers
                .Text(
                    "This server is not asked by that name. Start it with --origin and the address that readers use.",
                    statusCode: StatusCodes.Status421MisdirectedRequest
                )
                .ExecuteAsync(http);
        }

        return next(http);
    }

    private bool IsOwn(string host, IPAddress? here)
    {
        var local = here is { IsIPv4MappedToIPv6: true } ? here.MapToIPv4() : here;
        return listens.Contains(host)
            || (host == "localhost" && local is not null && IPAddress.IsLoopback(local))
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && address.Equals(local));
    }
}
