namespace Scrutineer.Web.Night;

/// <summary>What is odd about the times that a device gave.</summary>
public enum ClockDoubt
{
    /// <summary>It was made more than five minutes after the server accepted it.</summary>
    MadeInTheFuture,

    /// <summary>It was made more than three days before the server accepted it.</summary>
    MadeLongBefore,

    /// <summary>An answer or an incident is later than the report that tells of it.</summary>
    ToldBeforeItWas,
}

/// <summary>Finds what is odd about times.</summary>
internal static class ClockDoubts
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Behind = TimeSpan.FromDays(3);

    /// <summary>Every doubt about a report that was accepted at a moment.</summary>
    public static IReadOnlyList<ClockDoubt> Of(ReportPayload payload, DateTimeOffset accepted)
    {
        var doubts = new List<ClockDoubt>();
        if (payload.Made > accepted + Ahead)
        {
            doubts.Add(ClockDoubt.MadeInTheFuture);
        }

        if (payload.Made < accepted - Behind)
        {
            doubts.Add(ClockDoubt.MadeLongBefore);
        }

        if (payload.Times.Values.Append(payload.At ?? DateTimeOffset.MinValue).Any(t => t > payload.Made))
        {
            doubts.Add(ClockDoubt.ToldBeforeItWas);
        }

        return doubts;
    }
}
