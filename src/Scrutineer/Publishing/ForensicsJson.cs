using System.Globalization;
using System.Text.Json;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>forensics --json</c>.</summary>
public static class ForensicsJson
{
    /// <summary>Writes what the tests say.</summary>
    public static string Of(ForensicResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var table = result.Table;
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("table", table.Title);
            json.WriteString("file", table.File);
            json.WriteString("sha256", table.Sha256);
            json.WriteString("list", table.ListName);
            json.WriteNumber("stations", table.Count);
            json.WriteString("turnout", table.TurnoutBase);
            json.WriteString("share", $"votes of {table.ListName}, of {table.ShareBase}");
            json.WriteNumber("seed", result.Registration.Run.Seed);
            json.WriteString("registration", "sha256:" + result.Registration.Sha256);
            json.WriteStartArray("tests");
            foreach (var (test, report) in result.Reports)
            {
                Write(json, test, report, [.. result.Rates.Where(r => r.Test == test.Name)]);
            }

            json.WriteEndArray();
            json.WriteStartArray("family");
            foreach (var one in result.Family)
            {
                json.WriteStartObject();
                json.WriteString("test", one.Test);
                Number(json, "p-value", one.P, 6);
                Number(json, "holm", one.Holm, 6);
                Number(json, "benjamini-hochberg", one.BenjaminiHochberg, 6);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("not-run");
            foreach (var name in result.NotRun)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in result.Findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(
        Utf8JsonWriter json,
        IForensicTest test,
        TestReport report,
        IReadOnlyList<FiringRate> rates
    )
    {
        json.WriteStartObject();
        json.WriteString("test", report.Test);
        json.WriteString("asks", test.Asks);
        json.WriteString("specification", test.Specification);
        json.WriteNumber("stations", report.Stations);
        json.WriteStartArray("left-out");
        foreach (var left in report.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("because", left.Because);
            json.WriteNumber("stations", left.Stations);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("cannot-say", report.CannotSay);
        json.WriteString("says", report.Says);
        json.WriteBoolean("fires", report.Fires);
        Number(json, "p-value", report.PValue, 6);
        json.WriteStartObject("effect");
        Number(json, "stations", report.Effect.Stations, 1);
        Number(json, "votes", report.Effect.Votes, 0);
        json.WriteEndObject();
        foreach (var group in report.Figures)
        {
            if (group.Name.Length > 0)
            {
                json.WriteStartObject(group.Name);
            }

            foreach (var figure in group.Figures)
            {
                Number(json, figure.Name, figure.Value, figure.Decimals);
            }

            if (group.Name.Length > 0)
            {
                json.WriteEndObject();
            }
        }

        json.WriteStartObject("tables");
        foreach (var table in report.Tables)
        {
            Write(json, table);
        }

        json.WriteEndObject();
        json.WriteString("cannot-see", test.CannotSee);
        json.WriteStartArray("fires-on");
        foreach (var rate in rates)
        {
            json.WriteStartObject();
            json.WriteString("elections", rate.On);
            json.WriteNumber("fired", rate.Fired);
            json.WriteNumber("of", rate.Of);
            Number(json, "low", rate.Interval.Low, 4);
            Number(json, "high", rate.Interval.High, 4);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FigureTable table)
    {
        json.WriteStartObject(table.Name);
        json.WriteString("caption", table.Caption);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            if (table.RowsAre.Length > 0)
            {
                json.WriteString(table.RowsAre, row.Label);
            }

            foreach (var figure in row.Figures)
            {
                Number(json, figure.Name, figure.Value, figure.Decimals);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A number to its decimals; a number too small for them in scientific form; null where there is none.</summary>
    private static void Number(Utf8JsonWriter json, string name, double? value, int decimals)
    {
        json.WritePropertyName(name);
        if (value is not { } number || !double.IsFinite(number))
        {
            json.WriteNullValue();
            return;
        }

        json.WriteRawValue(Text(number, decimals));
    }

    /// <summary>The digits that are told of a number: so many decimals without closing noughts, or two digits of a small one.</summary>
    public static string Text(double number, int decimals)
    {
        var format = "0." + new string('#', decimals);
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        return number != 0 && decimals > 0 && rounded == 0
            ? number.ToString("0.0e-0", CultureInfo.InvariantCulture)
            : (rounded == 0 ? 0 : rounded).ToString(format, CultureInfo.InvariantCulture);
    }
}
