using System.Text.Json;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Scrutiny.Margins;
using Tie = Scrutineer.Law.Evaluation.Tie;

namespace Scrutineer.Publishing;

/// <summary>One contest as JSON: lists, official seats, readings, tie, margins, certificate, derivation.</summary>
internal static class ContestJson
{
    /// <summary>Appends the object of one contest.</summary>
    public static void Write(Utf8JsonWriter json, ContestResult contest, bool explain)
    {
        var standing = contest.Standing;
        json.WriteStartObject();
        json.WriteString("contest", contest.Name);
        json.WriteString("unit", contest.Unit);
        json.WriteNumber("seats", contest.Seats);
        json.WriteString("outcome", ScalarType.Word(contest.Outcome));
        if (contest.Because.Length > 0)
        {
            json.WriteString("because", contest.Because);
        }

        if (contest.Stage is { } stage)
        {
            json.WriteString("stage", ScalarType.Word(stage));
        }

        json.WriteStartArray("lists");
        foreach (var (index, id) in (contest.Entry?.Contenders.Keys ?? []).Index())
        {
            json.WriteStartObject();
            json.WriteString("list", id);
            json.WriteString("name", contest.NameOf(id));
            Number(json, "votes", standing?.Votes(index).Value);
            json.WriteBoolean("admitted", standing is not null && standing.Admitted[index]);
            Number(
                json,
                "seats",
                standing is null || contest.Outcome is Outcome.Unknown ? null : standing.Seats[index]
            );
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (contest.Official.Count > 0)
        {
            json.WriteStartObject("official");
            foreach (var (list, seats) in contest.Official)
            {
                json.WriteNumber(list, seats);
            }

            json.WriteEndObject();
            if (contest.Agrees is { } agrees)
            {
                json.WriteBoolean("agrees", agrees);
            }
            else
            {
                json.WriteNull("agrees");
            }
        }

        if (standing is not null && !standing.Places.IsEmpty)
        {
            Constituencies(json, contest, standing, explain);
        }

        Readings(json, contest);
        Tie(json, contest.Standing?.OpenTies.FirstOrDefault());
        Margin(json, "margin", contest.Margin);
        json.WriteStartArray("transfers");
        foreach (var transfer in contest.Transfers)
        {
            Margin(json, null, transfer);
        }

        json.WriteEndArray();
        Thresholds(json, contest);
        CertificateJson.Write(json, contest.Certificate);
        Persons(json, contest);
        NotCovered(json, contest);
        if (explain && standing is not null)
        {
            Derivation(json, standing);
        }

        json.WriteEndObject();
    }

    private static void Constituencies(Utf8JsonWriter json, ContestResult contest, Standing standing, bool explain)
    {
        json.WriteStartArray("constituencies");
        foreach (var place in standing.Constituencies)
        {
            json.WriteStartObject();
            json.WriteString("constituency", place.Place);
            json.WriteString("level", place.Tally.Level);
            json.WriteNumber("seats", place.Seats.Sum());
            json.WriteStartArray("lists");
            foreach (var i in Enumerable.Range(0, place.Seats.Length).Where(i => place.Votes(i).Value != 0))
            {
                json.WriteStartObject();
                json.WriteString("list", place.Id(i));
                Number(json, "votes", place.Votes(i).Value);
                json.WriteBoolean("admitted", place.Admitted[i]);
                json.WriteNumber("seats", place.Seats[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (contest.OfficialByPlace.TryGetValue(place.Place, out var declared))
            {
                json.WriteStartObject("official");
                foreach (var (list, seats) in declared)
                {
                    json.WriteNumber(list, seats);
                }

                json.WriteEndObject();
                json.WriteBoolean("agrees", !contest.DisagreeingPlaces.Contains(place.Place, StringComparer.Ordinal));
            }

            CertificateJson.Write(json, Certification.Of(place));
            if (explain)
            {
                Derivation(json, place);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Readings(Utf8JsonWriter json, ContestResult contest)
    {
        json.WriteStartArray("readings");
        foreach (var reading in contest.Readings)
        {
            json.WriteStartObject();
            json.WriteString("reading", reading.Name);
            json.WriteString("basis", ScalarType.Word(reading.Basis));
            json.WriteString("because", reading.Because);
            if (reading.Seats is { } seats)
            {
                json.WriteStartObject("seats");
                foreach (var (list, number) in seats)
                {
                    json.WriteNumber(list, number);
                }

                json.WriteEndObject();
                json.WriteBoolean("changes", reading.Changes!.Value);
            }
            else
            {
                json.WriteNull("seats");
                json.WriteNull("changes");
                json.WriteString("unknown", reading.WhyUnknown);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Tie(Utf8JsonWriter json, Tie? tie)
    {
        if (tie is null)
        {
            json.WriteNull("tie");
            return;
        }

        json.WriteStartObject("tie");
        json.WriteStartArray("among");
        foreach (var list in tie.Among)
        {
            json.WriteStringValue(list);
        }

        json.WriteEndArray();
        json.WriteNumber("seats", tie.Seats);
        if (tie.Place is { } place)
        {
            json.WriteString("place", place);
        }

        json.WriteString("rule", tie.Rule);
        json.WriteString("because", tie.Because);
        json.WriteEndObject();
    }

    private static void Margin(Utf8JsonWriter json, string? name, Transfer? transfer)
    {
        if (transfer is null)
        {
            json.WriteNull(name!);
            return;
        }

        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        json.WriteNumber("votes", transfer.Votes);
        json.WriteString("from", transfer.From);
        json.WriteString("to", transfer.To);
        if (transfer.Place is { } place)
        {
            json.WriteString("place", place);
        }

        if (transfer.IsBound)
        {
            json.WriteString("bound", "at-most");
        }

        json.WriteStartObject("changes");
        foreach (var (list, seats) in transfer.Seats)
        {
            json.WriteNumber(list, seats);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Thresholds(Utf8JsonWriter json, ContestResult contest)
    {
        json.WriteStartArray("thresholds");
        foreach (var distance in contest.Thresholds)
        {
            json.WriteStartObject();
            json.WriteString("rule", distance.Rule);
            json.WriteString("list", distance.List);
            json.WriteString("threshold", distance.Bound.ToString());
            json.WriteString("base", ScalarType.Word(distance.Base));
            json.WriteBoolean("applied", distance.Applied);
            json.WriteNumber("of", distance.BaseVotes);
            json.WriteNumber("votes", distance.Votes);
            json.WriteNumber("needed", distance.Needed);
            json.WriteNumber("distance", distance.Distance);
            json.WriteBoolean("passes", distance.Passes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Persons(Utf8JsonWriter json, ContestResult contest)
    {
        json.WriteStartArray("persons");
        foreach (var persons in contest.Standing?.Persons ?? [])
        {
            json.WriteStartObject();
            json.WriteString("list", persons.List);
            json.WriteNumber("seats", persons.Seats);
            json.WriteString("to-be-named-by", persons.NamedBy);
            Number(json, "within-days", persons.WithinDays);
            if (contest.Entry?.Declared is { } declared && persons.WithinDays is { } days)
            {
                json.WriteString(
                    "by",
                    declared.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                );
            }

            Number(json, "from-list-of", persons.From);
            Number(json, "vacant", persons.Vacant);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Constituencies without a member; the field stands only where the law has such a rule and one is.</summary>
    private static void NotCovered(Utf8JsonWriter json, ContestResult contest)
    {
        if (contest.Standing?.NotCovered is not { IsEmpty: false } without)
        {
            return;
        }

        json.WriteStartArray("without-member");
        foreach (var (led, lotOpen) in without)
        {
            json.WriteStartObject();
            json.WriteString("constituency", led.Place);
            json.WriteString("within", led.Within);
            json.WriteString("list", led.List);
            json.WriteString("share", led.Share.ToString());
            json.WriteBoolean("lot-open", lotOpen);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Derivation(Utf8JsonWriter json, Standing standing)
    {
        json.WriteStartArray("derivation");
        foreach (var step in standing.Steps)
        {
            json.WriteStartObject();
            json.WriteString("rule", step.Rule);
            json.WriteString("kind", step.Kind);
            json.WriteString("law", step.Sentence);
            json.WriteString("cite", step.Cite);
            json.WriteString("checked", ScalarType.Word(step.Checked));
            if (step.Reading is { } reading)
            {
                json.WriteString("reading", reading);
            }

            json.WriteBoolean("applied", step.Applied);
            json.WriteString("result", step.Result);
            if (step.Table is { } table)
            {
                json.WriteStartArray(table.Of + "s");
                foreach (var row in table.Rows)
                {
                    json.WriteStartObject();
                    json.WriteString(table.Of, row.List);
                    foreach (var (column, value) in table.Columns.Zip(row.Values))
                    {
                        json.WriteString(column, value);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A number, or null where it is not known.</summary>
    public static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
