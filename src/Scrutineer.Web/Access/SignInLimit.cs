using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Scrutineer.Storage;

namespace Scrutineer.Web.Access;

/// <summary>How often a password may be tried for one name, from wherever it is tried: ten times in five minutes.</summary>
internal sealed class SignInLimit : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetFixedWindowLimiter(
            name,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(5) }
        )
    );

    /// <summary>A hash that no password has, to be compared with where there is no account.</summary>
    public string NobodysHash { get; } = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    /// <summary>One attempt for a name.</summary>
    public RateLimitLease Attempt(string name) => limiter.AttemptAcquire(name);

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
