using System.Globalization;
using System.Text;
using Scrutineer.Counting.Import;

namespace Scrutineer.Tests.Counting.Import;

/// <summary>
/// A table made at random from a seed: names and numbers in many spellings, blanks, faults, duplicates, rows of another
/// width; under one of several separators, line ends and encodings. One seed makes one table.
/// </summary>
internal sealed class RandomTable
{
    private static readonly string[] Fields = ["registered", "issued", "invalid", "remarks", "votes:A", "votes:B"];
    private static readonly string[] Regions = ["North", "South", "Ost \"und\" West", "Süd", "a/b"];
    private static readonly char[] Groups = [' ', '\u00A0', '\''];

    private readonly Random random;

    public RandomTable(int seed, int rows)
    {
        random = new Random(seed);
        Separator = Pick(",", ";", "|", "tab");
        LineEnd = Pick("\n", "\r\n");
        Encoding = random.Next(4) switch
        {
            0 => TextEncoding.Latin1,
            1 => TextEncoding.Utf16,
            _ => TextEncoding.Utf8,
        };
        Order = [.. Columns.Index().OrderBy(_ => random.Next()).Select(c => c.Item)];
        Text = Write(rows);
    }

    /// <summary>The columns in the order of the form; <c>noise</c> is ignored by the mapping.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["region", "station", .. Fields, "noise"];

    /// <summary>The columns in the order of the table.</summary>
    public IReadOnlyList<string> Order { get; }

    public string Separator { get; }

    public string LineEnd { get; }

    public TextEncoding Encoding { get; }

    public string Text { get; }

    public string Sign => Separator == "tab" ? "\t" : Separator;

    public byte[] Bytes =>
        (
            Encoding == TextEncoding.Latin1 ? System.Text.Encoding.Latin1
            : Encoding == TextEncoding.Utf16 ? System.Text.Encoding.Unicode
            : new UTF8Encoding(false)
        ).GetBytes(Text);

    public string Mapping =>
        $$"""
            scrutineer-mapping: "1"
            mapping: random
            title: A table made at random
            form: forms/test.yaml
            encoding: {{Encoding.Name}}
            separator: "{{Separator}}"
            header-line: 1
            units:
              - { level: region, columns: [region] }
              - { level: station, columns: [station] }
            fields: { registered: registered, issued: issued, invalid: invalid, remarks: remarks }
            lists: { A: "votes:A", B: "votes:B" }
            written: { illegible: ["??"], not-reported: [n/a] }
            ignore: [noise]

            """;

    private string Write(int rows)
    {
        var text = new StringBuilder().AppendJoin(Sign, Order).Append(LineEnd);
        string[]? before = null;
        for (var row = 0; row < rows; row++)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["region"] = Pick(Regions),
                ["station"] = random.Next(30) == 0 ? "7" : row.ToString(CultureInfo.InvariantCulture),
                ["noise"] = Pick("", "x", "1", "a  b"),
            };
            foreach (var field in Fields)
            {
                cells[field] = Number();
            }

            var written = Order.Select(c => Quoted(cells[c])).ToArray();
            if (before is not null && random.Next(40) == 0)
            {
                written = before;
            }

            before = written;
            text.AppendJoin(Sign, random.Next(60) == 0 ? written[1..] : written).Append(LineEnd);
        }

        return text.ToString();
    }

    private string Number()
    {
        var plain = random
            .NextInt64(
                random.Next(20) == 0 ? long.MaxValue
                : random.Next(8) == 0 ? 5_000_000_000
                : 3000
            )
            .ToString(CultureInfo.InvariantCulture);
        return random.Next(25) switch
        {
            0 => "",
            1 => "??",
            2 => "n/a",
            3 => Pick("x", "1E+05", "-3", "=A1", "12.5", "1 00", "99999999999999999999"),
            4 => Grouped(plain, Groups[random.Next(Groups.Length)]),
            5 => plain + ".0",
            6 => " " + plain,
            7 => "00" + plain,
            _ => plain,
        };
    }

    private static string Grouped(string digits, char sign)
    {
        for (var at = digits.Length - 3; at > 0; at -= 3)
        {
            digits = digits.Insert(at, sign.ToString());
        }

        return digits;
    }

    private string Quoted(string cell) =>
        cell.Contains('"', StringComparison.Ordinal)
        || cell.Contains(Sign, StringComparison.Ordinal)
        || random.Next(6) == 0
            ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : cell;

    private string Pick(params string[] of) => of[random.Next(of.Length)];
}
