using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Totals;

/// <summary>What is wrong with cells, and stations that stand in the table more than once.</summary>
internal sealed partial class TableFindings
{
    /// <summary>Cells without a number: told one by one, or once where a column stops being numbers over a stretch.</summary>
    private void AddCells()
    {
        var kind = RowIssueKind.NoNumber;
        if (table.Issues.CountOf(kind) == 0)
        {
            return;
        }

        var stretches = new Dictionary<int, (int From, int To)>();
        foreach (var (column, slot) in table.Plan.Slots.Index().Where(s => s.Item >= 0))
        {
            var wrong = Enumerable
                .Range(0, table.Count)
                .Where(r => table[r, slot].State == CountState.Illegible)
                .ToList();
            if (Stretch.Of(wrong) is not { } stretch)
            {
                continue;
            }

            var (from, to) = (table.LineOf(stretch.First), table.LineOf(stretch.Last));
            stretches[column + 1] = (from, to);
            var name = Layout.Columns[slot].Name;
            Add(
                "column-changes-meaning",
                Severity.Error,
                stretch.IsWhole(table.Count)
                    ? $"Column {column + 1}, mapped to {name}, holds no numbers: in {Shown.Whole(stretch.Wrong)} of {Shown.Whole(table.Count)} rows it cannot be read as one."
                    : $"From line {Shown.Whole(from)} to line {Shown.Whole(to)}, column {column + 1} ({name}) stops being numbers: {Shown.Whole(stretch.Wrong)} of {Shown.Whole(stretch.Last - stretch.First + 1)} rows. Those figures are illegible; the other figures of the rows are counted.",
                MappingBasis,
                Line(from),
                from
            );
        }

        AddIssues(
            kind,
            "no-number",
            Severity.Error,
            i =>
                $"'{i.Text}' in column {i.Column} ({NameOf(i.Column)}) {RowIssueWords.Why(i.Fault)}. The figure is illegible; the rest of the row is counted.",
            i => stretches.TryGetValue(i.Column, out var s) && i.Line >= s.From && i.Line <= s.To,
            i => [KeyValuePair.Create("column", NameOf(i.Column)), KeyValuePair.Create("text", i.Text)]
        );
    }

    private string NameOf(int column) =>
        table.Plan.Slots[column - 1] is >= 0 and var slot
            ? Layout.Columns[slot].Name
            : table.Plan.Header.Columns[column - 1];

    private void AddDuplicates(IReadOnlyList<Duplicate> duplicates)
    {
        var byCopy = table.Mapping.File.Copy is not null;
        var same = duplicates.Count(d => d.IsEqual);
        if (byCopy && same > 0)
        {
            findings.Add(
                new Finding(
                    "copies-agree",
                    Severity.Info,
                    $"{Shown.Of(same, "further copy says", "further copies say")} what the first copy of the station says; one of each is counted.",
                    MappingBasis,
                    $"Look at the column '{table.Mapping.File.Copy}' of {table.File}."
                )
            );
        }

        var told = duplicates.Where(d => !d.IsEqual || !byCopy).ToList();
        foreach (var duplicate in told.Take(Told))
        {
            var first = table.LineOf(duplicate.First);
            Add(
                duplicate.IsEqual ? "station-twice" : "station-twice-differing",
                duplicate.IsEqual ? Severity.Warning : Severity.Error,
                duplicate.IsEqual
                    ? $"The station stands here again with the figures of line {Shown.Whole(first)}; it is counted once."
                    : $"The station stands here with other figures than in line {Shown.Whole(first)} ({Differences(duplicate)}). Which are right cannot be told from the table, so neither is counted.",
                MappingBasis,
                Line(table.LineOf(duplicate.Row)),
                table.LineOf(duplicate.Row),
                table.StationOf(duplicate.Row).Text
            );
        }

        More(told.Count, "station-twice", "stations that stand in the table again");
    }

    private string Differences(Duplicate duplicate)
    {
        var differing = Enumerable
            .Range(0, Layout.Columns.Count)
            .Where(c => table[duplicate.Row, c] != table[duplicate.First, c])
            .ToList();
        var shown = differing
            .Take(3)
            .Select(c => $"{Layout.Columns[c].Name} {table[duplicate.Row, c]} against {table[duplicate.First, c]}");
        return string.Join(", ", shown)
            + (differing.Count > 3 ? $", and {Shown.Of(differing.Count - 3, "other", "others")}" : "");
    }
}
