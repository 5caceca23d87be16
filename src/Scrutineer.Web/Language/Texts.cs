using System.Globalization;

namespace Scrutineer.Web.Language;

/// <summary>The words of the pages in one language. Names of lists, stations and fields come from the dossier and its form.</summary>
public sealed class Texts
{
    private readonly int column;

    private Texts(string language, int column)
    {
        Language = language;
        this.column = column;
    }

    /// <summary>The languages, the first of which is taken where nothing else is asked for.</summary>
    public static IReadOnlyList<(string Code, string Name, string Direction)> Languages { get; } =
    [("en", "English", "ltr"), ("ru", "Русский", "ltr"), ("kk", "Қазақша", "ltr")];

    /// <summary>The language, by its code.</summary>
    public string Language { get; }

    /// <summary>Which way it is written, for the attribute <c>dir</c>.</summary>
    public string Direction => Languages[column].Direction;

    /// <summary>The words of a name.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such name.</exception>
    public string this[string name] => TextTable.Rows[name][column];

    /// <summary>Whether there are words of a name.</summary>
    public static bool Has(string name) => TextTable.Rows.ContainsKey(name);

    /// <summary>The words of a name with values in the places <c>{0}</c>, <c>{1}</c>.</summary>
    public string Of(string name, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, this[name], values);

    /// <summary>The words in a language; those of the first language where there is no such.</summary>
    public static Texts In(string? code)
    {
        var index = Languages.Index().FirstOrDefault(l => l.Item.Code == code).Index;
        return new Texts(Languages[index].Code, index);
    }

    /// <summary>The language that a person chose, or else the first of those that the browser asks for.</summary>
    /// <param name="chosen">The choice; nothing where there was none.</param>
    /// <param name="accepted">The browser's list, as in <c>Accept-Language</c>, in the order of its preference.</param>
    public static Texts For(string? chosen, string? accepted) =>
        In(
            (accepted ?? "")
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(a => a.Split(';', '-')[0].ToLowerInvariant())
                .Prepend(chosen)
                .FirstOrDefault(a => Languages.Any(l => l.Code == a))
        );
}
