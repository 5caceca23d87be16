using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Scrutineer.Counting;
using Scrutineer.Numerics;
using Scrutineer.Web.Language;

namespace Scrutineer.Web.Pages;

/// <summary>What every page needs: its words, who looks at it, and where its links lead.</summary>
/// <param name="Texts">The words.</param>
/// <param name="Title">The title of the election.</param>
public sealed record PageContext(Texts Texts, string Title)
{
    /// <summary>The name of the account; empty for the public.</summary>
    public string Account { get; init; } = "";

    /// <summary>Whether the account has a role.</summary>
    public Func<string, bool> IsIn { get; init; } = _ => false;

    /// <summary>
    /// What a form must send back, so that it is known to come from a page of this server. It is made where a form asks for
    /// it, so that readers of the public page get no cookie.
    /// </summary>
    public Func<string> Token { get; init; } = () => "";

    /// <summary>
    /// The name of the page's file, without language and ending, where it is a plain file: no forms, no sessions, nothing that
    /// changes by itself. Empty for a page of the server.
    /// </summary>
    public string File { get; init; } = "";

    /// <summary>Whether the page is a plain file.</summary>
    public bool IsStatic => File.Length > 0;

    /// <summary>The path of the page, to come back to; empty for a plain file.</summary>
    public string Path { get; init; } = "";

    /// <summary>Until when the figures on the page are held back from the public; nothing where they are not.</summary>
    public DateTimeOffset? HeldBackUntil { get; init; }

    /// <summary>The page for a request.</summary>
    public static PageContext Of(HttpContext http, IAntiforgery antiforgery, string title) =>
        new(Texts.For(http.Request.Cookies["language"], http.Request.Headers.AcceptLanguage), title)
        {
            Account = http.User.Identity?.Name ?? "",
            IsIn = http.User.IsInRole,
            Token = () => antiforgery.GetAndStoreTokens(http).RequestToken!,
            Path = http.Request.Path + http.Request.QueryString,
        };

    /// <summary>A link to a place of the site: its address on the server, or its file. The empty place is the page of results.</summary>
    public string Link(string place) =>
        !IsStatic ? "/" + place
        : place.Length == 0 ? "./" + Named("index", Texts.Language)
        : "./" + place;

    /// <summary>A link to a page of the site by its name: its address on the server, or its file in this language.</summary>
    public string PageLink(string name) => IsStatic ? "./" + Named(name, Texts.Language) : "/" + name;

    /// <summary>A link to the page of a station.</summary>
    public string StationLink(UnitPath unit) =>
        IsStatic ? "./" + Named(StationFile(unit), Texts.Language) : "/station?unit=" + Uri.EscapeDataString(unit.Text);

    /// <summary>A link to the page of a unit above the stations, or to that of a station.</summary>
    /// <param name="unit">The unit; the whole for the list of the topmost units.</param>
    /// <param name="isStation">Whether it is a station.</param>
    public string UnitLink(UnitPath unit, bool isStation = false) =>
        isStation ? StationLink(unit)
        : IsStatic ? "./" + Named(UnitFile(unit), Texts.Language)
        : "/unit?unit=" + Uri.EscapeDataString(unit.Text);

    /// <summary>A link to the same page in another language.</summary>
    public string LinkIn(string language) =>
        IsStatic ? "./" + Named(File, language) : $"/language/{language}?back={Uri.EscapeDataString(Path)}";

    /// <summary>The file of a page in a language; the first language has no mark.</summary>
    public static string Named(string file, string language) =>
        language == Scrutineer.Web.Language.Texts.Languages[0].Code ? $"{file}.html" : $"{file}.{language}.html";

    /// <summary>The name of a station's file: letters and digits stay, every other character is written as its code.</summary>
    public static string StationFile(UnitPath unit) => "station-" + InFileName(unit);

    /// <summary>The name of the file of a unit above the stations, written likewise.</summary>
    public static string UnitFile(UnitPath unit) => unit == UnitPath.Whole ? "units" : "unit-" + InFileName(unit);

    /// <summary>A figure in digits, or in words why there is none.</summary>
    public string Figure(Count figure) => figure.IsKnown ? Shown.Whole(figure) : Texts["value-" + figure];

    /// <summary>An instant to the minute, in UTC, which it says.</summary>
    public static string Moment(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string InFileName(UnitPath unit) =>
        string.Concat(unit.Text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"_{(int)c:x}_"));
}
