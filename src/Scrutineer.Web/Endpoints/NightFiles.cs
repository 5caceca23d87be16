using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>The public figures as files. They depend on what stands alone, byte for byte.</summary>
internal static class NightFiles
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Totals, seats and their bounds, and how many stations stand.</summary>
    public static byte[] Json(ElectionNight night)
    {
        var count = night.Count;
        var setup = night.Setup;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("election", setup.Dossier.File.Id);
            json.WriteString("title", setup.Dossier.File.Title);
            json.WriteString("contest", setup.Contest);
            json.WriteString("stage", "preliminary");
            json.WriteNumber("stations", count.Listed);
            json.WriteNumber("reported", count.Whole.Stations);
            json.WriteString("reported-share", count.ReportedOfStations.ToString());
            Write(json, "most-missing-ballots", count.MostMissing);
            json.WriteStartObject("totals");
            foreach (var (index, column) in setup.Layout.Columns.Index())
            {
                var total = count.Whole.Columns[index];
                Write(json, column.Name, total.Fits ? total.AsCount() : Count.NotReported);
            }

            json.WriteEndObject();
            json.WriteStartArray("lists");
            if (count.Seats is { } seats)
            {
                for (var i = 0; i < seats.Standing.Seats.Length; i++)
                {
                    json.WriteStartObject();
                    json.WriteString("list", seats.Standing.Id(i));
                    json.WriteString("name", seats.Standing.Name(i));
                    Write(json, "votes", seats.Standing.Votes(i));
                    json.WriteString(
                        "share-of-valid-votes",
                        seats.Standing.ShareOf(i, BaseName.ValidVotes) is { IsExact: true } share
                            ? share.Low.ToString()
                            : null
                    );
                    json.WriteBoolean("admitted", seats.Standing.Admitted[i]);
                    json.WriteNumber("seats", seats.Standing.Seats[i]);
                    Write(json, "least-seats", Known(seats.Ranges?.Lists[i].Least));
                    Write(json, "most-seats", Known(seats.Ranges?.Lists[i].Most));
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    /// <summary>One row a station: its state, and where it is settled its figures.</summary>
    public static byte[] Csv(ElectionNight night)
    {
        var text = new StringBuilder();
        Row(text, ["station", "state", .. night.Setup.Layout.Columns.Select(c => c.Name)]);
        foreach (var entry in night.All.Select(s => s.Entry))
        {
            var figures = entry is { State: EntryState.Settled, Result: { } result }
                ? result.Figures.Select(f => f.ToString())
                : night.Setup.Layout.Columns.Select(_ => "");
            Row(text, [entry.Unit.Text, ScalarType.Word(entry.State), .. figures]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static Count Known(int? seats) => seats is { } number ? new Count(number) : Count.NotReported;

    private static void Write(Utf8JsonWriter json, string name, Count count)
    {
        if (count.Value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(CsvCell.Of)).Append('\n');
}
