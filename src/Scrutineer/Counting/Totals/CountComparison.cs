using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Totals;

/// <summary>Holds a count against what was published: the national figures and the seats of a dossier.</summary>
public static class CountComparison
{
    private static readonly FigureName[] Compared =
    [
        FigureName.Registered,
        FigureName.BallotsIssued,
        FigureName.BallotsInBox,
        FigureName.Invalid,
        FigureName.ValidVotes,
        FigureName.AgainstAll,
    ];

    /// <summary>What does not agree, and what keeps the count from being whole.</summary>
    /// <param name="count">The count.</param>
    /// <param name="dossier">The dossier with the published figures; nothing where there is none.</param>
    /// <param name="seats">What the law makes of the count; nothing where there is no law.</param>
    public static IReadOnlyList<Finding> Of(ProtocolCount count, ElectionDossier? dossier, CountedSeats? seats)
    {
        ArgumentNullException.ThrowIfNull(count);
        var findings = new List<Finding>();
        if (dossier?.File.Protocols is { } entry)
        {
            Figures(findings, count, dossier, entry);
            if (seats is not null)
            {
                Seats(findings, dossier, entry, seats);
            }
        }

        if (seats is not null)
        {
            Partial(findings, count, seats);
        }

        return findings;
    }

    private static void Figures(
        List<Finding> findings,
        ProtocolCount count,
        ElectionDossier dossier,
        ProtocolsEntry entry
    )
    {
        if (
            entry.Sha256 is { } expected
            && !string.Equals(expected, count.Table.Sha256, StringComparison.OrdinalIgnoreCase)
        )
        {
            findings.Add(
                new Finding(
                    "other-file",
                    Severity.Error,
                    "The table is not the file that the dossier means: their hashes differ.",
                    $"sha256 {expected} in election.yaml",
                    $"sha256sum {count.Table.File}"
                )
                {
                    Where = entry.At,
                }
            );
        }

        if (count.AsOf is not null || dossier.DecidingStage(entry.Contest, "nation") is not { } stage)
        {
            return;
        }

        var layout = count.Table.Layout;
        foreach (var figure in Compared)
        {
            var columns = layout.ColumnsOf(figure);
            if (columns.Count > 0)
            {
                Compare(FigureName.Votes == figure ? "" : Files.ScalarType.Word(figure), figure, "", columns);
            }
        }

        if (layout.Form.ListField is { } votes)
        {
            var (start, _) = layout.RangeOf(votes.Name);
            foreach (var (index, list) in layout.Lists.Index())
            {
                Compare($"votes for {list}", FigureName.Votes, list, [start + index]);
            }
        }

        void Compare(string name, FigureName figure, string list, IReadOnlyList<int> columns)
        {
            var published = dossier.Find(entry.Contest, "nation", stage, figure, list);
            if (published?.Count.Value is not { } value)
            {
                return;
            }

            var sum = columns.Aggregate(default(ColumnTotal), (total, column) => total + count.Whole.Columns[column]);
            if (sum.Known > 0 && sum.Sum != value)
            {
                findings.Add(
                    new Finding(
                        "total-differs-from-published",
                        Severity.Error,
                        $"The protocols add up to {Shown.Whole((System.Numerics.BigInteger)sum.Sum)} {name}; {Shown.Whole(value)} was published, a difference of {Shown.Signed((System.Numerics.BigInteger)(sum.Sum - value))}.",
                        $"source {published.Source}",
                        $"scrutineer count {dossier.Folder} --csv"
                    )
                    {
                        Figures =
                        [
                            KeyValuePair.Create(
                                "counted",
                                sum.Sum.ToString(System.Globalization.CultureInfo.InvariantCulture)
                            ),
                            KeyValuePair.Create(
                                "published",
                                value.ToString(System.Globalization.CultureInfo.InvariantCulture)
                            ),
                        ],
                    }
                );
            }
        }
    }

    private static void Seats(List<Finding> findings, ElectionDossier dossier, ProtocolsEntry entry, CountedSeats seats)
    {
        var official = dossier.OfficialSeats(entry.Contest, "nation");
        if (official.Count == 0 || seats.Standing.Ended is not (Outcome.Allocated or Outcome.NoDistribution))
        {
            return;
        }

        foreach (var (index, contender) in seats.Standing.Tally.Contenders.Index())
        {
            var declared = official.GetValueOrDefault(contender.Id);
            if (seats.Standing.Seats[index] != declared)
            {
                findings.Add(
                    new Finding(
                        "seats-differ-from-declared",
                        Severity.Error,
                        $"By the counted protocols {contender.Name} has {Shown.Seats(seats.Standing.Seats[index])}; {Shown.Whole(declared)} were declared.",
                        $"{seats.Law}, edition {seats.Edition}",
                        $"scrutineer seats {dossier.Folder} --explain"
                    )
                    {
                        Unit = contender.Id,
                    }
                );
            }
        }
    }

    private static void Partial(List<Finding> findings, ProtocolCount count, CountedSeats seats)
    {
        var layout = count.Table.Layout;
        var unknown = layout
            .Columns.Zip(count.Whole.Columns)
            .Where(c => c.First.List is not null && !c.Second.IsComplete)
            .Sum(c => c.Second.Blank + c.Second.Illegible + c.Second.NotReported);
        var rows = count.LeftOut.Where(l => l.IsLoss).Sum(l => l.Rows);
        if (unknown == 0 && rows <= 0 && count.NotReported == 0 && count.Table.BrokenOff is null)
        {
            return;
        }

        findings.Add(
            new Finding(
                "seats-of-a-partial-count",
                Severity.Warning,
                $"The seats are those of what is counted: {Shown.Of(unknown, "figure of votes is", "figures of votes are")} not known, {Shown.Of(rows, "row is", "rows are")} left out, {Shown.Of(count.NotReported, "protocol is", "protocols are")} not yet reported.",
                $"{seats.Law}, edition {seats.Edition}",
                "See left-out and unknown in the JSON."
            )
        );
    }
}
