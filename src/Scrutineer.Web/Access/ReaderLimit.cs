using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Scrutineer.Web.Access;

/// <summary>How many may listen to events at once: in all, and from one address.</summary>
internal sealed class ReaderLimit
{
    /// <summary>The most in all.</summary>
    public const int Most = 2_000;

    /// <summary>The most from one address, behind which a whole newsroom may stand.</summary>
    public const int MostOfAnAddress = 200;

    private readonly ConcurrentDictionary<string, int> held = new(StringComparer.Ordinal);
    private int all;

    /// <summary>Takes a place until the request has ended.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Take(HttpContext http)
    {
        var address = ClientAddress.Of(http);
        var ofAddress = held.AddOrUpdate(address, 1, (_, n) => n + 1);
        http.Response.RegisterForDispose(new Place(this, address));
        return Interlocked.Increment(ref all) <= Most && ofAddress <= MostOfAnAddress;
    }

    private void Give(string address)
    {
        Interlocked.Decrement(ref all);
        if (held.AddOrUpdate(address, 0, (_, n) => n - 1) == 0)
        {
            // Nothing is kept of an address from which nobody listens.
            held.TryRemove(KeyValuePair.Create(address, 0));
        }
    }

    private sealed class Place(ReaderLimit limit, string address) : IDisposable
    {
        public void Dispose() => limit.Give(address);
    }
}
