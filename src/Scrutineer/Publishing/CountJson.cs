using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>count --json</c>. A total that nobody reported is null; nought is a number.</summary>
public static class CountJson
{
    private static readonly FigureName[] Figures =
    [
        FigureName.Registered,
        FigureName.BallotsIssued,
        FigureName.BallotsInBox,
        FigureName.Invalid,
        FigureName.ValidVotes,
        FigureName.AgainstAll,
    ];

    /// <summary>Writes a count.</summary>
    /// <param name="count">The count.</param>
    /// <param name="by">The groups asked for; none if empty.</param>
    /// <param name="seats">What a law makes of it, where one is at hand.</param>
    /// <param name="findings">Every finding that goes into the document.</param>
    /// <param name="against">What it was held against.</param>
    public static string Of(
        ProtocolCount count,
        IReadOnlyList<UnitTotals> by,
        CountedSeats? seats,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<CountAgainst>? against = null
    )
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(findings);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            Head(json, count);
            json.WriteNumber("units", count.Whole.Stations);
            json.WriteNumber("protocols", count.Table.Count);
            json.WriteStartObject("levels");
            foreach (var (level, number) in count.Levels)
            {
                json.WriteNumber(level, number);
            }

            json.WriteEndObject();
            Totals(json, count, count.Whole);
            Unknown(json, count);
            Seats(json, seats);
            Ranges(json, seats?.Ranges);
            Corrected(json, count);
            Relations(json, count);
            if (by.Count > 0)
            {
                json.WriteStartArray("by");
                foreach (var unit in by)
                {
                    json.WriteStartObject();
                    json.WriteString("unit", unit.Unit.Text);
                    json.WriteString("level", unit.Level);
                    json.WriteNumber("stations", unit.Stations);
                    if (count.Listed(unit.Unit) is { } listed)
                    {
                        json.WriteNumber("listed", listed);
                    }

                    Totals(json, count, unit);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            Against(json, against ?? []);
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            LeftOut(json, count.LeftOut);
            json.WriteEndObject();
        });
    }

    /// <summary>Writes a count as a part of another document, without its findings, which stand there with all others.</summary>
    /// <param name="json">The document.</param>
    /// <param name="count">The count.</param>
    /// <param name="seats">What a law makes of it, where one is at hand.</param>
    /// <param name="against">What it was held against.</param>
    public static void Summary(
        Utf8JsonWriter json,
        ProtocolCount count,
        CountedSeats? seats,
        IReadOnlyList<CountAgainst> against
    )
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(against);
        json.WriteStartObject();
        Head(json, count);
        json.WriteNumber("units", count.Whole.Stations);
        json.WriteNumber("protocols", count.Table.Count);
        Totals(json, count, count.Whole);
        Unknown(json, count);
        Seats(json, seats);
        Ranges(json, seats?.Ranges);
        Corrected(json, count);
        Relations(json, count);
        Against(json, against);
        LeftOut(json, count.LeftOut);
        json.WriteEndObject();
    }

    private static void Against(Utf8JsonWriter json, IReadOnlyList<CountAgainst> against)
    {
        if (against.Count == 0)
        {
            return;
        }

        json.WriteStartArray("against");
        foreach (var copy in against)
        {
            AgainstJson.Write(json, copy);
        }

        json.WriteEndArray();
    }

    private static void Head(Utf8JsonWriter json, ProtocolCount count)
    {
        json.WriteString("file", count.Table.File);
        json.WriteString("sha256", count.Table.Sha256);
        json.WriteString("title", count.Table.Mapping.File.Title);
        json.WriteString("mapping", count.Table.Mapping.File.Id);
        json.WriteString("form", count.Table.Layout.Form.Id);
        json.WriteBoolean("synthetic", count.Table.IsSynthetic);
        if (count.AsOf is { } moment)
        {
            json.WriteString("as-of", moment.ToString());
        }

        if (count.NotReported > 0)
        {
            json.WriteStartObject("partial");
            json.WriteNumber("reported", count.Whole.Stations);
            json.WriteNumber("not-reported", count.NotReported);
            json.WriteString("share-of-stations", Shown.Percent(count.ReportedOfStations));
            if (count.ReportedOfRegistered is { } share)
            {
                json.WriteString("share-of-registered", Shown.Percent(share));
            }

            if (count.MostMissing is { } most)
            {
                json.WriteNumber("ballots-missing-at-most", most);
            }

            json.WriteEndObject();
        }
    }

    private static void Totals(Utf8JsonWriter json, ProtocolCount count, UnitTotals unit)
    {
        var layout = count.Table.Layout;
        json.WriteStartObject("totals");
        foreach (var (column, total) in layout.Columns.Zip(unit.Columns).Where(c => c.First.List is null))
        {
            Number(json, column.Name, total);
        }

        json.WriteEndObject();
        json.WriteStartObject("figures");
        foreach (var figure in Figures)
        {
            var columns = layout.ColumnsOf(figure);
            if (columns.Count > 0)
            {
                Number(json, ScalarType.Word(figure), Sum(columns.Select(c => unit.Columns[c])));
            }
        }

        json.WriteEndObject();
        if (layout.Form.ListField is { } votes)
        {
            var (start, _) = layout.RangeOf(votes.Name);
            json.WriteStartObject("lists");
            foreach (var (index, list) in layout.Lists.Index())
            {
                Number(json, list, unit.Columns[start + index]);
            }

            json.WriteEndObject();
        }
    }

    private static void Unknown(Utf8JsonWriter json, ProtocolCount count)
    {
        json.WriteStartObject("unknown");
        foreach (
            var (column, total) in count.Table.Layout.Columns.Zip(count.Whole.Columns).Where(c => !c.Second.IsComplete)
        )
        {
            json.WriteStartObject(column.Name);
            json.WriteNumber("blank", total.Blank);
            json.WriteNumber("illegible", total.Illegible);
            json.WriteNumber("not-reported", total.NotReported);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Seats(Utf8JsonWriter json, CountedSeats? seats)
    {
        if (seats is null)
        {
            return;
        }

        if (seats.Standing.Ended == Outcome.Unknown)
        {
            json.WriteNull("seats");
        }
        else
        {
            json.WriteStartObject("seats");
            foreach (var (index, contender) in seats.Standing.Tally.Contenders.Index())
            {
                json.WriteNumber(contender.Id, seats.Standing.Seats[index]);
            }

            json.WriteEndObject();
        }

        json.WriteStartObject("by-law");
        json.WriteString("law", seats.Law);
        json.WriteString("edition", seats.Edition);
        json.WriteString("contest", seats.Contest);
        json.WriteNumber("seats", seats.Standing.ContestSeats);
        json.WriteString("outcome", ScalarType.Word(seats.Standing.Ended!));
        json.WriteString("because", seats.Standing.Because);
        json.WriteEndObject();
    }

    private static void Ranges(Utf8JsonWriter json, SeatRanges? ranges)
    {
        if (ranges is null)
        {
            return;
        }

        json.WriteStartObject("seat-ranges");
        json.WriteNumber("ballots-missing", ranges.Missing);
        json.WriteString("basis", ranges.Basis);
        json.WriteBoolean("decided", ranges.IsDecided);
        json.WriteStartArray("lists");
        foreach (var range in ranges.Lists)
        {
            json.WriteStartObject();
            json.WriteString("list", range.List);
            json.WriteNumber("now", range.Now);
            json.WriteNumber("least-reached", range.LeastReached);
            json.WriteNumber("most-reached", range.MostReached);
            Bound("least", range.Least);
            Bound("most", range.Most);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Bound(string name, int? value)
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

    private static void Corrected(Utf8JsonWriter json, ProtocolCount count)
    {
        if (count.Corrected.Count == 0)
        {
            return;
        }

        json.WriteStartArray("corrected");
        foreach (var unit in count.Corrected)
        {
            json.WriteStartObject();
            json.WriteString("unit", unit.Unit.Text);
            json.WriteString("status", ScalarType.Word(unit.Status));
            json.WriteStartArray("events");
            foreach (var happened in unit.Events)
            {
                json.WriteStartObject();
                json.WriteString("at", happened.At.ToString());
                json.WriteString("event", ScalarType.Word(happened.Kind));
                json.WriteString("reason", happened.Reason);
                json.WriteString("source", happened.Source);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Relations(Utf8JsonWriter json, ProtocolCount count)
    {
        json.WriteStartArray("relations");
        foreach (var relation in count.Relations)
        {
            json.WriteStartObject();
            json.WriteString("relation", relation.Code);
            json.WriteString("severity", ScalarType.Word(relation.Severity));
            json.WriteString("says", relation.Says);
            json.WriteNumber("broken", relation.Broken);
            json.WriteNumber("cannot-be-told", relation.Untold);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What was left out, by reason.</summary>
    public static void LeftOut(Utf8JsonWriter json, IReadOnlyList<LeftOut> leftOut)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(leftOut);
        json.WriteStartArray("left-out");
        foreach (var left in leftOut)
        {
            json.WriteStartObject();
            json.WriteString("because", left.Because);
            json.WriteNumber("rows", left.Rows);
            json.WriteStartArray("lines");
            foreach (var line in left.Lines)
            {
                json.WriteNumberValue(line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ColumnTotal Sum(IEnumerable<ColumnTotal> totals) =>
        totals.Aggregate(default(ColumnTotal), (sum, total) => sum + total);

    private static void Number(Utf8JsonWriter json, string name, ColumnTotal total)
    {
        if (total.Known > 0 && total.Fits)
        {
            json.WriteNumber(name, (long)total.Sum);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
