using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;

namespace Scrutineer.Web.Endpoints;

/// <summary>The routes that programs read, as an OpenAPI document. Pages and their forms are for people and are not in it.</summary>
internal static class ApiDocument
{
    /// <summary>Says what the document is, in the same words wherever it is served.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.ActionDescriptor.EndpointMetadata.OfType<ReadByPrograms>().Any();
        options.AddOperationTransformer(
            (operation, _, _) =>
            {
                // The framework takes bytes for base 64; what is sent is the file itself.
                foreach (var sent in (operation.Responses ?? []).Values.SelectMany(r => r.Content?.Values ?? []))
                {
                    sent.Schema = null;
                }

                return Task.CompletedTask;
            }
        );
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info.Title = "Scrutineer: an election night";
                document.Info.Version = "1";
                document.Info.Description =
                    "Figures that change while protocols come in, and the log that proves them.";
                document.Servers = [];
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Puts a route into the document.</summary>
    public static RouteHandlerBuilder ForPrograms(
        this RouteHandlerBuilder route,
        string summary,
        string type,
        string tag = "public"
    ) =>
        route
            .WithMetadata(new ReadByPrograms())
            .WithTags(tag)
            .WithSummary(summary)
            .Produces<byte[]>(StatusCodes.Status200OK, type);

    /// <summary>Says of a route that there may be nothing at its address.</summary>
    public static RouteHandlerBuilder OrNothing(this RouteHandlerBuilder route) =>
        route.Produces(StatusCodes.Status404NotFound);
}

/// <summary>Says of a route that programs read it, and that its answer is no page.</summary>
internal sealed class ReadByPrograms;
