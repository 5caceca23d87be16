using System.Text;
using Scrutineer.Files;

namespace Scrutineer.Counting.Import;

/// <summary>How the text of a foreign table is encoded.</summary>
/// <remarks>
/// In all but UTF-16, digits, separators and line ends are single ASCII bytes, so that rows are cut and numbers are read
/// from the bytes as they lie; only names are decoded.
/// </remarks>
public sealed record TextEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: false
    );

    private TextEncoding(string name, Encoding encoding, byte[] mark)
    {
        Name = name;
        Encoding = encoding;
        Mark = mark;
    }

    /// <summary>UTF-8, with or without a byte-order mark.</summary>
    public static TextEncoding Utf8 { get; } = new("utf-8", StrictUtf8, [0xEF, 0xBB, 0xBF]);

    /// <summary>Windows-1251, the Cyrillic code page.</summary>
    public static TextEncoding Windows1251 { get; } =
        new("windows-1251", CodePagesEncodingProvider.Instance.GetEncoding(1251)!, []);

    /// <summary>ISO 8859-1.</summary>
    public static TextEncoding Latin1 { get; } = new("latin-1", Encoding.Latin1, []);

    /// <summary>UTF-16, little-endian, with or without a byte-order mark.</summary>
    public static TextEncoding Utf16 { get; } = new("utf-16", Encoding.Unicode, [0xFF, 0xFE]);

    /// <summary>Every encoding, in the order in which they are offered.</summary>
    public static IReadOnlyList<TextEncoding> All { get; } = [Utf8, Windows1251, Latin1, Utf16];

    /// <summary>How an encoding is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "one of: utf-8, windows-1251, latin-1, utf-16",
            t => All.FirstOrDefault(e => string.Equals(e.Name, t, StringComparison.Ordinal)),
            () =>
                new System.Text.Json.Nodes.JsonObject
                {
                    ["enum"] = new System.Text.Json.Nodes.JsonArray([
                        .. All.Select(e => System.Text.Json.Nodes.JsonValue.Create(e.Name)),
                    ]),
                },
            [.. All.Select(e => e.Name)]
        );

    /// <summary>Its name in mapping files.</summary>
    public string Name { get; }

    /// <summary>The bytes with which a text may begin, and that are not part of it.</summary>
    internal byte[] Mark { get; }

    /// <summary>What turns its bytes into text.</summary>
    internal Encoding Encoding { get; }

    /// <summary>The encoding of the bytes as the reader sees them: UTF-16 is turned into UTF-8 on the way.</summary>
    internal Encoding Seen => this == Utf16 ? StrictUtf8 : Encoding;

    /// <summary>Whether the bytes the reader sees are UTF-8.</summary>
    internal bool IsUtf8Seen => this == Utf8 || this == Utf16;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
