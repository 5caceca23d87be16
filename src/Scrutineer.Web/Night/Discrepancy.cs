using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Entry;

namespace Scrutineer.Web.Night;

/// <summary>An observer's copy that differs from what stands, and what would change if the copy were right.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Official">The entry that stands.</param>
/// <param name="Votes">The votes of lists in which the two differ, without signs.</param>
/// <param name="Seats">
/// How many seats would be another's if this copy stood in place of the entry and all else stayed, by the law; nothing where the
/// contest is not filled in the nation, or a total is not known.
/// </param>
public sealed record Discrepancy(ObserverCopy Copy, Protocol Official, Int128 Votes, int? Seats)
{
    /// <summary>Every discrepancy: those that move most seats first, then those of most votes.</summary>
    public static IReadOnlyList<Discrepancy> Of(ElectionNight night, IReadOnlyCollection<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(night);
        ArgumentNullException.ThrowIfNull(reports);
        var copies = reports.Where(r => r is { Kind: ReportKind.Copy, Unit: not null }).ToLookup(r => r.Unit!.Value);
        return
        [
            .. night
                .All.Select(s => s.Entry)
                .Where(e => e.State == EntryState.Settled && copies.Contains(e.Unit))
                .SelectMany(e => ObserverCopy.Of(copies[e.Unit], e, published: false).Select(c => (Copy: c, e.Result)))
                .Where(c => c.Copy.Differences.Count > 0)
                .Select(c => Of(night, c.Copy, c.Result!))
                .OrderByDescending(d => d.Seats ?? 0)
                .ThenByDescending(d => d.Votes)
                .ThenBy(d => d.Official.Unit)
                .ThenBy(d => d.Copy.Report.ClientId, StringComparer.Ordinal),
        ];
    }

    private static Discrepancy Of(ElectionNight night, ObserverCopy copy, Protocol official)
    {
        var layout = night.Setup.Layout;
        var votes = copy
            .Differences.Where(d => layout.Columns[d.Column].List is not null)
            .Aggregate(Int128.Zero, (sum, d) => sum + Int128.Abs(d.Amount ?? 0));
        var before = night.Count.Whole.Columns;
        var after = before.ToArray();
        var right = copy.Over(official);
        foreach (var field in copy.Differences)
        {
            after[field.Column] = (after[field.Column] - default(ColumnTotal).With(official[field.Column])).With(
                right[field.Column]
            );
        }

        var decides = night.Count.Seats is not null && before.Concat(after).All(t => t.Fits);
        return new Discrepancy(
            copy,
            official,
            votes,
            decides
                ? SeatEffect
                    .Of(night.Setup.Dossier.Edition, night.Setup.Contest, layout, before, after)
                    .Lists.Sum(l => Math.Max(0, l.After - l.Before))
                : null
        );
    }
}
