using System.Globalization;
using System.Text.Json;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Observation;
using Scrutineer.Scrutiny.Courses;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>turnout --json</c>.</summary>
public static class TurnoutJson
{
    /// <summary>The series, the courses against earlier elections, the law on validity, and the findings.</summary>
    public static string Of(
        ElectionDossier dossier,
        TurnoutReport? report,
        TurnoutCourses? courses,
        IReadOnlyList<TurnoutValidity> validity,
        IReadOnlyList<Findings.Finding> findings
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(validity);
        ArgumentNullException.ThrowIfNull(findings);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("election", dossier.File.Id);
            json.WriteString("counted", report is null ? null : ScalarType.Word(report.Counted));
            json.WriteString("of", report is null ? null : ScalarType.Word(report.Of));
            json.WriteStartArray("validity");
            foreach (var contest in validity)
            {
                json.WriteStartObject();
                json.WriteString("contest", contest.Contest);
                json.WriteBoolean("least-turnout", contest.Minimum is not null);
                json.WriteString("says", contest.Says);
                json.WriteString("with-a-minimum", contest.Would(dossier));
                json.WriteString("basis", contest.Basis);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("units");
            foreach (var unit in report?.Units ?? [])
            {
                json.WriteStartObject();
                json.WriteString("unit", unit.Unit);
                json.WriteString("name", unit.Name);
                json.WriteNumber("minutes-behind", (int)unit.Behind.TotalMinutes);
                json.WriteString("polls-close", unit.Closes?.ToString("HH:mm", CultureInfo.InvariantCulture));
                json.WriteStartArray("announced");
                foreach (var point in unit.Points)
                {
                    json.WriteStartObject();
                    json.WriteString("time", point.Time.ToString("HH:mm", CultureInfo.InvariantCulture));
                    json.WriteString("share", point.Share?.ToString());
                    json.WriteString("source", point.Source);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Courses(json, courses);
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Courses(Utf8JsonWriter json, TurnoutCourses? courses)
    {
        json.WriteStartArray("courses");
        foreach (var unit in courses?.Units ?? [])
        {
            json.WriteStartObject();
            json.WriteString("unit", unit.Unit);
            ContestJson.Number(json, "registered", unit.Base);
            json.WriteStartArray("earlier");
            foreach (var election in unit.Past)
            {
                json.WriteStringValue(election);
            }

            json.WriteEndArray();
            json.WriteStartArray("hours");
            foreach (var hour in unit.Hours)
            {
                json.WriteStartObject();
                json.WriteString("time", hour.Time.ToString("HH:mm", CultureInfo.InvariantCulture));
                EstimateJson.Number(json, "share", hour.Share);
                EstimateJson.Number(json, "of-end", hour.OfEnd);
                EstimateJson.Number(json, "earlier-of-end", hour.PastOfEnd);
                EstimateJson.Number(json, "earlier-spread", hour.PastSpread);
                EstimateJson.Number(json, "beyond", hour.Beyond);
                EstimateJson.Number(json, "voters-beyond", hour.Votes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
