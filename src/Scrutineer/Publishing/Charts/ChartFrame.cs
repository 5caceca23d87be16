namespace Scrutineer.Publishing.Charts;

/// <summary>What every chart needs besides its figures: a name in the page, words for those who do not see it, a width.</summary>
public sealed record ChartFrame
{
    /// <summary>The width, in CSS pixels, at which a chart is readable on the smallest phone; the usual choice.</summary>
    public const int PhoneWidth = 360;

    /// <summary>The greatest natural width, for pages that are only read wide or printed.</summary>
    public const int GreatestWidth = 720;

    /// <summary>A frame for one chart.</summary>
    /// <param name="id">
    /// Prefix of every id inside the chart, unique in the page: an ASCII letter, then ASCII letters, digits, <c>-</c>
    /// or <c>_</c>.
    /// </param>
    /// <param name="title">The chart's short name.</param>
    /// <param name="summary">One sentence that says what the chart says; the figures are appended to it.</param>
    /// <param name="width">Natural width in CSS pixels; text is at least 12 px high at this width.</param>
    /// <exception cref="ArgumentException">The id is malformed, or the title or the summary is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The width is not within 360 to 720.</exception>
    public ChartFrame(string id, string title, string summary, int width = PhoneWidth)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, PhoneWidth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, GreatestWidth);
        Id = IsId(id) ? id : throw new ArgumentException($"'{id}' cannot be the id of a chart.", nameof(id));
        Title = title;
        Summary = summary;
        Width = width;
    }

    /// <summary>Prefix of every id inside the chart.</summary>
    public string Id { get; }

    /// <summary>The chart's short name, its accessible name.</summary>
    public string Title { get; }

    /// <summary>One sentence that says what the chart says, the start of its accessible description.</summary>
    public string Summary { get; }

    /// <summary>Natural width in CSS pixels.</summary>
    public int Width { get; }

    private static bool IsId(string id) =>
        !string.IsNullOrEmpty(id)
        && char.IsAsciiLetter(id[0])
        && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
