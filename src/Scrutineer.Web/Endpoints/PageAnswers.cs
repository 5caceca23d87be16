using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>Answers with a page, rendered on the server.</summary>
internal static class PageAnswers
{
    /// <summary>The context of a page for a request.</summary>
    public static PageContext Page(this HttpContext http)
    {
        var services = http.RequestServices;
        var page = PageContext.Of(
            http,
            services.GetRequiredService<IAntiforgery>(),
            services.GetRequiredService<ElectionNight>().Setup.Dossier.File.Title
        );
        return
            services.GetRequiredService<Embargo>() is { Holds: true, Setting.Until: { } until }
            && page.IsIn(Roles.Coordinator)
            ? page with
            {
                HeldBackUntil = until,
            }
            : page;
    }

    /// <summary>A page with its parameters; <c>Page</c> is added.</summary>
    public static RazorComponentResult<T> Show<T>(
        this HttpContext http,
        int status = StatusCodes.Status200OK,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
        where T : IComponent
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Page"] = http.Page() };
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return new RazorComponentResult<T>(all) { StatusCode = status };
    }

    /// <summary>A page that says one thing.</summary>
    public static IResult Say(
        this HttpContext http,
        int status,
        string heading,
        string message = "",
        string back = "/"
    ) => http.Show<MessagePage>(status, ("Heading", heading), ("Message", message), ("Back", back));

    /// <summary>A page that says that there is nothing here.</summary>
    public static IResult NotFound(this HttpContext http) =>
        http.Say(StatusCodes.Status404NotFound, http.Page().Texts["not-found"]);
}
