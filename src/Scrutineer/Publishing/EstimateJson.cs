using System.Globalization;
using System.Text.Json;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>estimate --json</c>. Shares are numbers, 1 for all; what cannot be told is null.</summary>
public static class EstimateJson
{
    private const int Decimals = 6;

    /// <summary>Writes what a sample says.</summary>
    /// <param name="count">The estimates.</param>
    /// <param name="findings">Every finding that goes into the document.</param>
    /// <param name="seats">Seats by a law, where one was asked for.</param>
    public static string Of(QuickCount count, IReadOnlyList<Finding> findings, SeatForecast? seats = null)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(findings);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            Head(json, count);
            Estimates(json, count, []);
            Seats(json, seats, new Dictionary<string, int>());
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            CountJson.LeftOut(json, count.Sample.Table?.LeftOut ?? []);
            json.WriteEndObject();
        });
    }

    /// <summary>The sample of a dossier as a part of <c>check --json</c>; its findings stand with the others.</summary>
    internal static void Sample(Utf8JsonWriter json, SampleEstimate estimate)
    {
        if (estimate.Count is not { } count)
        {
            return;
        }

        json.WriteStartObject("sample");
        Head(json, count);
        Estimates(json, count, estimate.Official);
        Seats(json, estimate.Seats, estimate.OfficialSeats);
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, QuickCount count)
    {
        if (count.Sample.Table is { } table)
        {
            json.WriteString("table", table.File);
            json.WriteString("sha256", table.Sha256);
            json.WriteBoolean("synthetic", table.IsSynthetic);
            json.WriteString("mapping", table.Mapping.File.Id);
        }

        Frame(json, count);
    }

    private static void Estimates(Utf8JsonWriter json, QuickCount count, IReadOnlyList<OfficialShare> official)
    {
        json.WriteStartArray("estimates");
        foreach (var (i, estimate) in count.Estimates.Index())
        {
            Write(json, estimate, i < official.Count ? official[i] : null);
        }

        json.WriteEndArray();
        json.WriteStartArray("indicators");
        foreach (var estimate in count.Indicators)
        {
            Write(json, estimate);
        }

        json.WriteEndArray();
        json.WriteStartArray("arrivals");
        foreach (var arrival in count.Arrivals)
        {
            json.WriteStartObject();
            json.WriteString("until", arrival.Until.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
            json.WriteNumber("stations", arrival.Stations);
            json.WriteNumber("strata", arrival.Strata);
            Number(json, "unweighted", arrival.Unweighted);
            Number(json, "estimate", arrival.Estimate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Missing(json, count.Nonresponse);
    }

    private static void Missing(Utf8JsonWriter json, Nonresponse? missing)
    {
        if (missing is null)
        {
            return;
        }

        json.WriteStartObject("nonresponse");
        json.WriteNumber("drawn", missing.Drawn);
        json.WriteNumber("received", missing.Received);
        Number(json, "response", missing.Response);
        json.WriteString("quantity", missing.Quantity);
        Number(json, "low", missing.Low);
        Number(json, "high", missing.High);
        json.WriteEndObject();
    }

    private static void Seats(Utf8JsonWriter json, SeatForecast? seats, IReadOnlyDictionary<string, int> official)
    {
        if (seats is null)
        {
            return;
        }

        json.WriteStartObject("seats");
        json.WriteString("law", seats.Law);
        json.WriteString("edition", seats.Edition);
        json.WriteString("contest", seats.Contest);
        json.WriteNumber("seats", seats.Seats);
        Number(json, "confidence", seats.Confidence);
        json.WriteNumber("replicates", seats.Replicates);
        json.WriteNumber("seed", seats.Seed);
        json.WriteNumber("undecided", seats.Undecided);
        json.WriteStartArray("lists");
        foreach (var list in seats.Lists)
        {
            json.WriteStartObject();
            json.WriteString("list", list.List);
            json.WriteNumber("seats", list.Seats);
            json.WriteNumber("low", list.Low);
            json.WriteNumber("high", list.High);
            Number(json, "passes", list.Passes);
            if (official.TryGetValue(list.List, out var declared))
            {
                json.WriteNumber("official", declared);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (seats.Untold is { } why)
        {
            json.WriteString("untold", why);
        }

        json.WriteEndObject();
    }

    /// <summary>One estimate, by the contract.</summary>
    /// <param name="json">The document.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="official">The official share beside it; nothing where none was asked for.</param>
    internal static void Write(Utf8JsonWriter json, Estimate estimate, OfficialShare? official = null)
    {
        json.WriteStartObject();
        json.WriteString("quantity", estimate.Quantity);
        json.WriteString("base", estimate.Base);
        Number(json, "estimate", estimate.Value);
        Number(json, "low", estimate.Low);
        Number(json, "high", estimate.High);
        Number(json, "confidence", estimate.Confidence);
        Number(json, "standard-error", estimate.StandardError);
        json.WriteNumber("stations", estimate.Stations);
        json.WriteNumber("strata", estimate.Strata);
        Number(json, "design-effect", estimate.DesignEffect);
        Number(json, "intra-cluster", estimate.IntraCluster);
        if (official is not null)
        {
            Number(json, "official", official.Share?.ToDouble());
            if (official.IsOutside is { } outside)
            {
                json.WriteBoolean("outside", outside);
                json.WriteBoolean("outside-jointly", official.IsOutsideJointly == true);
            }
        }

        if (estimate.Untold is { } why)
        {
            json.WriteString("untold", why);
        }

        json.WriteEndObject();
    }

    /// <summary>A number of statistics, with six decimals.</summary>
    internal static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, Math.Round((decimal)number, Decimals));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Frame(Utf8JsonWriter json, QuickCount count)
    {
        json.WriteStartObject("sample");
        json.WriteNumber("stations", count.Design.Stations);
        json.WriteNumber("strata", count.Design.Strata);
        if (count.Sample.Frame.Source is { } source)
        {
            json.WriteString("frame", source.Path);
            json.WriteString("frame-sha256", source.Sha256);
        }

        Whole("of-stations", count.Sample.Frame.Stations);
        Whole("of-strata", count.Sample.Frame.Strata.Count);
        Whole("drawn", count.Sample.Frame.Drawn);
        json.WriteStartArray("collapsed");
        foreach (var collapsed in count.Design.Collapsed)
        {
            json.WriteStartObject();
            json.WriteString("stratum", collapsed.Single);
            json.WriteString("with", collapsed.With);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("empty");
        foreach (var empty in count.Design.Empty)
        {
            json.WriteStringValue(empty.Name);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Whole(string name, int? value)
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
}
