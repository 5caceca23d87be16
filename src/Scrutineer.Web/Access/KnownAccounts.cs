using System.Collections.Concurrent;
using System.Diagnostics;
using Scrutineer.Storage;

namespace Scrutineer.Web.Access;

/// <summary>
/// Accounts as they were at most a second ago, so that not every request of two hundred clerks asks the database. What this
/// process changes it knows at once; what another process changes, after that second at the latest.
/// </summary>
internal sealed class KnownAccounts
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, (Account? Account, long At)> known = new(StringComparer.Ordinal);
    private readonly AccountStore store;

    /// <summary>The accounts of a store.</summary>
    public KnownAccounts(AccountStore store)
    {
        this.store = store;
        store.Changed += (_, _) => known.Clear();
    }

    /// <summary>The account of a name; nothing where there is none.</summary>
    public async ValueTask<Account?> FindAsync(string name)
    {
        if (known.TryGetValue(name, out var kept) && Stopwatch.GetElapsedTime(kept.At) < Longest)
        {
            return kept.Account;
        }

        // The time before the question: an answer is never older than it is taken to be.
        var at = Stopwatch.GetTimestamp();
        var account = await store.FindAsync(name);
        known[name] = (account, at);
        return account;
    }
}
