using System.Globalization;

namespace Scrutineer.Evidence;

/// <summary>
/// A file of the log: up to 256 neighbouring hashes of one level, or up to 256 entries. Source: C2SP, tlog-tiles.
/// </summary>
/// <param name="Level">The level of the hashes, eight levels of the tree each; <see cref="Entries"/> for entries.</param>
/// <param name="Index">Which tile of its level, from 0.</param>
/// <param name="Width">How many hashes or entries it holds, from 1 to 256.</param>
public readonly record struct Tile(int Level, long Index, int Width)
{
    /// <summary>The hashes of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>The level of entries, below that of the leaves' hashes.</summary>
    public const int Entries = -1;

    /// <summary>The number of its first hash within the level.</summary>
    public long First => Index * FullWidth;

    /// <summary>Where it stands: <c>tile/0/x001/x234/067</c>, with <c>.p/17</c> where only 17 are there yet.</summary>
    public string Path
    {
        get
        {
            var index = (Index % 1_000).ToString("000", CultureInfo.InvariantCulture);
            for (var rest = Index / 1_000; rest > 0; rest /= 1_000)
            {
                index = $"x{(rest % 1_000).ToString("000", CultureInfo.InvariantCulture)}/{index}";
            }

            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            var partial = Width == FullWidth ? "" : $".p/{Width.ToString(CultureInfo.InvariantCulture)}";
            return $"tile/{level}/{index}{partial}";
        }
    }

    /// <summary>The tile of a path as <see cref="Path"/> writes it; nothing where it is none.</summary>
    public static Tile? Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        if (parts.Length is < 3 or > 12 || parts[0] != "tile")
        {
            return null;
        }

        var width = FullWidth;
        var names = parts[2..];
        if (names.Length > 1 && names[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            width = Number(names[^1]);
            names = [.. names[..^2], names[^2][..^2]];
        }

        var level = parts[1] == "entries" ? Entries : Number(parts[1]);
        long index = 0;
        foreach (var name in names)
        {
            var digits = Number(name.StartsWith('x') ? name[1..] : name);
            index = (index * 1_000) + digits;
            if (digits < 0 || index > long.MaxValue / 1_000 / FullWidth)
            {
                return null;
            }
        }

        // One tile has one path: whatever else would lead to it is none.
        var tile = new Tile(level, index, width);
        return level >= Entries && width is > 0 and <= FullWidth && tile.Path == path ? tile : null;
    }

    private static int Number(string text) =>
        text.Length <= 3 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MinValue;

    /// <summary>Every tile of a tree, the entries first and then level by level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static IEnumerable<Tile> Of(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return OfLevel(Entries, size).Concat(Levels(size).SelectMany(l => OfLevel(l.Level, l.Count)));
    }

    private static IEnumerable<(int Level, long Count)> Levels(long size)
    {
        for (var (level, count) = (0, size); count > 0; (level, count) = (level + 1, count / FullWidth))
        {
            yield return (level, count);
        }
    }

    private static IEnumerable<Tile> OfLevel(int level, long count)
    {
        for (long index = 0; index * FullWidth < count; index++)
        {
            yield return new Tile(level, index, (int)Math.Min(FullWidth, count - (index * FullWidth)));
        }
    }
}
