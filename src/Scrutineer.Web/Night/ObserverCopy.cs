using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;

namespace Scrutineer.Web.Night;

/// <summary>An observer's copy of a protocol, held against the official entry field by field.</summary>
/// <param name="Report">The report.</param>
/// <param name="Figures">What the copy says, by column; what it does not say is not reported.</param>
/// <param name="Differences">The fields in which it says otherwise than the settled entry; empty while none is settled.</param>
public sealed record ObserverCopy(
    Report Report,
    IReadOnlyList<Count> Figures,
    IReadOnlyList<FieldDifference> Differences
)
{
    /// <summary>
    /// The copies of a station's protocol in the order in which they came, without those that are duplicates.
    /// </summary>
    /// <param name="reports">The reports.</param>
    /// <param name="entry">The station.</param>
    /// <param name="published">Only what is public of them.</param>
    public static IReadOnlyList<ObserverCopy> Of(IEnumerable<Report> reports, DoubleEntry entry, bool published)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(entry);
        return
        [
            .. reports
                .Where(r => r.Kind == ReportKind.Copy && r.Unit == entry.Unit && r.MergedInto is null)
                .Select(r => (Report: r, Figures: FiguresOf(r, entry.Layout, published)))
                .Where(r => r.Figures is not null)
                .Select(r => new ObserverCopy(r.Report, r.Figures!, Against(entry, r.Figures!))),
        ];
    }

    /// <summary>
    /// The published copies of a protocol that stands; none before, so that nobody who still enters it reads one instead of the
    /// paper.
    /// </summary>
    public static IReadOnlyList<ObserverCopy> Published(IEnumerable<Report> reports, DoubleEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.State == EntryState.Settled ? Of(reports, entry, published: true) : [];
    }

    /// <summary>The copy as a protocol in which what it does not say is as in the official entry.</summary>
    public Protocol Over(Protocol official)
    {
        ArgumentNullException.ThrowIfNull(official);
        return new Protocol(
            official.Layout,
            official.Unit,
            CopyKind.Observer,
            [.. Figures.Select((f, c) => f.State == CountState.NotReported ? official[c] : f)]
        )
        {
            By = Report.Observer,
        };
    }

    private static List<Count>? FiguresOf(Report report, FormLayout layout, bool published)
    {
        IReadOnlyDictionary<string, Count>? figures;
        if (published)
        {
            figures = report
                .Published?["figures"]?.AsObject()
                .Where(f => Count.TryParse(f.Value!.ToString(), out _))
                .ToDictionary(f => f.Key, f => Count.TryParse(f.Value!.ToString(), out var count) ? count : default);
        }
        else
        {
            figures = report.Payload?.Figures;
        }

        return figures is null ? null : [.. layout.Columns.Select(c => figures.GetValueOrDefault(c.Name))];
    }

    // What an observer did not copy is no difference.
    private static IReadOnlyList<FieldDifference> Against(DoubleEntry entry, List<Count> figures) =>
        entry is { State: EntryState.Settled, Result: { } official }
            ?
            [
                .. figures
                    .Index()
                    .Where(f => f.Item.State != CountState.NotReported && f.Item != official[f.Index])
                    .Select(f => new FieldDifference(f.Index, official[f.Index], f.Item)),
            ]
            : [];
}
