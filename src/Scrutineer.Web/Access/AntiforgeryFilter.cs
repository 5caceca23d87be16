using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Scrutineer.Web.Access;

/// <summary>Refuses requests that do not come from a page of this server.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            return await next(context);
        }

        return Answers.Text(
            "The page is too old, or the request did not come from it. Load the page again.",
            statusCode: 400
        );
    }
}
