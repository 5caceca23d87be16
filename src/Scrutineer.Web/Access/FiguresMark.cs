using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Scrutineer.Web.Endpoints;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Access;

/// <summary>Says of a public route that it shows figures, so that an embargo holds it back. Coordinators see through an embargo.</summary>
internal sealed class FiguresMark;

/// <summary>Holds figures back until the embargo ends: a page says until when, a file is refused.</summary>
internal sealed class EmbargoFilter(Embargo embargo) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!embargo.HoldsFrom(http.User))
        {
            return await next(context);
        }

        return http.GetEndpoint()!.Metadata.GetMetadata<ReadByPrograms>() is null
            ? http.Show<EmbargoPage>(200, ("Setting", embargo.Setting))
            : Answers.Text(
                $"Figures are held back until {Embargo.Written(embargo.Setting.Until!.Value)}: {embargo.Setting.Reason}\n",
                statusCode: StatusCodes.Status403Forbidden
            );
    }
}

/// <summary>How routes say that an embargo holds them back.</summary>
internal static class EmbargoMarks
{
    /// <summary>The route shows figures.</summary>
    public static RouteHandlerBuilder ShowsFigures(this RouteHandlerBuilder route) =>
        route
            .WithMetadata(new FiguresMark())
            .AddEndpointFilter<EmbargoFilter>()
            .Produces(StatusCodes.Status403Forbidden);
}
