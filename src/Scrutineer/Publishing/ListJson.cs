using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Results.Lists;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>list check --json</c>.</summary>
public static class ListJson
{
    /// <summary>The document.</summary>
    public static string Of(ListFile list, Edition edition, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(edition);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("list", list.List);
            json.WriteString("contest", list.Contest);
            json.WriteString("edition", edition.Name);
            json.WriteNumber("persons", ListCheck.PersonsOf(list));
            json.WriteBoolean("sound", !findings.Any(f => f.Severity == Severity.Error));
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
