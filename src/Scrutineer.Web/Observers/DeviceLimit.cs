using System.Threading.RateLimiting;

namespace Scrutineer.Web.Observers;

/// <summary>How much a device may hand in: 240 things in a minute, more than a day without a network leaves.</summary>
internal sealed class DeviceLimit : IDisposable
{
    /// <summary>How many things in a minute.</summary>
    public const int AMinute = 240;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(observer =>
        RateLimitPartition.GetFixedWindowLimiter(
            observer,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) }
        )
    );

    /// <summary>One thing of a device.</summary>
    public RateLimitLease Attempt(string observer) => limiter.AttemptAcquire(observer);

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
