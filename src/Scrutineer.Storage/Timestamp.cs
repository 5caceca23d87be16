using System.Globalization;

namespace Scrutineer.Storage;

/// <summary>Times as the tables hold them.</summary>
internal static class Timestamp
{
    /// <summary>A fixed form in UTC, so that texts compare as times do.</summary>
    public static string Written(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
