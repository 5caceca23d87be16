using Scrutineer.Counting.Copies;
using Scrutineer.Numerics;

namespace Scrutineer.Cli;

/// <summary>What two copies of the same protocols differ in, in words and a table.</summary>
internal static class AgainstText
{
    public static string Of(CountAgainst against)
    {
        var comparison = against.Comparison;
        var text =
            "\n"
            + Words.Wrap(
                $"Against {CopyFindings.NameOf(against.Copy)} ({against.File}): {Shown.Of(comparison.Compared, "unit stands", "units stand")} in both; {Shown.Whole(comparison.Differences.Count)} differ, {Shown.Whole(against.DifferingInVotes)} of them in votes. {Shown.Whole(comparison.OnlyLeft.Count)} stand only here, {Shown.Whole(comparison.OnlyRight.Count)} only there.",
                0
            );
        var (here, there, net, gross) = (
            comparison.LeftTotals,
            comparison.RightTotals,
            comparison.Net,
            comparison.Gross
        );
        var differing = Enumerable
            .Range(0, comparison.Layout.Columns.Count)
            .Where(c => here[c] != there[c] || gross[c] != 0)
            .ToList();
        if (differing.Count > 0)
        {
            text += TextTable.Of(
                ["field", ">here", ">there", ">net", ">gross"],
                [
                    .. differing.Select(c =>
                        (IReadOnlyList<string>)
                            [
                                comparison.Layout.Columns[c].Name,
                                Shown.Whole(here[c].Sum),
                                Shown.Whole(there[c].Sum),
                                Shown.Signed(net[c]),
                                Shown.Whole(gross[c]),
                            ]
                    ),
                ]
            );
        }

        if (against.Seats is not { } seats)
        {
            return text;
        }

        var moved = seats.Lists.Where(l => l.Before != l.After).ToList();
        return text
            + Words.Wrap(
                moved.Count == 0
                    ? "If the other copy told the truth, every seat would stay."
                    : "If the other copy told the truth, the seats would be: "
                        + string.Join(", ", moved.Select(l => $"{l.List} {l.After} and not {l.Before}"))
                        + ".",
                2
            )
            + (
                against.Decisive.Count == 0
                    ? ""
                    : Words.Wrap(
                        $"One unit alone would move a seat: {string.Join(", ", against.Decisive.Select(d => d.Unit.Text))}.",
                        2
                    )
            );
    }
}
