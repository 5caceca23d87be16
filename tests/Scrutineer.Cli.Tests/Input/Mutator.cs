using System.Text;

namespace Scrutineer.Cli.Tests.Input;

/// <summary>Changes a file at random, always in the same way for one seed: bytes, lines, words and numbers.</summary>
internal static class Mutator
{
    /// <summary>Values at the edges of what some reader somewhere takes.</summary>
    public static readonly string[] Edges =
    [
        "0",
        "1",
        "-1",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "1000000000000",
        "1e9",
        "0.5",
        "1/0",
        "1/3",
        "0 %",
        "100 %",
        "at least 0 %",
        "more than 100 %",
        "exactly 1",
        "0001-01-01",
        "9999-12-31",
        "2020-02-30",
        "",
        "''",
        "null",
        "~",
        "true",
        "[]",
        "{}",
        "Қазақ",
        "🗳",
        "a: b",
        "#",
        "&a",
        "*a",
        "<b>",
        "../..",
        "not-reported",
        "participants",
        "votes-of-admitted",
        "lot",
    ];

    private const string Signs = ":,{}[]\"'#&*!|>%@`-? \n\t";

    /// <summary>The bytes with one change.</summary>
    public static byte[] Change(Random random, byte[] bytes)
    {
        var at = random.Next(bytes.Length + 1);
        if (random.Next(3) == 0)
        {
            var one = (byte)random.Next(256);
            return random.Next(4) switch
            {
                0 when at < bytes.Length => [.. bytes[..at], one, .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 9))..]],
                2 => [.. bytes[..at], (byte)Signs[random.Next(Signs.Length)], .. bytes[at..]],
                _ => [.. bytes[..at], one, .. bytes[at..]],
            };
        }

        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        var line = random.Next(lines.Count);
        var other = random.Next(lines.Count);
        switch (random.Next(7))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(other, lines[line]);
                break;
            case 2:
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
            case 3:
                lines[line] = lines[line][..random.Next(lines[line].Length + 1)];
                break;
            case 4:
                lines[line] = "  " + lines[line];
                break;
            default:
                lines[line] = Word(random, lines[line], lines[other]);
                break;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    /// <summary>One word of a line becomes another word of the file, or a value at the edge.</summary>
    private static string Word(Random random, string line, string other)
    {
        var words = Parts(line);
        var others = Parts(other);
        if (words.Count == 0)
        {
            return line;
        }

        var (start, length) = words[random.Next(words.Count)];
        var word =
            others.Count > 0 && random.Next(2) == 0
                ? others[random.Next(others.Count)] is var (from, size)
                    ? other.Substring(from, size)
                    : ""
                : Edges[random.Next(Edges.Length)];
        return line[..start] + word + line[(start + length)..];
    }

    private static List<(int Start, int Length)> Parts(string line)
    {
        var parts = new List<(int, int)>();
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            var inside = i < line.Length && (char.IsLetterOrDigit(line[i]) || line[i] is '-' or '.' or '%' or '/');
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                parts.Add((start, i - start));
                start = -1;
            }
        }

        return parts;
    }
}
