using System.Globalization;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>A text in which statements were read.</summary>
public sealed record TextSource : ILocated
{
    /// <summary>What it is.</summary>
    [Field("title", "What the text is, in words.", Required = true)]
    public string Title { get; init; } = "";

    /// <summary>Its address.</summary>
    [Field("url", "Its address.")]
    public string? Url { get; init; }

    /// <summary>Who published it.</summary>
    [Field("outlet", "Who published it.")]
    public string? Outlet { get; init; }

    /// <summary>The dateline.</summary>
    [Field("dateline", "The place of its dateline.")]
    public string? Dateline { get; init; }

    /// <summary>When it was published.</summary>
    [Field("published", "When it was published, as exactly as is known; not the date of the page.")]
    public PartialDate? Published { get; init; }

    /// <summary>The language.</summary>
    [Field("language", "The code of its language; en where nothing is said.")]
    public string Language { get; init; } = "en";

    /// <summary>The genre.</summary>
    [Field("genre", "What kind of text it is; news where nothing is said.")]
    public Genre Genre { get; init; }

    /// <summary>Whose words it takes over.</summary>
    [Field("from", "The texts whose words it takes over, by their keys. Texts of one origin support a statement once.")]
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Whether whole passages come from nobody knows where.</summary>
    [Field("provenance", "Whether it is known where its passages come from; known where nothing is said.")]
    public Provenance Provenance { get; init; }

    /// <summary>What is no part of the text.</summary>
    [Field("furniture", "What stands on its page and is no part of the text: navigation, players, later notices.")]
    public string? Furniture { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>Whether it is known where the passages of a text come from.</summary>
public enum Provenance
{
    /// <summary>It is.</summary>
    Known,

    /// <summary>Some stand there without a name.</summary>
    Unknown,
}

/// <summary>A question that statements answer.</summary>
public sealed record TopicEntry : ILocated
{
    /// <summary>The question.</summary>
    [Field("question", "The question, in words.", Required = true)]
    public string Question { get; init; } = "";

    /// <summary>What it is about.</summary>
    [Field("of", "The party, person, body, office or place that it is about, by its id in the registry.")]
    public string? Of { get; init; }

    /// <summary>Where the answer is on record.</summary>
    [Field("record", "Where the files of the election hold the answer themselves, so that statements can be checked.")]
    public RecordEntry? Record { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>A time that a text gives by its distance from its own.</summary>
public sealed record RelativeDate
{
    private const int MostMonths = 120;

    /// <summary>The years.</summary>
    [Field("years-before", "How many years before that of the text: 1 is \"last year\".")]
    public int? YearsBefore { get; init; }

    /// <summary>The months.</summary>
    [Field("months-after", "How many months after that of the text: 1 is \"next month\".")]
    public int? MonthsAfter { get; init; }

    /// <summary>The month.</summary>
    [Field("month", "The month of that year, 1 to 12, where the text gives it.")]
    public int? Month { get; init; }

    /// <summary>The date that it means in a text of a certain date; nothing where the text's own date leaves it open.</summary>
    public PartialDate? In(PartialDate text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (first, last) = (text.Earliest, text.Latest);
        if (first.Year < 1000 || last.Year > 2999 || first.Year != last.Year)
        {
            return null;
        }

        if (MonthsAfter is { } months)
        {
            return first.Month == last.Month && months <= MostMonths
                ? PartialDate.Parse(first.AddMonths(months).ToString("yyyy-MM", CultureInfo.InvariantCulture))
                : null;
        }

        var year = first.Year - (YearsBefore ?? 0);
        return PartialDate.Parse(Month is { } month ? $"{year:0000}-{month:00}" : $"{year:0000}");
    }
}

/// <summary>One statement.</summary>
public sealed record ClaimEntry : ILocated
{
    /// <summary>The question that it answers.</summary>
    [Field("about", "The question that it answers, a key of 'topics'.", Required = true)]
    public string About { get; init; } = "";

    /// <summary>The statement.</summary>
    [Field("says", "The statement in words of one's own.", Required = true)]
    public string Says { get; init; } = "";

    /// <summary>Where it was read.</summary>
    [Field("sources", "The texts in which it stands, by their keys.", Required = true)]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whose words the passage takes over.</summary>
    [Field("origin", "The text whose words this passage takes over, where a text is put together from several.")]
    public string? Origin { get; init; }

    /// <summary>Who said it.</summary>
    [Field("speaker", "Who said it, by id in the registry; the text itself where nothing is said.")]
    public string? Speaker { get; init; }

    /// <summary>Who said it, in words.</summary>
    [Field("voice", "Who said it, in words, where the registry does not hold the speaker.")]
    public string? Voice { get; init; }

    /// <summary>When it was said.</summary>
    [Field("on", "When it was said; when the text, or its origin, was published where nothing is said.")]
    public PartialDate? On { get; init; }

    /// <summary>Of when it speaks.</summary>
    [Field("holds", "The time of which it speaks; that at which it was said where nothing is said.")]
    public PartialDate? Holds { get; init; }

    /// <summary>Its kind.</summary>
    [Field("kind", "What kind of statement it is; a fact where nothing is said.")]
    public ClaimKind Kind { get; init; }

    /// <summary>The stage.</summary>
    [Field("stage", "The stage of the result that a number belongs to.")]
    public Stage? Stage { get; init; }

    /// <summary>The base.</summary>
    [Field("base", "What a percentage is a share of; 'unstated' where the text does not say it.")]
    public ClaimedBase? Base { get; init; }

    /// <summary>How far the text stands by it.</summary>
    [Field("hedge", "How far the text stands by it; stated where nothing is said.")]
    public Hedge Hedge { get; init; }

    /// <summary>Of whom it speaks.</summary>
    [Field("of", "Of whom or what it speaks, where that is not what the question is about.")]
    public string? Of { get; init; }

    /// <summary>The place.</summary>
    [Field("where", "The place of which it speaks, by its id in the registry; the whole where nothing is said.")]
    public string? Where { get; init; }

    /// <summary>A number.</summary>
    [Field("number", "Its answer, where that is a number.")]
    public ClaimedNumber? Number { get; init; }

    /// <summary>A date.</summary>
    [Field("date", "Its answer, where that is a date.")]
    public PartialDate? Date { get; init; }

    /// <summary>A date by its distance.</summary>
    [Field(
        "relative",
        "Its answer, where that is a time told by its distance from the text's own, such as \"last year\"."
    )]
    public RelativeDate? Relative { get; init; }

    /// <summary>Names.</summary>
    [Field("names", "Its answer, where that is names, as the text writes them; the registry says whom they mean.")]
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>An amount of money.</summary>
    [Field(
        "money",
        "Its answer, where that is an amount of money; in a second currency too, where the text gives both."
    )]
    public IReadOnlyList<Money> Money { get; init; } = [];

    /// <summary>A word.</summary>
    [Field("word", "Its answer, where that is a word, the same for all who say the same.")]
    public string? Word { get; init; }

    /// <summary>A quotation.</summary>
    [Field("quote", "The few words that are quoted, exactly.")]
    public string? Quote { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }
}

/// <summary>The statements about an election, <c>claims.yaml</c>.</summary>
public sealed record ClaimFile
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "claims.yaml";

    /// <summary>The version of the format.</summary>
    [Field("scrutineer-claims", "The version of the format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The texts.</summary>
    [Field("sources", "The texts in which statements were read, by key.", Required = true)]
    public IReadOnlyDictionary<string, TextSource> Sources { get; init; } = new Dictionary<string, TextSource>();

    /// <summary>The questions.</summary>
    [Field("topics", "The questions that statements answer, by key.", Required = true)]
    public IReadOnlyDictionary<string, TopicEntry> Topics { get; init; } = new Dictionary<string, TopicEntry>();

    /// <summary>Rates of exchange.</summary>
    [Field("rates", "Rates of exchange on days, against which amounts in two currencies are checked.")]
    public IReadOnlyList<RateEntry> Rates { get; init; } = [];

    /// <summary>The statements.</summary>
    [Field("claims", "The statements.", Required = true)]
    public IReadOnlyList<ClaimEntry> Claims { get; init; } = [];
}
