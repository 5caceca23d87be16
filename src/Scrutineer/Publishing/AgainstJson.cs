using System.Globalization;
using System.Text.Json;
using Scrutineer.Counting.Copies;
using Scrutineer.Files;

namespace Scrutineer.Publishing;

/// <summary>The part of a document that holds a count against another copy.</summary>
public static class AgainstJson
{
    /// <summary>Writes one object: amounts by field, what only one side has, seats before and after.</summary>
    public static void Write(Utf8JsonWriter json, CountAgainst against)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(against);
        var comparison = against.Comparison;
        json.WriteStartObject();
        json.WriteString("copy", ScalarType.Word(against.Copy));
        json.WriteString("file", against.File);
        json.WriteString("sha256", against.Sha256);
        json.WriteNumber("compared", comparison.Compared);
        json.WriteNumber("differing", comparison.Differences.Count);
        json.WriteNumber("differing-in-votes", against.DifferingInVotes);
        json.WriteNumber("only-here", comparison.OnlyLeft.Count);
        json.WriteNumber("only-there", comparison.OnlyRight.Count);
        json.WriteNumber("repeated", comparison.Repeated.Count);
        var (here, there, net, gross) = (
            comparison.LeftTotals,
            comparison.RightTotals,
            comparison.Net,
            comparison.Gross
        );
        json.WriteStartObject("fields");
        foreach (var (c, column) in comparison.Layout.Columns.Index())
        {
            json.WriteStartObject(column.Name);
            Number("here", here[c].Known == 0 ? null : here[c].Sum);
            Number("there", there[c].Known == 0 ? null : there[c].Sum);
            Number("net", net[c]);
            Number("gross", gross[c]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (against.Seats is { } seats)
        {
            json.WriteStartObject("seats");
            foreach (var list in seats.Lists)
            {
                json.WriteStartObject(list.List);
                json.WriteNumber("here", list.Before);
                json.WriteNumber("there", list.After);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteNumber("unknown-votes", seats.UnknownVotes);
            json.WriteStartArray("decisive");
            foreach (var unit in against.Decisive)
            {
                json.WriteStringValue(unit.Unit.Text);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();

        // A sum beyond 64 bits is written with all its digits; JSON sets no bound to numbers.
        void Number(string name, Int128? value)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
        }
    }
}
