using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Scrutiny.Materiality;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>audit matter --json</c>.</summary>
public static class MaterialityJson
{
    /// <summary>The document.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="materiality">The least numbers of ballots.</param>
    /// <param name="ballots">How many are doubtful, where that was asked.</param>
    /// <param name="units">How many stations are left out.</param>
    /// <param name="after">The evaluation without them.</param>
    public static string Of(
        ElectionDossier dossier,
        string contest,
        SeatMateriality materiality,
        long? ballots,
        int units,
        Standing? after
    ) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            ResultJson.Head(json, dossier);
            json.WriteString("contest", contest);
            json.WriteBoolean("implies-every-seat", materiality.Seats.ImplyEverySeat);
            ContestJson.Number(json, "least-ballots", materiality.Closest?.Least);
            ContestJson.Number(json, "doubtful", ballots);
            if (ballots is { } number)
            {
                json.WriteBoolean("could-change-a-seat", materiality.Breakable(number).Count > 0);
            }

            json.WriteStartArray("conditions");
            foreach (var least in materiality.Least)
            {
                json.WriteStartObject();
                json.WriteString("assertion", least.Assertion.Name);
                ContestJson.Number(json, "changed", least.Changed);
                ContestJson.Number(json, "removed", least.Removed);
                ContestJson.Number(json, "added", least.Added);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (after is not null)
            {
                json.WriteStartObject("without");
                json.WriteNumber("stations", units);
                json.WriteString("outcome", ScalarType.Word(after.Ended!.Value));
                json.WriteBoolean("changes", !after.Seats.SequenceEqual(materiality.Seats.Standing.Seats));
                json.WriteStartObject("seats");
                for (var i = 0; i < after.Seats.Length; i++)
                {
                    json.WriteNumber(after.Id(i), after.Seats[i]);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
}
