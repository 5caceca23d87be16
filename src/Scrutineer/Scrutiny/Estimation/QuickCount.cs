using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What a sample of stations says of the whole.</summary>
public sealed record QuickCount
{
    /// <summary>The sample.</summary>
    public required Sample Sample { get; init; }

    /// <summary>What was asked for.</summary>
    public required EstimateOptions Options { get; init; }

    /// <summary>How the stations stand for the whole.</summary>
    public required SampleDesign Design { get; init; }

    /// <summary>The lists in ballot order, the lead of the first over the second, turnout.</summary>
    public required IReadOnlyList<Estimate> Estimates { get; init; }

    /// <summary>The shares of stations in which observers ticked a field of the form.</summary>
    public IReadOnlyList<Estimate> Indicators { get; init; } = [];

    /// <summary>The leading list by the time of the report; empty where times are not known.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; init; } = [];

    /// <summary>The two lists with the highest shares; nothing where fewer than two are known.</summary>
    internal (string Ahead, string Behind)? Leaders { get; init; }

    /// <summary>What stations drawn and not received could change; nothing where none is missing, or that is not known.</summary>
    public Nonresponse? Nonresponse { get; init; }

    /// <summary>What there is to know before quoting an estimate, the gravest first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Estimates from a table.</summary>
    /// <param name="table">The table, one row a copy of a station's protocol.</param>
    /// <param name="frame">The frame that the sample was drawn from.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="problems">Receives what does not fit together; nothing is returned while one stands.</param>
    public static QuickCount? Of(ProtocolTable table, SampleFrame frame, EstimateOptions options, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(problems);
        // Clusters are counted against the frame, their stations are not.
        var counted = options.Clusters is null ? frame : Uncounted(frame);
        return Sample.Of(table, counted, options.Strata, options.AsOf, problems) is { } sample
            ? Of(sample, frame, options, Sample.DepthOf(table.Mapping, options.Clusters), problems)
            : null;
    }

    /// <summary>Estimates from the protocols that stand, one a station: the same as from a table of them.</summary>
    /// <param name="source">Whose form they follow, and whose mapping names the levels.</param>
    /// <param name="protocols">The protocols.</param>
    /// <param name="frame">The frame that the sample was drawn from.</param>
    /// <param name="options">What is wanted; a moment is not asked for here.</param>
    /// <param name="reportedAt">When a protocol came; nothing where that is not known.</param>
    /// <param name="problems">Receives what does not fit together; nothing is returned while one stands.</param>
    internal static QuickCount? Of(
        ProtocolSource source,
        IReadOnlyCollection<Protocol> protocols,
        SampleFrame frame,
        EstimateOptions options,
        Func<Protocol, DateTime?>? reportedAt,
        Problems problems
    )
    {
        var counted = options.Clusters is null ? frame : Uncounted(frame);
        var depth = Sample.DepthOf(source.Mapping, options.Strata);
        return Sample.Of(source.Layout, protocols, counted, depth, reportedAt, problems) is { } sample
            ? Of(sample, frame, options, Sample.DepthOf(source.Mapping, options.Clusters), problems)
            : null;
    }

    private static QuickCount? Of(
        Sample sample,
        SampleFrame frame,
        EstimateOptions options,
        int clusters,
        Problems problems
    )
    {
        if (options.Clusters is { } level)
        {
            sample = sample.ByCluster(clusters, frame);
            foreach (var group in sample.Stations.GroupBy(s => s.Stratum))
            {
                if (frame.Strata[group.Key].Stations is { } all && group.Count() > all)
                {
                    problems.Add(
                        frame.Source is { } source ? new Location(source.Path) : new Location("--stations"),
                        $"Units of the level '{level}' were received {group.Count()} times, and the frame has {all}.",
                        "a frame that counts units of that level",
                        "Count clusters in the frame, not their stations."
                    );
                    return null;
                }
            }
        }

        if (options.Sample is { } drawn)
        {
            sample = sample.Only(drawn);
        }

        if (sample.Stations.Count == 0)
        {
            problems.Add(
                new Location(sample.Table?.File ?? "--sample"),
                "No station is in the sample.",
                "a station or more",
                options.AsOf is not null ? "Choose a later moment."
                    : options.Sample is not null ? "Compare the names of the units drawn with those of the table."
                    : "Look at 'scrutineer import'."
            );
            return null;
        }

        return Of(sample, options);
    }

    /// <summary>Estimates from a sample.</summary>
    public static QuickCount Of(Sample sample, EstimateOptions options)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        var quantities = Shares(sample, options.Base);
        var shares = quantities.Select(q => q.Estimate(sample, options.Confidence)).ToList();
        var leading = Leading(shares);
        var others = new List<Quantity>();
        if (leading is { } two && SampleBase.Of(sample.Layout, options.Base) is { } of)
        {
            var start = ListStart(sample.Layout);
            others.Add(
                Quantity.Lead(
                    shares[two.First].Quantity,
                    start + two.First,
                    shares[two.Second].Quantity,
                    start + two.Second,
                    of
                )
            );
        }

        if (Turnout(sample.Layout) is { } turnout)
        {
            others.Add(turnout);
        }

        var count = new QuickCount
        {
            Sample = sample,
            Options = options,
            Design = sample.Design(sample.Stations),
            Estimates = [.. shares, .. others.Select(q => q.Estimate(sample, options.Confidence))],
            Indicators = [.. Ticks(sample.Layout).Select(q => q.Estimate(sample, options.Confidence))],
            Nonresponse = others.Find(q => q.Least < 0) is { } lead
                ? Estimation.Nonresponse.Of(sample, lead, options.Drawn)
                : null,
            Leaders = leading is { } most ? (shares[most.First].Quantity, shares[most.Second].Quantity) : null,
            Arrivals = leading is { } first ? Estimation.Arrivals.Of(sample, quantities[first.First]) : [],
        };
        return count with
        {
            Findings =
            [
                .. sample
                    .Findings.Concat(EstimateFindings.Of(count, leading is { } l ? quantities[l.First] : null))
                    .OrderByDescending(f => f.Severity),
            ],
        };
    }

    /// <summary>The shares of the lists of a ballot; none where the form has no lists or not the base.</summary>
    public static IReadOnlyList<Quantity> Shares(Sample sample, BaseName name)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return SampleBase.Of(sample.Layout, name) is { } of && sample.Layout.Form.ListField is not null
            ? [.. sample.Layout.Lists.Select((id, i) => Quantity.Share(id, [ListStart(sample.Layout) + i], of))]
            : [];
    }

    /// <summary>Turnout, where the form has the register and who voted.</summary>
    internal static Quantity? Turnout(FormLayout layout) =>
        SampleBase.Of(layout, BaseName.Registered) is { } registered
        && (SampleBase.Of(layout, BaseName.BallotsIssued) ?? SampleBase.Of(layout, BaseName.BallotsInBox)) is { } voted
            ? Quantity.Turnout(voted, registered)
            : null;

    private static int ListStart(FormLayout layout) => layout.RangeOf(layout.Form.ListField!.Name).Start;

    private static IEnumerable<Quantity> Ticks(FormLayout layout) =>
        layout
            .Columns.Index()
            .Where(c => c.Item.Field.Unit == FieldUnit.Tick && c.Item.List is null)
            .Select(c => Quantity.Indicator(c.Item.Name, c.Index));

    /// <summary>The two lists with most; nothing where fewer than two are known.</summary>
    private static (int First, int Second)? Leading(List<Estimate> shares)
    {
        var order = shares.Index().Where(s => s.Item.Value is not null).OrderByDescending(s => s.Item.Value).ToList();
        return order.Count < 2 ? null : (order[0].Index, order[1].Index);
    }

    private static SampleFrame Uncounted(SampleFrame frame) =>
        new([.. frame.Strata.Select(s => new FrameStratum(s.Name, null))]);
}
