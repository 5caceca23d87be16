using System.Globalization;
using System.Text.Json;
using Scrutineer.Files;

namespace Scrutineer.Web.Observers;

/// <summary>The properties of a JSON object from elsewhere, each read as what it must be, or told as a problem.</summary>
internal sealed class JsonFields(JsonElement root, List<ReportProblem> problems)
{
    /// <summary>How a moment is written.</summary>
    public const string AnInstant = "a moment in UTC, as 2025-06-15T21:03:11.123Z";

    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>A name from elsewhere, short enough to be told.</summary>
    public static string Short(string name) => name.Length <= 60 ? name : name[..60] + "…";

    /// <summary>A moment; nothing where a value is none.</summary>
    public static DateTimeOffset? Instant(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParseExact(
            value.GetString(),
            Moments,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    /// <summary>Tells every property that is not among the names.</summary>
    public void Only(IReadOnlyCollection<string> names)
    {
        foreach (var property in root.EnumerateObject().Where(p => !names.Contains(p.Name)))
        {
            problems.Add(new ReportProblem(Short(property.Name), "no property of this name"));
        }
    }

    /// <summary>A text of at least one character that is no white space.</summary>
    public string? Text(string name, int longest, bool required) =>
        Read(
            name,
            required,
            $"a text, at most {longest} characters",
            v =>
                v.ValueKind == JsonValueKind.String
                && v.GetString() is { } text
                && text.Length <= longest
                && !string.IsNullOrWhiteSpace(text)
                    ? text
                    : null
        );

    /// <summary>A whole number from nought to 2⁵³.</summary>
    public long? Whole(string name, bool required) =>
        (long?)Read(
            name,
            required,
            "a whole number from 0 to 2^53",
            v =>
                v.ValueKind == JsonValueKind.Number && v.TryGetInt64(out var n) && n is >= 0 and <= 1L << 53
                    ? (object)n
                    : null
        );

    /// <summary>A moment.</summary>
    public DateTimeOffset? Instant(string name, bool required) =>
        (DateTimeOffset?)Read(name, required, AnInstant, v => (object?)Instant(v));

    /// <summary>One of the words of an enumeration.</summary>
    public T? Word<T>(string name, bool required)
        where T : struct, Enum
    {
        var type = ScalarType.Of(typeof(T))!;
        return (T?)Read(
            name,
            required,
            type.Expected,
            v => v.ValueKind == JsonValueKind.String ? type.Parse(v.GetString()!) : null
        );
    }

    /// <summary>An object's properties.</summary>
    public Dictionary<string, JsonElement>? Object(string name, bool required) =>
        Read(
            name,
            required,
            "an object",
            v =>
                v.ValueKind == JsonValueKind.Object
                    ? v.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal)
                    : null
        );

    /// <summary>An array of texts; empty where there is none.</summary>
    public List<string> Texts(string name, int most) =>
        Read(
            name,
            false,
            $"an array of at most {most} texts",
            v =>
                v.ValueKind == JsonValueKind.Array
                && v.GetArrayLength() <= most
                && v.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String)
                    ? v.EnumerateArray().Select(t => t.GetString()!).ToList()
                    : null
        ) ?? [];

    private T? Read<T>(string name, bool required, string expected, Func<JsonElement, T?> read)
        where T : class
    {
        if (!root.TryGetProperty(name, out var value))
        {
            if (required)
            {
                problems.Add(new ReportProblem(name, expected));
            }

            return null;
        }

        var result = read(value);
        if (result is null)
        {
            problems.Add(new ReportProblem(name, expected));
        }

        return result;
    }
}
