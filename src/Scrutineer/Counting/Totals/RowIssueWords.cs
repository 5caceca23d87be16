using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Totals;

/// <summary>The code and the sentence of what is wrong with a row of a foreign table.</summary>
internal static class RowIssueWords
{
    /// <summary>The code of a kind, and how grave it is: an error where votes may be missing from the count.</summary>
    public static (string Code, Severity Severity) Code(RowIssueKind kind) =>
        kind switch
        {
            RowIssueKind.OtherWidth => ("row-of-other-width", Severity.Error),
            RowIssueKind.OpenQuote => ("quotation-mark-open", Severity.Error),
            RowIssueKind.TextAfterQuote => ("text-after-quotation", Severity.Error),
            RowIssueKind.TooLong => ("line-too-long", Severity.Error),
            RowIssueKind.HeaderAgain => ("header-again", Severity.Notice),
            RowIssueKind.NoUnitName => ("unit-without-name", Severity.Error),
            RowIssueKind.OtherEncoding => ("other-encoding", Severity.Warning),
            RowIssueKind.NoMoment => ("moment-illegible", Severity.Warning),
            RowIssueKind.UnknownFigure => ("figure-unknown", Severity.Warning),
            RowIssueKind.FigureTwice => ("figure-twice", Severity.Error),
            RowIssueKind.NoNumber => ("no-number", Severity.Error),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };

    /// <summary>What is wrong, and what became of the row.</summary>
    public static string Statement(RowIssue issue, ProtocolTable table) =>
        issue.Kind switch
        {
            RowIssueKind.OtherWidth =>
                $"The row has {(issue.Number == 0 ? "another number of" : Shown.Whole(issue.Number))} columns and the header {Shown.Whole(table.Plan.Header.Columns.Count)}; which figure is which cannot be told, and the row is left out. It begins '{issue.Text}'.",
            RowIssueKind.OpenQuote =>
                $"A quotation mark is not closed on the line; the row is left out. It begins '{issue.Text}'.",
            RowIssueKind.TextAfterQuote =>
                $"Text follows a closing quotation mark; the row is left out. It begins '{issue.Text}'.",
            RowIssueKind.TooLong =>
                $"The line has more than {Shown.Whole(LineBlocks.LongestLine)} bytes and is left out.",
            RowIssueKind.HeaderAgain =>
                "The header stands here once more, as where two tables were put together. The line is no protocol.",
            RowIssueKind.NoUnitName =>
                "A unit of the row has no name, as in a row that holds a sum. The row is left out.",
            RowIssueKind.OtherEncoding =>
                $"The row has bytes that are not {table.Mapping.File.Encoding}. Its numbers are counted; the names of its units ('{issue.Text}') are not sure.",
            RowIssueKind.NoMoment =>
                $"'{issue.Text}' is no moment as the mapping writes them. The protocol is counted at every moment.",
            RowIssueKind.UnknownFigure => $"The mapping does not know the figure '{issue.Text}'; it is left out.",
            RowIssueKind.FigureTwice =>
                $"The figure stands here as {issue.Text} and in the rows from line {Shown.Whole(issue.Number)} on with another number; the first is counted.",
            _ => throw new ArgumentOutOfRangeException(nameof(issue), issue.Kind, "Cells are told by column."),
        };

    /// <summary>Why a cell holds no number, as the end of a sentence.</summary>
    public static string Why(NumberFault fault) =>
        fault switch
        {
            NumberFault.Signed => "has a sign, and a count is never below nought",
            NumberFault.Decimals => "has decimals, and a count is whole",
            NumberFault.Exponent => "was shortened by a spreadsheet; its digits are lost",
            NumberFault.Formula => "is a formula, not its result",
            NumberFault.TooLarge => "is greater than 64 bits hold",
            NumberFault.Ambiguous => "could be a number of thousands or one with decimals",
            _ => "is not a number",
        };
}
