using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Scrutineer.Allocation;

namespace Scrutineer.Files;

/// <summary>How one kind of text is read: what is expected, and the reading itself.</summary>
/// <param name="Expected">Completes "Expected …".</param>
/// <param name="Parse">The value, or nothing where the text is not of this kind.</param>
/// <param name="Schema">The JSON Schema of the text.</param>
/// <param name="Words">The closed list of words, where it is one.</param>
public sealed record ScalarType(
    string Expected,
    Func<string, object?> Parse,
    Func<JsonObject> Schema,
    IReadOnlyList<string> Words
)
{
    /// <summary>The longest text that is read as an exact number; a longer one is a mistake, or meant to take time.</summary>
    public const int MostDigits = 40;

    private static readonly ConcurrentDictionary<Type, ScalarType?> Known = new()
    {
        [typeof(string)] = new(
            "a text",
            t => string.IsNullOrWhiteSpace(t) ? null : t,
            () => new JsonObject { ["type"] = new JsonArray("string", "number"), ["minLength"] = 1 },
            []
        ),
        [typeof(int)] = new(
            "a whole number from 0 to 2147483647",
            t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null,
            () => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            []
        ),
        [typeof(DateOnly)] = new(
            "a date that exists, written YYYY-MM-DD, of the years 1000 to 2999",
            t =>
                DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d)
                && d.Year is >= 1000 and <= 2999
                    ? d
                    : null,
            () => new JsonObject { ["type"] = "string", ["format"] = "date" },
            []
        ),
        [typeof(Rational)] = new(
            "an exact number: 598, 1.8, 7/10 or 7 %",
            t => t.Length <= MostDigits && Rational.TryParse(t, out var r) ? r : null,
            () => new JsonObject { ["type"] = new JsonArray("string", "number") },
            []
        ),
    };

    /// <summary>The reading of a type; nothing where the type is not written as one text.</summary>
    public static ScalarType? Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return Known.GetOrAdd(plain, static t => t.IsEnum ? OfEnum(t) : FromText(t));
    }

    /// <summary>An enumeration's name as it stands in files: <c>ValidVotes</c> is <c>valid-votes</c>.</summary>
    public static string Word(Enum value) => Word(value.ToString());

    private static string Word(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private static ScalarType OfEnum(Type type)
    {
        var byWord = Enum.GetValues(type)
            .Cast<object>()
            .ToDictionary(v => Word(v.ToString()!), v => v, StringComparer.Ordinal);
        var words = byWord.Keys.ToList();
        return new ScalarType(
            "one of: " + string.Join(", ", words),
            t => byWord.GetValueOrDefault(t),
            () => new JsonObject { ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) },
            words
        );
    }

    /// <summary>A type of its own that declares how it is read from text.</summary>
    private static ScalarType? FromText(Type type) =>
        type.GetProperty("TextForm", System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            ?.GetValue(null) as ScalarType;
}
