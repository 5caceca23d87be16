using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Scrutineer.Storage;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>What a clerk has typed so far, kept on the server: a machine that several clerks share keeps nothing of a first entry.</summary>
internal static class Drafts
{
    private const int LongestFigure = 19;

    /// <summary>What the signed-in clerk has typed for a protocol as it stands, by column.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> TypedAsync(
        this DraftStore drafts,
        HttpContext http,
        StationEntry station
    ) =>
        await drafts.FindAsync(MoveRecord.Stream(station.Entry.Unit), http.User.Identity!.Name!, station.Version)
            is { } kept
            ? JsonSerializer.Deserialize<Dictionary<int, string>>(kept)!
            : [];

    /// <summary>Keeps what is typed of the fields that are asked for.</summary>
    public static Task SaveAsync(
        this DraftStore drafts,
        StationEntry station,
        string account,
        IReadOnlyDictionary<int, string> typed
    ) =>
        drafts.SaveAsync(
            MoveRecord.Stream(station.Entry.Unit),
            account,
            station.Version,
            JsonSerializer.Serialize(
                station
                    .Entry.AskedFor.Where(c => typed.GetValueOrDefault(c) is { Length: > 0 and <= LongestFigure })
                    .ToDictionary(c => c, c => typed[c])
            )
        );
}
