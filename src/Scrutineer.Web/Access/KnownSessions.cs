using System.Collections.Concurrent;
using System.Diagnostics;
using Scrutineer.Storage;

namespace Scrutineer.Web.Access;

/// <summary>
/// Sessions as they were at most a second ago, so that not every request of two hundred clerks asks the database. What this
/// process changes it knows at once; what another process changes, after that second at the latest.
/// </summary>
internal sealed class KnownSessions
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    // Cookies are signed, so nobody can fill this with sessions that never were.
    private readonly ConcurrentDictionary<string, (AccountToken? Session, long At)> known = new(StringComparer.Ordinal);
    private readonly TokenStore store;

    /// <summary>The sessions of a store.</summary>
    public KnownSessions(TokenStore store, AccountStore accounts)
    {
        this.store = store;
        store.Changed += (_, _) => known.Clear();
        accounts.Changed += (_, _) => known.Clear();
    }

    /// <summary>The session of a secret; nothing where there is none.</summary>
    public async ValueTask<AccountToken?> FindAsync(string secret, DateTimeOffset now)
    {
        if (known.TryGetValue(secret, out var kept) && Stopwatch.GetElapsedTime(kept.At) < Longest)
        {
            return kept.Session is { } there && there.Expires > now ? there : null;
        }

        // The time before the question: an answer is never older than it is taken to be.
        var at = Stopwatch.GetTimestamp();
        var session = await store.OfAsync(secret, TokenPurpose.Session, now);
        known[secret] = (session, at);
        return session;
    }
}
