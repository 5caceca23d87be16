using System.Text;
using System.Text.Json.Nodes;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>
/// A move of double entry as a record. Figures that somebody handed in are private, so that nobody reads them in the log
/// before the second entry; the move that settles the protocol publishes the figures that stand.
/// </summary>
internal static class MoveRecord
{
    private const string Prefix = "protocol ";

    /// <summary>The stream of a station's protocol.</summary>
    public static string Stream(UnitPath unit) => Prefix + unit.Text;

    /// <summary>The territory of a station: the unit at the top.</summary>
    public static string Territory(UnitPath unit) => unit.Upto(1).Text;

    /// <summary>The station that a record is about; nothing where it is no move.</summary>
    public static UnitPath? UnitOf(StoredRecord record) =>
        record.Stream.StartsWith(Prefix, StringComparison.Ordinal)
            ? UnitPath.Parse(record.Stream[Prefix.Length..])
            : null;

    /// <summary>A move that the state machine allows, as a record.</summary>
    public static NewRecord Of(MoveRequest request, DoubleEntry after, DateTimeOffset at)
    {
        var body = new JsonObject
        {
            ["role"] = ScalarType.Word(request.By.Role),
            ["state"] = ScalarType.Word(after.State),
        };
        if (request.Reason.Length > 0)
        {
            body["reason"] = request.Reason;
        }

        if (after is { State: EntryState.Settled, Result: { } result })
        {
            body["figures"] = Named(
                after.Layout,
                Enumerable.Range(0, after.Layout.Columns.Count).ToDictionary(c => c, c => result[c])
            );
        }

        return new NewRecord(
            request.ClientId,
            Territory(request.Unit),
            Stream(request.Unit),
            request.Version + 1,
            ScalarType.Word(request.Move),
            request.By.Id,
            at,
            body
        )
        {
            Private =
                request.Figures.Count == 0
                    ? null
                    : Encoding.UTF8.GetBytes(Named(after.Layout, request.Figures).ToJsonString()),
        };
    }

    /// <summary>Whether a record is what a request asks for: the same thing sent before.</summary>
    public static bool IsOf(StoredRecord record, MoveRequest request, FormLayout layout) =>
        record.Stream == Stream(request.Unit)
        && record.Author == request.By.Id
        && record.Kind == ScalarType.Word(request.Move)
        && ((string?)record.Body["reason"] ?? "") == request.Reason
        && Figures(record, layout).OrderBy(f => f.Key).SequenceEqual(request.Figures.OrderBy(f => f.Key));

    /// <summary>The protocol after one more record of its stream.</summary>
    /// <exception cref="StorageException">The record does not follow from those before it.</exception>
    public static StationEntry Apply(StationEntry before, StoredRecord record)
    {
        if (
            record.Version != before.Version + 1
            || Named<EntryMove>(record.Kind) is not { } move
            || Named<EntryRole>((string?)record.Body["role"]) is not { } role
        )
        {
            throw DoesNotFollow(record);
        }

        var result = Make(
            before.Entry,
            move,
            new EntryPerson(record.Author, role),
            (string?)record.Body["reason"] ?? "",
            Figures(record, before.Entry.Layout),
            record.At
        );
        return result.Made && ScalarType.Word(result.Entry.State) == (string?)record.Body["state"]
            ? new StationEntry(result.Entry, record.Version)
            : throw DoesNotFollow(record);
    }

    /// <summary>Makes a move by the one state machine.</summary>
    public static EntryResult Make(
        DoubleEntry entry,
        EntryMove move,
        EntryPerson by,
        string reason,
        IReadOnlyDictionary<int, Count> figures,
        DateTimeOffset at
    ) =>
        move switch
        {
            EntryMove.Claim => entry.Claim(by, at),
            EntryMove.Release => entry.Release(by, at),
            EntryMove.Submit => entry.Submit(by, figures, at),
            _ => entry.Decide(move, by, reason, at),
        };

    private static StorageException DoesNotFollow(StoredRecord record) =>
        new(
            $"Record {record.ClientId} of '{record.Stream}' does not follow from those before it; the database was changed by hand, or is of another form."
        );

    private static T? Named<T>(string? word)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => ScalarType.Word(v!.Value) == word);

    private static JsonObject Named(FormLayout layout, IReadOnlyDictionary<int, Count> figures)
    {
        var json = new JsonObject();
        foreach (var (column, figure) in figures.OrderBy(f => f.Key))
        {
            json[layout.Columns[column].Name] = figure.Value is { } number ? number : figure.ToString();
        }

        return json;
    }

    private static Dictionary<int, Count> Figures(StoredRecord record, FormLayout layout)
    {
        if (record.PrivateContent is not { } bytes)
        {
            return [];
        }

        var columns = layout.Columns.Index().ToDictionary(c => c.Item.Name, c => c.Index, StringComparer.Ordinal);
        var figures = new Dictionary<int, Count>();
        foreach (var (name, value) in JsonNode.Parse(bytes.Span)!.AsObject())
        {
            if (!columns.TryGetValue(name, out var column) || !Count.TryParse(value!.ToString(), out var figure))
            {
                throw DoesNotFollow(record);
            }

            figures[column] = figure;
        }

        return figures;
    }
}
