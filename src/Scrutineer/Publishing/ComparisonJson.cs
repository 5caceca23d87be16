using System.Globalization;
using System.Text.Json;
using Scrutineer.Numerics;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>compare --json</c>. Shares and indices are in per cent, cut to four decimals.</summary>
public static class ComparisonJson
{
    /// <summary>The document.</summary>
    public static string Of(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("election", comparison.Dossier.File.Id);
            json.WriteString("contest", comparison.Contest);
            json.WriteString("base", "votes-for-lists");
            json.WriteStartArray("lists");
            foreach (var (list, votes) in comparison.Lists.Zip(comparison.Votes))
            {
                json.WriteStartObject();
                json.WriteString("list", list.Id);
                json.WriteString("name", list.Name);
                json.WriteNumber("votes", votes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("laws");
            foreach (var law in comparison.Laws)
            {
                Write(json, comparison, law);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, Comparison comparison, Compared law)
    {
        json.WriteStartObject();
        json.WriteString("under", law.Alternative.Written);
        json.WriteString("title", law.Title);
        json.WriteNumber("house", law.House);
        if (law.Seats is { } seats)
        {
            json.WriteStartObject("seats");
            foreach (var (list, number) in comparison.Lists.Zip(seats))
            {
                json.WriteNumber(list.Id, number);
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("seats");
        }

        if (law.Because.Length > 0)
        {
            json.WriteString("because", law.Because);
        }

        json.WriteStartArray("ties");
        foreach (var tie in law.Ties)
        {
            json.WriteStartObject();
            json.WriteStartArray("among");
            foreach (var list in tie.Among)
            {
                json.WriteStringValue(list);
            }

            json.WriteEndArray();
            json.WriteNumber("seats", tie.Seats);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ContestJson.Number(json, "moved", law.Moved);
        if (law.Indices is { } indices)
        {
            json.WriteStartObject("indices");
            Number(json, "gallagher", Shown.Root(indices.GallagherSquared * 10000));
            Number(json, "loosemore-hanby", (indices.LoosemoreHanby * 100).ToDecimal(4));
            Number(json, "sainte-lague", indices.SainteLague is { } s ? (s * 100).ToDecimal(4) : null);
            Number(json, "effective-parties-by-votes", indices.PartiesByVotes.ToDecimal(4));
            Number(json, "effective-parties-by-seats", indices.PartiesBySeats.ToDecimal(4));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("indices");
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, decimal.Parse(value, CultureInfo.InvariantCulture));
        }
    }
}
