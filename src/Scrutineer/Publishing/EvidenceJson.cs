using System.Text.Json;
using Scrutineer.Evidence;
using Scrutineer.Findings;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>verify --json</c>.</summary>
public static class EvidenceJson
{
    /// <summary>The document.</summary>
    public static string Of(BundleCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            if (check.Checkpoint is { } checkpoint)
            {
                json.WriteString("origin", checkpoint.Origin);
                json.WriteNumber("size", checkpoint.Size);
                json.WriteString("root", Convert.ToHexStringLower(checkpoint.Root));
            }

            Names(json, "signed-by", check.SignedBy);
            Names(json, "witnesses", check.Witnesses);
            if (check.WitnessedSize is { } witnessed)
            {
                json.WriteNumber("witnessed-size", witnessed);
            }

            json.WriteNumber("entries", check.Entries);
            json.WriteNumber("files", check.Attached);
            json.WriteNumber("files-not-included", check.Withheld);
            json.WriteNumber("copies-opened", check.CopiesOpened);
            json.WriteNumber("copies-purged", check.CopiesPurged);
            Findings(json, check.Findings);
            json.WriteEndObject();
        });
    }

    /// <summary>The document of a database held against its log.</summary>
    public static string Of(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            Findings(json, findings);
            json.WriteEndObject();
        });
    }

    private static void Findings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteBoolean("fits", findings.All(f => f.Severity != Severity.Error));
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            ResultJson.Finding(json, finding);
        }

        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }
}
