using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Files;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>Answers for programs: JSON, and where something is wrong a problem as RFC 9457 describes it.</summary>
internal static class ApiAnswers
{
    /// <summary>A problem.</summary>
    /// <param name="status">The status of HTTP.</param>
    /// <param name="kind">What kind it is, in a word that programs compare.</param>
    /// <param name="detail">What is wrong, in a sentence.</param>
    /// <param name="more">What else the problem says.</param>
    public static IResult Problem(int status, string kind, string detail, params ReadOnlySpan<(string, JsonNode)> more)
    {
        var problem = new JsonObject
        {
            ["type"] = "urn:scrutineer:" + kind,
            ["status"] = status,
            ["detail"] = detail,
        };
        foreach (var (name, value) in more)
        {
            problem[name] = value;
        }

        return Answers.Text(problem.ToJsonString(), "application/problem+json", statusCode: status);
    }

    /// <summary>How a station stands, as far as the account may know it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="station">The station.</param>
    public static JsonObject Station(HttpContext http, StationEntry station)
    {
        var entry = station.Entry;
        var json = new JsonObject
        {
            ["unit"] = entry.Unit.Text,
            ["state"] = ScalarType.Word(entry.State),
            ["version"] = station.Version,
            ["held"] =
                entry.HeldBy.Length == 0 ? "by-nobody"
                : entry.HeldBy == http.User.Identity!.Name ? "by-you"
                : "by-another",
        };
        if (entry.HeldBy.Length > 0 && entry.HeldBy == http.User.Identity!.Name)
        {
            json["asked-for"] = new JsonArray([.. entry.AskedFor.Select(c => (JsonNode)entry.Layout.Columns[c].Name)]);
        }

        // Before it is settled nothing of an entry is told, so that the second stays blind. A screen shows no figures at all:
        // whoever passes by reads it.
        if (
            entry is { State: EntryState.Settled, Result: { } result }
            && !http.User.IsInRole(Roles.Screen)
            && !http.RequestServices.GetRequiredService<Embargo>().HoldsFrom(http.User)
        )
        {
            var figures = new JsonObject();
            foreach (var (index, column) in entry.Layout.Columns.Index())
            {
                figures[column.Name] = Figure(result[index]);
            }

            json["figures"] = figures;
        }

        return json;
    }

    /// <summary>JSON as an answer.</summary>
    public static IResult Json(JsonNode json) => Answers.Text(json.ToJsonString(Plain), "application/json");

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonNode Figure(Count figure) => figure.Value is { } number ? number : figure.ToString();
}
