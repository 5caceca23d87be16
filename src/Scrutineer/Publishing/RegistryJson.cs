using System.Globalization;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>registry --json</c>.</summary>
public static class RegistryJson
{
    /// <summary>The document.</summary>
    public static string Of(
        ElectionDossier dossier,
        IdentityRegister register,
        IReadOnlyList<Identity> identities,
        DateOnly day
    ) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            ResultJson.Head(json, dossier);
            json.WriteString("registry", register.Name);
            json.WriteString("as-of", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("identities");
            foreach (var identity in identities)
            {
                json.WriteStartObject();
                json.WriteString("id", identity.Id);
                json.WriteString("kind", ScalarType.Word(identity.Kind));
                json.WriteString("name", identity.NameOn(day));
                json.WriteString("note", identity.Entry.Note);
                json.WriteStartArray("facts");
                foreach (var fact in IdentityFacts.Of(register, identity, day))
                {
                    json.WriteStartObject();
                    json.WriteString("fact", fact.Field);
                    json.WriteString("says", fact.Says);
                    json.WriteString("from", fact.During?.From?.Written);
                    json.WriteString("to", fact.During?.To?.Written);
                    json.WriteString("held", ScalarType.Word(fact.On(day)));
                    json.WriteString("source", fact.Source);
                    json.WriteString("note", fact.Note);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
}
