namespace Scrutineer.Counting;

/// <summary>
/// Where a reporting unit stands, from the top: <c>Altai/39/592</c>. A slash inside a name is written <c>%2F</c> and a
/// per-cent sign <c>%25</c>, so that a path and its parts can be told from each other.
/// </summary>
public readonly record struct UnitPath : IComparable<UnitPath>
{
    private readonly string? text;

    private UnitPath(string text) => this.text = text;

    /// <summary>The path of the whole, above every unit.</summary>
    public static UnitPath Whole => default;

    /// <summary>The path as text; empty for the whole.</summary>
    public string Text => text ?? "";

    /// <summary>How many levels below the whole it stands.</summary>
    public int Depth => Text.Length == 0 ? 0 : Text.AsSpan().Count('/') + 1;

    /// <summary>The names from the top.</summary>
    public IReadOnlyList<string> Parts => Text.Length == 0 ? [] : [.. Text.Split('/').Select(Plain)];

    /// <summary>The name of the unit itself; empty for the whole.</summary>
    public string Name => Plain(Text[(Text.LastIndexOf('/') + 1)..]);

    /// <summary>The unit above; the whole is above the topmost.</summary>
    public UnitPath Parent => Text.LastIndexOf('/') is var at and > 0 ? new UnitPath(Text[..at]) : Whole;

    /// <summary>A path from names.</summary>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static UnitPath Of(params ReadOnlySpan<string> names)
    {
        var parts = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            if (string.IsNullOrEmpty(names[i]))
            {
                throw new ArgumentException("A unit has no name.", nameof(names));
            }

            parts[i] = Written(names[i]);
        }

        return new UnitPath(string.Join('/', parts));
    }

    /// <summary>Reads a path as <see cref="Text"/> writes it; empty text is the whole.</summary>
    /// <exception cref="ArgumentException">A part of it is empty.</exception>
    public static UnitPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? Whole : Of([.. text.Split('/').Select(Plain)]);
    }

    /// <summary>The path of a unit below this one.</summary>
    public UnitPath Below(string name) => Text.Length == 0 ? Of(name) : new UnitPath(Text + "/" + Of(name).Text);

    /// <summary>The first <paramref name="levels"/> levels of the path.</summary>
    public UnitPath Upto(int levels)
    {
        var end = 0;
        for (var i = 0; i < levels; i++)
        {
            end = Text.IndexOf('/', i == 0 ? 0 : end + 1);
            if (end < 0)
            {
                return this;
            }
        }

        return new UnitPath(Text[..end]);
    }

    /// <summary>Whether this unit is <paramref name="other"/> or lies within it.</summary>
    public bool IsWithin(UnitPath other) =>
        other.Text.Length == 0
        || (
            Text.StartsWith(other.Text, StringComparison.Ordinal)
            && (Text.Length == other.Text.Length || Text[other.Text.Length] == '/')
        );

    /// <summary>Ordinal order in which everything within a unit follows it directly, before the next unit beside it.</summary>
    public int CompareTo(UnitPath other)
    {
        var (one, two) = (Text, other.Text);
        var common = one.AsSpan().CommonPrefixLength(two);
        if (common == one.Length || common == two.Length)
        {
            return one.Length.CompareTo(two.Length);
        }

        return one[common] == '/' ? -1
            : two[common] == '/' ? 1
            : one[common].CompareTo(two[common]);
    }

    /// <inheritdoc/>
    public bool Equals(UnitPath other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Earlier in order.</summary>
    public static bool operator <(UnitPath left, UnitPath right) => left.CompareTo(right) < 0;

    /// <summary>Later in order.</summary>
    public static bool operator >(UnitPath left, UnitPath right) => left.CompareTo(right) > 0;

    /// <summary>Not later in order.</summary>
    public static bool operator <=(UnitPath left, UnitPath right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier in order.</summary>
    public static bool operator >=(UnitPath left, UnitPath right) => left.CompareTo(right) >= 0;

    private static string Written(string name) =>
        name.AsSpan().IndexOfAny('/', '%') < 0
            ? name
            : name.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);

    private static string Plain(string part) =>
        part.Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
