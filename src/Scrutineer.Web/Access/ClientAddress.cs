using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Scrutineer.Web.Access;

/// <summary>Where requests come from, as far as limits need it. An address is held in memory for a minute and written nowhere.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>What a proxy says of a reader's address is believed of the proxies named, and of nobody else.</summary>
    public static void UseProxies(this IApplicationBuilder application, IReadOnlyList<IPAddress> proxies)
    {
        if (proxies.Count == 0)
        {
            return;
        }

        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            headers.KnownProxies.Add(proxy);
        }

        application.UseForwardedHeaders(headers);
    }

    /// <summary>The address that a limit counts: of the newer kind the network, since one home has all addresses of it.</summary>
    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(
                address.GetAddressBytes(),
                0,
                NetworkBytes
            ),
            _ => address.ToString(),
        };
    }

    /// <summary>A limit of requests a minute from one address.</summary>
    public static RateLimitPartition<string> Limit(HttpContext http, int aMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            Of(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = aMinute, Window = TimeSpan.FromMinutes(1) }
        );
}
