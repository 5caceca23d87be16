namespace Scrutineer.Cli;

/// <summary>Lays sentences out for a terminal of 80 columns.</summary>
internal static class Words
{
    /// <summary>Breaks a text into lines of at most 80 columns, each indented.</summary>
    public static string Wrap(string text, int indent)
    {
        var width = 80 - indent;
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length + 1 > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
            }
        }

        return string.Concat(lines.Select(l => new string(' ', indent) + l + "\n"));
    }
}
