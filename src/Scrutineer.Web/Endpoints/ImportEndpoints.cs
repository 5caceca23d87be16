using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Web.Access;
using Scrutineer.Web.Observers;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>Reports that were carried here without a network: a file, or what pictures on a screen say.</summary>
internal static class ImportEndpoints
{
    private static readonly SemaphoreSlim One = new(1);

    /// <summary>Adds the routes.</summary>
    public static void MapImport(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/import", (HttpContext http, RefusedLines _) => http.Show<ImportPage>())
            .RequireAuthorization(Policies.Decide);
        routes
            .MapPost("/import", Import)
            .RequireAuthorization(Policies.Decide)
            .Guarded()
            .Takes(CarriedFile.Longest + (1 << 20));
        routes
            .MapGet(
                "/import/refused/{id}",
                (HttpContext http, string id, RefusedLines refused) =>
                    refused.Find(id) is { } text
                        ? Answers.Bytes(Encoding.UTF8.GetBytes(text), "application/x-ndjson", "refused.jsonl")
                        : http.NotFound()
            )
            .RequireAuthorization(Policies.Decide);
    }

    private static async Task<IResult> Import(HttpContext http, CarriedFile carried, RefusedLines kept)
    {
        var texts = http.Page().Texts;
        var form = await http.Request.ReadFormAsync();
        var text = form["text"].ToString();
        if (form.Files["file"] is { Length: > 0 and <= CarriedFile.Longest } file)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            text = await reader.ReadToEndAsync(http.RequestAborted);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return http.Show<ImportPage>(400, ("Message", texts["import-empty"]));
        }

        // One at a time: what is carried can be large, and nobody waits for it as for a telephone.
        await One.WaitAsync(http.RequestAborted);
        try
        {
            var refused = new List<string>();
            var lines = await carried.AcceptAsync(text, refused);
            return http.Show<ImportPage>(
                200,
                ("Lines", lines),
                ("Refused", refused.Count > 0 ? kept.Keep(refused) : "")
            );
        }
        finally
        {
            One.Release();
        }
    }
}
