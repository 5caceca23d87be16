using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Scrutineer.Web.Language;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>Gives everybody who is not signed in the same bytes of a page, made once an edition and language.</summary>
internal sealed class SharedFilter(PublicBoard board) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.Identity is { IsAuthenticated: true })
        {
            // The page tells who is signed in.
            return await next(context);
        }

        var language = Texts.For(http.Request.Cookies["language"], http.Request.Headers.AcceptLanguage).Language;
        return await board.Current.AnswerAsync(
            $"{language} {http.Request.Path}{http.Request.QueryString}",
            () => MakeAsync(context, next)
        );
    }

    private static async Task<PublicAnswer> MakeAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        var body = http.Response.Body;
        using var bytes = new MemoryStream();
        http.Response.Body = bytes;
        try
        {
            await ((IResult)(await next(context))!).ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            http.Response.Body = body;
        }

        return new PublicAnswer(http.Response, bytes.ToArray());
    }
}

/// <summary>How a public route says that its answer is the same for everybody.</summary>
internal static class SharedMark
{
    /// <summary>The answer of the route depends on its address, the language and the night alone.</summary>
    public static RouteHandlerBuilder Shared(this RouteHandlerBuilder route) => route.AddEndpointFilter<SharedFilter>();
}
