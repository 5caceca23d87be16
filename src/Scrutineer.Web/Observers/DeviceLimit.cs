using System.Threading.RateLimiting;

namespace Scrutineer.Web.Observers;

/// <summary>
/// How much a device may hand in: 240 reports in a minute, more than a day without a network leaves; a photograph counts as eight.
/// </summary>
internal sealed class DeviceLimit : IDisposable
{
    /// <summary>How many reports in a minute.</summary>
    public const int AMinute = 240;

    /// <summary>As how many reports a photograph counts.</summary>
    public const int Photograph = 8;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(observer =>
        RateLimitPartition.GetFixedWindowLimiter(
            observer,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) }
        )
    );

    /// <summary>One thing of a device, which may count as several.</summary>
    public RateLimitLease Attempt(string observer, int counts = 1) => limiter.AttemptAcquire(observer, counts);

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
