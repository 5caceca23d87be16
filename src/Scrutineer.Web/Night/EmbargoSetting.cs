namespace Scrutineer.Web.Night;

/// <summary>An embargo as it was set last.</summary>
/// <param name="Until">The instant at which the public sees figures; nothing for at once.</param>
/// <param name="Reason">Why it was set.</param>
/// <param name="By">Who set it.</param>
/// <param name="At">When it was set.</param>
/// <param name="StreamVersion">The version of the stream of the night's settings.</param>
public sealed record EmbargoSetting(
    DateTimeOffset? Until,
    string Reason,
    string By,
    DateTimeOffset At,
    long StreamVersion
)
{
    /// <summary>That none was ever set.</summary>
    public static EmbargoSetting None { get; } = new(null, "", "", default, 0);
}
