using System.Text.Json;
using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Files;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>claims --json</c>.</summary>
public static class ClaimsJson
{
    /// <summary>The statements, positions and contradictions of the chosen questions.</summary>
    public static string Of(ElectionDossier dossier, ClaimLedger ledger, string? topic)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(ledger);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("election", dossier.File.Id);
            json.WriteStartObject("inputs");
            json.WriteString(ClaimFile.FileName, "sha256:" + ledger.Sha256);
            json.WriteEndObject();
            json.WriteStartArray("topics");
            foreach (var (key, positions) in ledger.Positions.Where(p => topic is null || p.Key == topic))
            {
                json.WriteStartObject();
                json.WriteString("topic", key);
                json.WriteString("question", ledger.File.Topics[key].Question);
                json.WriteStartArray("positions");
                foreach (var position in positions)
                {
                    Position(json, position);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("contradictions");
            foreach (var contradiction in ledger.Contradictions.Where(c => topic is null || c.Topic == topic))
            {
                json.WriteStartObject();
                json.WriteString("topic", contradiction.Topic);
                json.WriteString("first", contradiction.First.Value.InWords());
                if (contradiction.Second is { } second)
                {
                    json.WriteString("second", second.Value.InWords());
                }
                else
                {
                    json.WriteNull("second");
                }

                json.WriteString("explained-as", contradiction.Why.InWords());
                json.WriteString("because", contradiction.Because);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in ledger.Findings.Where(f => topic is null || f.Unit == topic))
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Position(Utf8JsonWriter json, Position position)
    {
        json.WriteStartObject();
        json.WriteString("answer", position.Value.InWords());
        json.WriteNumber("texts", position.Texts.Count);
        json.WriteNumber("origins", position.Origins.Count);
        json.WriteString("record", position.Check is { } check ? ScalarType.Word(check.Agrees) : null);
        json.WriteString("record-says", position.Check?.Says);
        json.WriteStartArray("statements");
        foreach (var statement in position.Statements)
        {
            json.WriteStartObject();
            json.WriteString("says", statement.Entry.Says);
            json.WriteString("speaker", statement.Speaker);
            json.WriteString("kind", ScalarType.Word(statement.Entry.Kind));
            json.WriteString("hedge", ScalarType.Word(statement.Entry.Hedge));
            json.WriteString("on", statement.On?.Written);
            json.WriteString("holds", statement.Holds?.Written);
            json.WriteString("stage", statement.Entry.Stage is { } stage ? ScalarType.Word(stage) : null);
            json.WriteString(
                "base",
                statement.Entry.Base is not { } of ? null
                    : of.Name is { } name ? ScalarType.Word(name)
                    : "unstated"
            );
            Texts(json, "sources", statement.Entry.Sources);
            Texts(json, "origins", statement.Origins);
            json.WriteString("quote", statement.Entry.Quote);
            json.WriteNumber("line", statement.Entry.At.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
