using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Counting.Import;

/// <summary>How the rows of a foreign table are laid out.</summary>
public enum TableLayout
{
    /// <summary>One row a protocol, one column a figure.</summary>
    Wide,

    /// <summary>One row a figure: a column names the figure, another holds it.</summary>
    Long,
}

/// <summary>One level of the unit path, from the top.</summary>
public sealed record UnitLevel : ILocated
{
    /// <summary>Its name.</summary>
    [Field("level", "The name of the level, such as region or station.", Required = true)]
    public string Level { get; init; } = "";

    /// <summary>The columns that name the unit.</summary>
    [Field("columns", "The columns that name the unit; several are joined by a space.")]
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>A name that every row has.</summary>
    [Field("constant", "The name of the unit where every row belongs to one, in place of columns.")]
    public string? Constant { get; init; }

    /// <summary>The name of a unit whose columns are empty.</summary>
    [Field(
        "unnamed",
        "What a unit is called whose columns are empty, such as a pseudo-station for electronic voting; rows without a name are left out if absent, as sums mostly have none."
    )]
    public string? Unnamed { get; init; }

    /// <inheritdoc/>
    public Location At { get; set; }
}

/// <summary>Rows that are not protocols of this count: sums of other rows, other levels, other elections.</summary>
public sealed record RowFilter : ILocated
{
    /// <summary>The column that is looked at.</summary>
    [Field("column", "The column that is looked at.", Required = true)]
    public string Column { get; init; } = "";

    /// <summary>The texts looked for.</summary>
    [Field("equals", "The texts; the row is meant where the column holds one of them.", Required = true)]
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Why.</summary>
    [Field("because", "Why these rows are counted or left out; shown with the number of rows.", Required = true)]
    public string Because { get; init; } = "";

    /// <inheritdoc/>
    public Location At { get; set; }
}

/// <summary>What stands in the table where there is no number.</summary>
public sealed record WrittenAs
{
    /// <summary>For a field left blank.</summary>
    [Field("blank", "What stands for a field left blank, besides the empty text, which always does.")]
    public IReadOnlyList<string> Blank { get; init; } = [];

    /// <summary>For a figure that cannot be read.</summary>
    [Field("illegible", "What stands for a figure that cannot be read on the paper.")]
    public IReadOnlyList<string> Illegible { get; init; } = [];

    /// <summary>For a figure that was not reported.</summary>
    [Field("not-reported", "What stands for a figure that nobody reported.")]
    public IReadOnlyList<string> NotReported { get; init; } = [];

    /// <summary>What may stand between groups of three digits besides a space.</summary>
    [Field("groups", "A sign that stands between groups of three digits, besides spaces, such as ','.")]
    public string? Groups { get; init; }
}

/// <summary>When a protocol was reported.</summary>
public sealed record ReportedAt : ILocated
{
    /// <summary>The columns.</summary>
    [Field("columns", "The columns of the moment; several are joined by a space.", Required = true)]
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>How it is written.</summary>
    [Field("form", "How the moment is written, such as 'yyyy-MM-dd HH:mm:ss' or 'yyyy M d H m s'.", Required = true)]
    public string Form { get; init; } = "";

    /// <inheritdoc/>
    public Location At { get; set; }
}

/// <summary>The two columns of a long table.</summary>
public sealed record LongColumns : ILocated
{
    /// <summary>The column that names the figure.</summary>
    [Field("key", "The column that names the figure.", Required = true)]
    public string Key { get; init; } = "";

    /// <summary>The column that holds it.</summary>
    [Field("value", "The column that holds the figure.", Required = true)]
    public string Value { get; init; } = "";

    /// <inheritdoc/>
    public Location At { get; set; }
}

/// <summary>
/// A mapping file: which column of a foreign table is which field of a form. A column is named by the exact text of its
/// header, or by its position as <c>#6</c>, from 1.
/// </summary>
public sealed record MappingFile
{
    /// <summary>The version of the format.</summary>
    [Field("scrutineer-mapping", "The version of the mapping format; \"1\".", Required = true)]
    public string Format { get; init; } = "";

    /// <summary>The id.</summary>
    [Field("mapping", "The id of the mapping, as country/name: the file mappings/country/name.yaml.", Required = true)]
    public string Id { get; init; } = "";

    /// <summary>The title.</summary>
    [Field("title", "What the table is, in words.", Required = true)]
    public string Title { get; init; } = "";

    /// <summary>The form.</summary>
    [Field(
        "form",
        "The form whose fields are mapped, as country/name or country/name@variant; the caller can set another."
    )]
    public string? Form { get; init; }

    /// <summary>The encoding.</summary>
    [Field("encoding", "How the text is encoded; utf-8 if absent.")]
    public TextEncoding Encoding { get; init; } = TextEncoding.Utf8;

    /// <summary>The separator.</summary>
    [Field("separator", "What stands between columns: one ASCII sign, or the word 'tab'; a comma if absent.")]
    public string Separator { get; init; } = ",";

    /// <summary>The line of the header.</summary>
    [Field("header-line", "The line of the header, from 1; 0 where there is none; 1 if absent.")]
    public int HeaderLine { get; init; } = 1;

    /// <summary>The member of an archive.</summary>
    [Field("member", "The member of the archive to read, where it has several; the archive itself is recognised.")]
    public string? Member { get; init; }

    /// <summary>Wide or long.</summary>
    [Field("layout", "Whether a row holds a protocol (wide) or one figure (long); wide if absent.")]
    public TableLayout Layout { get; init; } = TableLayout.Wide;

    /// <summary>The columns of a long table.</summary>
    [Field("long", "The columns of a long table; fields and lists then name what its key column holds.")]
    public LongColumns? Long { get; init; }

    /// <summary>The unit path.</summary>
    [Field("units", "The levels of the unit path, from the top to the station.", Required = true)]
    public IReadOnlyList<UnitLevel> Units { get; init; } = [];

    /// <summary>The fields.</summary>
    [Field("fields", "The column of each field of the form.", Required = true)]
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The lists.</summary>
    [Field("lists", "The column of each list, by id, in ballot order.")]
    public IReadOnlyDictionary<string, string> Lists { get; init; } = new Dictionary<string, string>();

    /// <summary>Turnout by hour.</summary>
    [Field(
        "turnout",
        "The columns of the voters who had come by hours of the day, by the hour as \"HH:mm\"; counts of voters, of those registered. 'forensics' reads them."
    )]
    public IReadOnlyDictionary<string, string> Turnout { get; init; } = new Dictionary<string, string>();

    /// <summary>Constants.</summary>
    [Field("constants", "Fields that have one number in every protocol and no column.")]
    public IReadOnlyDictionary<string, int> Constants { get; init; } = new Dictionary<string, int>();

    /// <summary>Columns known and not needed.</summary>
    [Field("ignore", "Columns that are known and not needed, so that 'import' does not ask about them.")]
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>What stands for figures without a value.</summary>
    [Field("written", "What stands in the table where there is no plain number.")]
    public WrittenAs Written { get; init; } = new();

    /// <summary>Rows to count.</summary>
    [Field("only", "Rows that are counted; all others are left out.")]
    public IReadOnlyList<RowFilter> Only { get; init; } = [];

    /// <summary>Rows to leave out.</summary>
    [Field("leave-out", "Rows that are not counted.")]
    public IReadOnlyList<RowFilter> LeaveOut { get; init; } = [];

    /// <summary>Whose copy a row is.</summary>
    [Field("copy", "The column that says whose copy a row is; equal copies of one protocol are then expected.")]
    public string? Copy { get; init; }

    /// <summary>When a protocol was reported.</summary>
    [Field("reported", "When each protocol was reported, so that the count can be asked as of a moment.")]
    public ReportedAt? Reported { get; init; }

    /// <summary>What shares are shares of.</summary>
    [Field(
        "base",
        "What shares estimated from such tables are shares of, as the publisher or the law has it; valid-votes if absent."
    )]
    public BaseName? Base { get; init; }

    /// <summary>Whether the figures are made up.</summary>
    [Field("synthetic", "'yes' where the figures are made up; every output then says so.")]
    public YesNo Synthetic { get; init; }

    /// <summary>Where such tables come from.</summary>
    [Field("source", "Where such tables come from.")]
    public string? Source { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }
}
