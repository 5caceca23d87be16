using System.Globalization;
using System.Text.Json;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Results.Powers;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>powers --json</c>.</summary>
public static class PowersJson
{
    /// <summary>The document.</summary>
    public static string Of(BodyPowers powers)
    {
        ArgumentNullException.ThrowIfNull(powers);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            ResultJson.Head(json, powers.Now.Dossier);
            House(json, "now", powers.Now);
            if (powers.Before is { } before)
            {
                House(json, "before", before);
            }
            else
            {
                json.WriteNull("before");
            }

            json.WriteStartArray("volatility");
            foreach (var shift in powers.Votes)
            {
                json.WriteStartObject();
                json.WriteString("contest", shift.Contest);
                json.WriteString("base", "votes-for-lists");
                json.WriteNumber("votes-before", shift.VotesBefore);
                json.WriteNumber("votes-now", shift.VotesNow);
                json.WriteString("pedersen", shift.Volatility.ToString());
                json.WriteStartArray("lists");
                foreach (var list in shift.Lists)
                {
                    json.WriteStartObject();
                    json.WriteString("name", list.Name);
                    json.WriteString("before", list.Before.ToString());
                    json.WriteString("now", list.Now.ToString());
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            ContestJson.Number(json, "seat-shift", powers.SeatShift);
            json.WriteStartArray("offices");
            foreach (var office in powers.Offices)
            {
                json.WriteStartObject();
                json.WriteString("office", office.Id);
                json.WriteString("name", office.Office);
                json.WriteString("by", office.By);
                json.WriteString("confirmed-by", office.ConfirmedBy);
                json.WriteString("consulting", office.Consulting);
                json.WriteString("held", ScalarType.Word(office.Held));
                json.WriteBoolean("confirmed-here", office.ConfirmedHere);
                json.WriteString("source", office.Source);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void House(Utf8JsonWriter json, string name, HousePowers house)
    {
        json.WriteStartObject(name);
        json.WriteString("election", house.Dossier.File.Id);
        json.WriteString(
            "polling-day",
            house.Dossier.File.PollingDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        json.WriteNumber("seats", house.Seats);
        json.WriteNumber("unknown", house.Unknown);
        json.WriteStartArray("majorities");
        foreach (var majority in house.Majorities)
        {
            json.WriteStartObject();
            json.WriteString("majority", majority.Name);
            json.WriteString("law", majority.Law.Seats.ToString());
            json.WriteString("decides", majority.Law.Decides);
            json.WriteString("consent", majority.Law.Consent);
            json.WriteString("cite", majority.Law.Cite);
            json.WriteString("checked", ScalarType.Word(majority.Law.Checked));
            json.WriteNumber("needed", majority.Needed);
            json.WriteStartArray("blocs");
            foreach (var bloc in majority.Blocs)
            {
                Bloc(json, bloc);
            }

            json.WriteEndArray();
            json.WriteNumber("minimal-coalitions", majority.MinimalCount);
            json.WriteStartArray("coalitions");
            foreach (var coalition in majority.Minimal)
            {
                json.WriteStartArray();
                foreach (var bloc in coalition)
                {
                    json.WriteStringValue(bloc.Id);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Bloc(Utf8JsonWriter json, BlocPower bloc)
    {
        json.WriteStartObject();
        json.WriteString("bloc", bloc.Bloc.Id);
        json.WriteString("name", bloc.Bloc.Name);
        json.WriteNumber("seats", bloc.Bloc.Seats);
        json.WriteBoolean("decides-alone", bloc.DecidesAlone);
        json.WriteBoolean("veto", bloc.Veto);
        json.WriteNumber("swings", bloc.Swings);
        Share(json, "banzhaf", bloc.Banzhaf);
        Share(json, "penrose", bloc.Penrose);
        Share(json, "shapley-shubik", bloc.ShapleyShubik);
        json.WriteEndObject();
    }

    private static void Share(Utf8JsonWriter json, string name, Rational? share) =>
        json.WriteString(name, share?.ToString());
}
