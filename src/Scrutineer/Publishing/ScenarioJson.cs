using System.Text.Json;
using Scrutineer.Results.Scenarios;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>scenario --json</c>.</summary>
public static class ScenarioJson
{
    /// <summary>The document.</summary>
    public static string Of(Dossier.ElectionDossier dossier, IReadOnlyList<Scenario> scenarios) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            ResultJson.Head(json, dossier);
            json.WriteBoolean("hypothetical", true);
            json.WriteStartArray("scenarios");
            foreach (var scenario in scenarios)
            {
                json.WriteStartObject();
                json.WriteString("scenario", scenario.File.Id);
                json.WriteString("title", scenario.File.Title);
                json.WriteString("source", scenario.File.Source);
                json.WriteString("contest", scenario.File.Contest);
                json.WriteString("under", scenario.File.Under);
                json.WriteStartArray("changes");
                foreach (var change in scenario.File.Changes)
                {
                    json.WriteStringValue(ScenarioWords.Sentence(change));
                }

                json.WriteEndArray();
                ContestJson.Number(json, "base", scenario.Base);
                json.WriteStartObject("real");
                Figures(json, scenario.Real);
                json.WriteEndObject();
                json.WriteStartArray("ranges");
                foreach (var range in scenario.Ranges)
                {
                    json.WriteStartObject();
                    json.WriteNumber("least", range.Least);
                    json.WriteNumber("most", range.Most);
                    json.WriteNumber("of", range.All);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                if (scenario.Grid is { } grid)
                {
                    json.WriteStartObject("grid");
                    json.WriteNumber("points", grid.Points);
                    json.WriteBoolean("whole", grid.IsWhole);
                    json.WriteNumber("untold", grid.Untold);
                    json.WriteStartArray("lists");
                    foreach (var (list, seats) in grid.Seats)
                    {
                        json.WriteStartObject();
                        json.WriteString("list", list);
                        json.WriteNumber("least", seats.Least);
                        json.WriteNumber("most", seats.Most);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteStartArray("steps");
                foreach (var step in scenario.Steps)
                {
                    json.WriteStartObject();
                    json.WriteNumber("from", step.From);
                    json.WriteNumber("to", step.To);
                    json.WriteStartArray("at");
                    foreach (var votes in step.At)
                    {
                        json.WriteNumberValue(votes);
                    }

                    json.WriteEndArray();
                    Figures(json, step);
                    json.WriteString("because", step.Result.Because);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Figures(Utf8JsonWriter json, ScenarioStep step)
    {
        ContestJson.Number(json, "ballots-issued", step.Tally.BallotsIssued.Value);
        json.WriteStartArray("lists");
        foreach (var list in step.Tally.Contenders)
        {
            json.WriteStartObject();
            json.WriteString("list", list.Id);
            ContestJson.Number(json, "votes", list.Votes.Value);
            ContestJson.Number(json, "seats", step.SeatsOf(list.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("tied", step.Result.Ties.Count > 0);
    }
}
