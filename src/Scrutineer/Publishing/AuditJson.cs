using System.Text.Json;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Drawing;
using Scrutineer.Scrutiny.Audits.Planning;

namespace Scrutineer.Publishing;

/// <summary>The documents of <c>audit plan</c>, <c>audit draw</c> and <c>audit evaluate</c>.</summary>
public static class AuditJson
{
    /// <summary>The document of a plan.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="stations">The stations, where they are known.</param>
    public static string Plan(ElectionDossier dossier, string contest, AuditPlan plan, StationAudit? stations) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            Head(json, dossier, contest, plan.Terms.RiskLimit);
            json.WriteNumber("seats", plan.Seats.Standing.Seats.Sum());
            json.WriteNumber("ballots", plan.Seats.Counts.Total);
            json.WriteBoolean("implies-every-seat", plan.Seats.ImplyEverySeat);
            json.WriteStartArray("assertions");
            foreach (var planned in plan.Assertions)
            {
                json.WriteStartObject();
                json.WriteString("assertion", planned.Assertion.Name);
                json.WriteString("place", planned.Assertion.Place);
                json.WriteString("kind", ScalarType.Word(planned.Assertion.Kind));
                json.WriteString("rule", planned.Assertion.Rule);
                json.WriteString("cite", planned.Assertion.Cite);
                json.WriteString("mean", planned.Mean.ToString());
                Number(json, "margin", planned.Margin.ToDouble());
                Size(json, planned.Sizes[0]);
                json.WriteStartArray("methods");
                foreach (var size in planned.Sizes)
                {
                    json.WriteStartObject();
                    Size(json, size);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("not-asserted");
            foreach (var rule in plan.Seats.NotAsserted)
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Rule);
                json.WriteString("cite", rule.Cite);
                json.WriteString("because", rule.Because);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("places");
            foreach (var place in plan.ByPlace)
            {
                json.WriteStartObject();
                json.WriteString("place", place.Place);
                json.WriteNumber("ballots", place.Counts.Total);
                json.WriteNumber("assertions", place.Assertions.Count);
                json.WriteString("hardest", place.Hardest.Assertion.Name);
                json.WriteStartArray("methods");
                foreach (var size in place.Sizes)
                {
                    json.WriteStartObject();
                    Size(json, size);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("whole");
            foreach (var size in plan.Whole)
            {
                json.WriteStartObject();
                Size(json, size);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (stations is not null)
            {
                json.WriteStartObject("stations");
                Stations(json, stations);
                var draws = stations.PlannedDraws(plan.Terms.RiskLimit);
                json.WriteNumber("draws", draws);
                Number(json, "different", stations.DifferentStations(draws));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });

    /// <summary>The document of a draw.</summary>
    public static string Draw(
        ElectionDossier dossier,
        string contest,
        double riskLimit,
        StationAudit audit,
        string seed,
        IReadOnlyList<int> drawn
    ) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            Head(json, dossier, contest, riskLimit);
            Stations(json, audit);
            json.WriteStartObject("draw");
            json.WriteString("seed", seed);
            json.WriteNumber("draws", drawn.Count);
            json.WriteStartArray("stations");
            foreach (var station in drawn.GroupBy(d => d))
            {
                json.WriteStartObject();
                json.WriteString("unit", audit.Manifest.Units[station.Key].Unit);
                json.WriteNumber("times", station.Count());
                json.WriteNumber("ballots", audit.Manifest.Units[station.Key].Counts.Total);
                json.WriteNumber("line", audit.Manifest.Units[station.Key].At.Line);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        });

    /// <summary>The document of an evaluation.</summary>
    public static string Evaluation(
        ElectionDossier dossier,
        string contest,
        AuditEvaluation evaluation,
        string seed,
        IReadOnlyList<int> next,
        IReadOnlyList<Finding> findings
    ) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            Head(json, dossier, contest, evaluation.RiskLimit);
            json.WriteStartObject("draw");
            json.WriteString("seed", seed);
            json.WriteNumber("draws", evaluation.Drawn.Count);
            json.WriteNumber("stations", evaluation.Recounts.Count);
            json.WriteEndObject();
            Number(json, "p-value", evaluation.P);
            json.WriteBoolean("confirmed", evaluation.Confirmed);
            json.WriteStartArray("assertions");
            foreach (var assertion in evaluation.Assertions)
            {
                json.WriteStartObject();
                json.WriteString("assertion", assertion.Assertion.Name);
                Number(json, "p-value", assertion.P);
                json.WriteBoolean("confirmed", assertion.Confirmed);
                ContestJson.Number(json, "further-draws", assertion.FurtherDraws);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("next");
            foreach (var station in next)
            {
                json.WriteStringValue(evaluation.Audit.Manifest.Units[station].Unit);
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Head(Utf8JsonWriter json, ElectionDossier dossier, string contest, double riskLimit)
    {
        ResultJson.Head(json, dossier);
        json.WriteString("contest", contest);
        json.WriteNumber("risk-limit", riskLimit);
    }

    private static void Stations(Utf8JsonWriter json, StationAudit audit)
    {
        json.WriteString("file", audit.Manifest.File);
        json.WriteString("sha256", audit.Manifest.Sha256);
        json.WriteNumber("units", audit.Manifest.Units.Count);
        Number(json, "most-overstated", audit.MostOverstated.ToDouble());
    }

    private static void Size(Utf8JsonWriter json, SampleSize size)
    {
        json.WriteString("method", ScalarType.Word(size.Method));
        Number(json, "expected", size.Expected);
        json.WriteNumber("p90", size.P90);
        json.WriteBoolean("full-count", size.IsFullCount);
    }

    /// <summary>Six significant digits: more would suggest a precision that a simulation does not have.</summary>
    private static void Number(Utf8JsonWriter json, string name, double value) =>
        json.WriteNumber(
            name,
            double.Parse(
                value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture),
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
}
