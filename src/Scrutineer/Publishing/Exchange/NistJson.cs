using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Publishing.Exchange;

/// <summary>
/// A report in the Election Results Common Data Format. Source: NIST Special Publication 1500-100, version 2, as JSON. A figure
/// that is not known is left out: the format has no word for it, and nought would be another figure.
/// </summary>
public static class NistJson
{
    private const string Program = "scrutineer";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, as UTF-8 with a line end after it.</summary>
    public static byte[] Of(ExchangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Report(json, report);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Report(Utf8JsonWriter json, ExchangeReport report)
    {
        var dossier = report.Dossier;
        Begin(json, "ElectionReport");
        json.WriteString("Format", report.Units.Any(u => u.IsStation) ? "precinct-level" : "summary-contest");
        json.WriteString(
            "GeneratedDate",
            report.As.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
        );
        json.WriteString("Issuer", $"Scrutineer, from the dossier {dossier.File.Id}");
        json.WriteString("IssuerAbbreviation", Program);
        json.WriteNumber("SequenceStart", 1);
        json.WriteNumber("SequenceEnd", 1);
        json.WriteString("Status", ScalarType.Word(report.Status));
        json.WriteString("VendorApplicationId", Program);
        json.WriteString(
            "Notes",
            $"Law {dossier.Law.File.Id}, edition {dossier.Edition.Name}. Read from "
                + string.Join(", ", dossier.Inputs.Select(i => $"{i.Key} (SHA-256 {i.Value})"))
                + "."
        );
        json.WriteStartArray("GpUnit");
        var within = report.Units.ToLookup(u => u.Within, StringComparer.Ordinal);
        foreach (var unit in report.Units)
        {
            Unit(json, unit, [.. within[unit.Id]]);
        }

        json.WriteEndArray();
        json.WriteStartArray("Office");
        Begin(json, "Office");
        json.WriteString("@id", "office");
        Text(json, "Name", dossier.Edition.Text.Body.Name);
        json.WriteString("ElectoralDistrictId", UnitId(Tally.Nation));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("Party");
        foreach (var contest in report.Contests.Select(c => c.Contest).Distinct(StringComparer.Ordinal))
        {
            NistContests.Parties(json, dossier, contest);
        }

        json.WriteEndArray();
        json.WriteStartArray("Election");
        NistContests.Election(json, report);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Unit(Utf8JsonWriter json, ExchangeUnit unit, IReadOnlyCollection<ExchangeUnit> parts)
    {
        Begin(json, "ReportingUnit");
        json.WriteString("@id", UnitId(unit.Id));
        json.WriteString("Name", unit.Name);
        var isNation = unit.Id == Tally.Nation;
        json.WriteString(
            "Type",
            isNation ? "country"
                : unit.IsStation ? "precinct"
                : "other"
        );
        if (!isNation && !unit.IsStation && unit.Level.Length > 0)
        {
            json.WriteString("OtherType", unit.Level);
        }

        if (unit.Progress is var (stations, reported))
        {
            json.WriteNumber("TotalSubUnits", stations);
            json.WriteNumber("SubUnitsReported", reported);
        }

        Number(json, "VotersRegistered", unit.Registered);
        Number(json, "VotersParticipated", unit.TookPart);
        if (parts.Count > 0)
        {
            json.WriteStartArray("ComposingGpUnitIds");
            foreach (var part in parts)
            {
                json.WriteStringValue(UnitId(part.Id));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Begins an object of a class of the standard.</summary>
    internal static void Begin(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("@type", "ElectionResults." + type);
    }

    /// <summary>Writes words with the languages that there are.</summary>
    internal static void Text(
        Utf8JsonWriter json,
        string name,
        string english,
        IReadOnlyDictionary<string, string>? others = null
    )
    {
        json.WritePropertyName(name);
        Begin(json, "InternationalizedText");
        json.WriteStartArray("Text");
        foreach (
            var (language, content) in (others ?? new Dictionary<string, string>())
                .OrderBy(o => o.Key, StringComparer.Ordinal)
                .Prepend(KeyValuePair.Create("en", english))
        )
        {
            Begin(json, "LanguageString");
            json.WriteString("Content", content);
            json.WriteString("Language", language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a number where there is one.</summary>
    internal static void Number(Utf8JsonWriter json, string name, Count count)
    {
        if (count.Value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <summary>The identifier of a unit in the document.</summary>
    internal static string UnitId(string unit) => Id("unit", unit);

    /// <summary>An identifier that an XML document could have too: letters and digits stay, others are written as their code.</summary>
    internal static string Id(string kind, params ReadOnlySpan<string> names)
    {
        var id = new System.Text.StringBuilder(kind);
        foreach (var name in names)
        {
            id.Append('-');
            foreach (var c in name)
            {
                _ = char.IsAsciiLetterOrDigit(c)
                    ? id.Append(c)
                    : id.Append(CultureInfo.InvariantCulture, $"_{(int)c:x}_");
            }
        }

        return id.ToString();
    }

    /// <summary>The variation of voting by what a voter marks; nothing where the ballot alone does not tell it.</summary>
    internal static string? Variation(BallotKind? ballot) =>
        ballot switch
        {
            BallotKind.List => "proportional",
            BallotKind.Approval => "approval",
            BallotKind.Ranked => "rcv",
            _ => null,
        };
}
