using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Observation;
using Scrutineer.Results;

namespace Scrutineer.Publishing;

/// <summary>Results as JSON, by the command contracts. Exact fractions are texts; counts are numbers.</summary>
public static class ResultJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document of <c>seats --json</c>.</summary>
    public static string Seats(ElectionDossier dossier, IReadOnlyList<ContestResult> contests, bool explain) =>
        Write(json =>
        {
            json.WriteStartObject();
            Head(json, dossier);
            Contests(json, contests, explain);
            json.WriteEndObject();
        });

    /// <summary>The document of <c>check --json</c> and of <c>result.json</c>.</summary>
    public static string Check(ElectionResult result, PublicRecord? record = null) =>
        Write(json =>
        {
            json.WriteStartObject();
            Head(json, result.Dossier);
            json.WriteStartObject("inputs");
            foreach (
                var (name, hash) in result
                    .Dossier.Inputs.Concat(result.Calendar?.Facts.Inputs ?? [])
                    .Concat(record?.Inputs ?? [])
                    .Concat(result.Scenarios.Select(s => s.Input))
            )
            {
                json.WriteString(name, "sha256:" + hash);
            }

            json.WriteEndObject();
            json.WriteNumber("seats", result.House);
            json.WriteStartArray("composition");
            foreach (var bloc in result.Blocs)
            {
                json.WriteStartObject();
                json.WriteString("bloc", bloc.Id);
                json.WriteString("name", bloc.Name);
                json.WriteNumber("seats", bloc.Seats);
                ContestJson.Number(json, "before", bloc.Before);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("majorities");
            foreach (var majority in result.Majorities)
            {
                json.WriteStartObject();
                json.WriteString("majority", majority.Majority);
                json.WriteNumber("needed", majority.Needed);
                json.WriteNumber("of", majority.Of);
                json.WriteString("bloc", majority.Bloc);
                json.WriteNumber("seats", majority.Seats);
                json.WriteNumber("distance", majority.Distance);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Contests(json, result.Contests, explain: true);
            if (result.Protocols?.Count is { } count)
            {
                json.WritePropertyName("protocols");
                CountJson.Summary(json, count, result.Protocols.Seats, result.Protocols.Copies);
            }

            if (result.Sample is { } sample)
            {
                EstimateJson.Sample(json, sample);
            }

            json.WriteStartArray("findings");
            foreach (var finding in result.Findings)
            {
                Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>Writes a document of one's own in the same form.</summary>
    public static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            content(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>One finding, by the contract.</summary>
    public static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", ScalarType.Word(finding.Severity));
        json.WriteString("statement", finding.Statement);
        json.WriteStartObject("where");
        json.WriteString("unit", finding.Unit);
        if (finding.Where is { } where)
        {
            json.WriteString("file", where.File);
            json.WriteNumber("line", where.Line);
        }

        json.WriteEndObject();
        json.WriteStartObject("figures");
        foreach (var (name, value) in finding.Figures)
        {
            // Only what is written as a number is one: '007' and '+5', quoted from a table, are texts.
            if (
                long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == value
            )
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
        json.WriteString("basis", finding.Basis);
        json.WriteString("verify", finding.Verify);
        json.WriteEndObject();
    }

    internal static void Head(Utf8JsonWriter json, ElectionDossier dossier)
    {
        json.WriteString("election", dossier.File.Id);
        json.WriteString("title", dossier.File.Title);
        json.WriteString("polling-day", dossier.File.PollingDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("law", dossier.Law.File.Id);
        json.WriteString("edition", dossier.Edition.Name);
        json.WriteString("edition-sha256", dossier.Edition.Sha256());
    }

    private static void Contests(Utf8JsonWriter json, IReadOnlyList<ContestResult> contests, bool explain)
    {
        json.WriteStartArray("contests");
        foreach (var contest in contests)
        {
            ContestJson.Write(json, contest, explain);
        }

        json.WriteEndArray();
    }
}
