using System.Globalization;
using System.Text.Json;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Registry;
using Scrutineer.Results.Parties;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>parties --json</c>.</summary>
public static class PartiesJson
{
    /// <summary>The document.</summary>
    public static string Of(ElectionDossier dossier, PartiesOnDay parties) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            ResultJson.Head(json, dossier);
            json.WriteString("as-of", parties.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("in-the-race", parties.InTheRace);
            json.WriteNumber("perhaps-in-the-race", parties.PerhapsInTheRace);
            json.WriteStartArray("parties");
            foreach (var party in parties.Parties)
            {
                Party(json, party, parties.Day);
            }

            json.WriteEndArray();
            json.WriteStartArray("party-law");
            foreach (var edition in parties.Law)
            {
                json.WriteStartObject();
                json.WriteString("edition", edition.Name);
                json.WriteString("in-force", ScalarType.Word(edition.Held(parties.Day)));
                json.WriteStartObject("requires");
                foreach (var requirement in edition.Requires)
                {
                    json.WriteString(ScalarType.Word(requirement.What), requirement.Is.ToString());
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in parties.Findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Party(Utf8JsonWriter json, PartyOnDay party, DateOnly day)
    {
        json.WriteStartObject();
        json.WriteString("party", party.Identity.Id);
        json.WriteString("kind", ScalarType.Word(party.Identity.Kind));
        json.WriteStartArray("names");
        foreach (var name in party.Names)
        {
            json.WriteStringValue(name.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("status");
        foreach (var status in party.Status)
        {
            json.WriteStartObject();
            json.WriteString("is", ScalarType.Word(status.Is));
            json.WriteString("held", ScalarType.Word(status.Held(day)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("state", ScalarType.Word(party.State));
        json.WriteBoolean("in-the-race", party.State.IsInTheRace());
        json.WriteStartArray("may");
        foreach (var state in party.May)
        {
            json.WriteStringValue(ScalarType.Word(state));
        }

        json.WriteEndArray();
        json.WriteStartArray("registration");
        foreach (var stage in party.Identity.Entry.Registration)
        {
            json.WriteStartObject();
            json.WriteString("stage", ScalarType.Word(stage.Stage));
            json.WriteString("outcome", ScalarType.Word(stage.Outcome));
            json.WriteString("on", stage.On.Written);
            ContestJson.Number(json, "times", stage.Times);
            json.WriteString("because", stage.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("passage");
        foreach (var step in party.Passage)
        {
            json.WriteStartObject();
            json.WriteString("state", ScalarType.Word(step.State));
            json.WriteString("on", step.Event.On.Written);
            json.WriteString("happened", ScalarType.Word(step.Happened));
            json.WriteString("says", step.Event.Says);
            if (step.Event.Vote is { } vote)
            {
                json.WriteStartObject("vote");
                json.WriteNumber("for", vote.For);
                json.WriteNumber("against", vote.Against);
                ContestJson.Number(json, "abstained", vote.Abstained);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
