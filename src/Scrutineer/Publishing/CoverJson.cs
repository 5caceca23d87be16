using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>audit cover --json</c>.</summary>
public static class CoverJson
{
    /// <summary>The document.</summary>
    public static string Of(IReadOnlyList<CoveredContest> contests)
    {
        ArgumentNullException.ThrowIfNull(contests);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("contests");
            foreach (var contest in contests)
            {
                json.WriteStartObject();
                json.WriteString("election", contest.Election);
                json.WriteString("contest", contest.Contest);
                json.WriteBoolean("implies-every-seat", contest.Seats is { ImplyEverySeat: true });
                if (contest.Seats is { } seats)
                {
                    json.WriteNumber("assertions", seats.Assertions.Count);
                    json.WriteStartArray("not-asserted");
                    foreach (var rule in seats.NotAsserted)
                    {
                        json.WriteStartObject();
                        json.WriteString("rule", rule.Rule);
                        json.WriteString("cite", rule.Cite);
                        json.WriteString("because", rule.Because);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                }
                else
                {
                    json.WriteString("because", contest.Because);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
