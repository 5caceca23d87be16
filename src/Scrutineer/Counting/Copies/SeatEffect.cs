using Scrutineer.Counting.Forms;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Counting.Copies;

/// <summary>The seats of a list under two sets of totals.</summary>
/// <param name="List">The list.</param>
/// <param name="Before">Its seats before.</param>
/// <param name="After">Its seats after.</param>
public readonly record struct SeatChange(string List, int Before, int After);

/// <summary>What a change of totals does to the seats under an edition of a law.</summary>
public sealed class SeatEffect
{
    private SeatEffect(Standing before, Standing after, long unknown)
    {
        UnknownVotes = unknown;
        Before = before;
        After = after;
    }

    /// <summary>The standing before.</summary>
    public Standing Before { get; }

    /// <summary>The standing after.</summary>
    public Standing After { get; }

    /// <summary>The seats of each list, in ballot order.</summary>
    public IReadOnlyList<SeatChange> Lists =>
        [.. Before.Seats.Select((seats, i) => new SeatChange(Before.Id(i), seats, After.Seats[i]))];

    /// <summary>
    /// How many figures of votes are not known in the totals, both before and after; the seats are those of the known
    /// ones.
    /// </summary>
    public long UnknownVotes { get; }

    /// <summary>Whether a seat, or the way in which the evaluation ends, is another.</summary>
    public bool Changes => Before.Ended != After.Ended || !Before.Seats.SequenceEqual(After.Seats);

    /// <summary>Evaluates a contest on two sets of totals.</summary>
    /// <exception cref="OverflowException">A total is beyond 64 bits.</exception>
    public static SeatEffect Of(
        Edition edition,
        string contest,
        FormLayout layout,
        IReadOnlyList<ColumnTotal> before,
        IReadOnlyList<ColumnTotal> after
    ) =>
        new(
            Evaluate(edition, contest, layout, before),
            Evaluate(edition, contest, layout, after),
            Unknown(layout, before) + Unknown(layout, after)
        );

    /// <summary>The units whose replacement by their right copy alone changes the seats, in order.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="whole">The totals of the whole set that the left copies belong to.</param>
    public static IReadOnlyList<UnitDifference> Decisive(
        Edition edition,
        string contest,
        CopyComparison comparison,
        IReadOnlyList<ColumnTotal> whole
    )
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(whole);
        var before = Evaluate(edition, contest, comparison.Layout, whole);
        return
        [
            .. comparison.Differences.Where(d =>
            {
                var totals = whole.ToArray();
                foreach (var field in d.Fields)
                {
                    totals[field.Column] = Without(totals[field.Column], field.Left).With(field.Right);
                }

                return new SeatEffect(before, Evaluate(edition, contest, comparison.Layout, totals), 0).Changes;
            }),
        ];
    }

    private static long Unknown(FormLayout layout, IReadOnlyList<ColumnTotal> totals) =>
        layout
            .Columns.Zip(totals)
            .Where(c => c.First.List is not null)
            .Sum(c => c.Second.Blank + c.Second.Illegible + c.Second.NotReported);

    private static ColumnTotal Without(ColumnTotal total, Count figure) =>
        figure.State switch
        {
            CountState.Known => total with { Sum = total.Sum - figure.Value!.Value, Known = total.Known - 1 },
            CountState.Blank => total with { Blank = total.Blank - 1 },
            CountState.Illegible => total with { Illegible = total.Illegible - 1 },
            _ => total with { NotReported = total.NotReported - 1 },
        };

    private static Standing Evaluate(
        Edition edition,
        string contest,
        FormLayout layout,
        IReadOnlyList<ColumnTotal> totals
    )
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(totals);
        return edition.Evaluate(contest, layout.TallyOf([.. totals.Select(t => t.AsCount())]), traced: false);
    }
}
