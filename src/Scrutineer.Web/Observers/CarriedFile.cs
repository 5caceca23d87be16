using System.Text;
using System.Text.Json;

namespace Scrutineer.Web.Observers;

/// <summary>
/// Reports that somebody carried here because there was no network: lines of JSON from a file or from pictures on a screen. Each
/// goes the same way as one that a device sends.
/// </summary>
internal sealed class CarriedFile(ElectionSetup setup, ReportIntake reports, PhotographIntake photographs)
{
    /// <summary>The most bytes of a carried file.</summary>
    public const int Longest = 64 << 20;

    private const int MostLines = 20_000;
    private const int LongestLine = (PhotographIntake.Longest / 3 * 4) + 2_000;
    private const string Mark = "scrutineer-carried";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <summary>Takes in what was carried. Photographs go first, so that reports find theirs.</summary>
    /// <param name="text">A carried file, or frames.</param>
    /// <param name="refused">Where the lines go that were not accepted, as they came.</param>
    public async Task<IReadOnlyList<CarriedLine>> AcceptAsync(string text, List<string> refused)
    {
        var problems = new List<ReportProblem>();
        var isFrames = text.AsSpan().TrimStart().StartsWith(QrFrames.Mark, StringComparison.Ordinal);
        var lines = (isFrames ? QrFrames.Lines(text, problems) : text.Split('\n'))
            .Select(l => l.Trim())
            .Index()
            .Where(l => l.Item.Length > 0)
            .Select(l => (Number: l.Index + 1, Text: l.Item))
            .ToList();
        if (lines.Count > MostLines)
        {
            problems.Add(new ReportProblem("file", $"at most {MostLines} lines"));
        }
        else if (lines.Count == 0 ? problems.Count == 0 : !IsHead(lines[0].Text))
        {
            problems.Add(new ReportProblem("line 1", $"{{\"{Mark}\":1,\"election\":\"{setup.Dossier.File.Id}\",…}}"));
        }

        if (problems.Count > 0)
        {
            refused.Add(text);
            return [.. problems.Select(p => new CarriedLine(0, IntakeStatus.Refused, p.Where, [p.Expected]))];
        }

        var told = new List<CarriedLine>();
        foreach (
            var (number, line) in lines.Skip(1).Where(l => !IsHead(l.Text)).OrderByDescending(l => IsPhotograph(l.Text))
        )
        {
            var outcome = await LineAsync(number, line);
            told.Add(outcome);
            if (outcome.Status is not (IntakeStatus.Accepted or IntakeStatus.Before))
            {
                refused.Add(line);
            }
        }

        if (refused.Count > 0)
        {
            refused.Insert(0, lines[0].Text);
        }

        return [.. told.OrderBy(t => t.Line)];
    }

    private async Task<CarriedLine> LineAsync(int number, string line)
    {
        if (Photograph(line) is { } photograph)
        {
            var kept = await photographs.AcceptAsync(
                photograph.Observer,
                photograph.Signature,
                photograph.Bytes,
                carried: true
            );
            return new CarriedLine(number, kept.Status, kept.Received, []);
        }

        var outcome = await reports.AcceptAsync(Encoding.UTF8.GetBytes(line), carried: true);
        return new CarriedLine(
            number,
            outcome.Status,
            outcome.Id ?? "",
            [.. outcome.Problems.Select(p => $"{p.Where}: {p.Expected}"), .. outcome.Notes]
        );
    }

    // In an envelope the quotation marks of the payload are escaped.
    private static bool IsPhotograph(string line) => line.Contains("\"file\":", StringComparison.Ordinal);

    private bool IsHead(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(Mark, out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out var one)
                && one == 1
                && json.RootElement.TryGetProperty("election", out var election)
                && election.ValueKind == JsonValueKind.String
                && election.ValueEquals(setup.Dossier.File.Id);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static (string Observer, string Signature, byte[] Bytes)? Photograph(string line)
    {
        if (line.Length > LongestLine || !IsPhotograph(line))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line, Strict);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && Text("file") is not null
                && json.RootElement.GetProperty("file").TryGetBytesFromBase64(out var bytes)
                && Text("observer") is { } observer
                && Text("signature") is { } signature
                ? (observer, signature, bytes)
                : null;

            string? Text(string name) =>
                json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
