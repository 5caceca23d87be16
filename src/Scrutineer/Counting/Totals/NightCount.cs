using Scrutineer.Allocation;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Units;
using Scrutineer.Dossier;

namespace Scrutineer.Counting.Totals;

/// <summary>
/// A count that is still coming in: the protocols that stand so far, against the units that are to report, and what the law
/// makes of them.
/// </summary>
public sealed class NightCount
{
    private NightCount(UnitTotals whole, int listed, Count missing)
    {
        Whole = whole;
        Listed = listed;
        MostMissing = missing;
    }

    /// <summary>The totals by column of the protocols that stand.</summary>
    public UnitTotals Whole { get; }

    /// <summary>How many stations are to report.</summary>
    public int Listed { get; }

    /// <summary>The most ballots that the other stations can bring: their registered voters; not reported where that is not known.</summary>
    public Count MostMissing { get; }

    /// <summary>The share of the stations whose protocol stands.</summary>
    public Rational ReportedOfStations => new(Whole.Stations, Math.Max(1, Listed));

    /// <summary>What the law makes of the totals; nothing before the first protocol, and where seats are filled in several constituencies.</summary>
    public CountedSeats? Seats { get; private init; }

    /// <summary>Counts the protocols that stand.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="contest">The contest that the protocols are of.</param>
    /// <param name="layout">Their form and ballot.</param>
    /// <param name="tree">The units that are to report.</param>
    /// <param name="protocols">The protocols that stand, one a station of the tree.</param>
    /// <exception cref="ArgumentException">A protocol is of no station of the tree, or of one that another is of.</exception>
    public static NightCount Of(
        ElectionDossier dossier,
        string contest,
        FormLayout layout,
        UnitTree tree,
        IReadOnlyCollection<Protocol> protocols
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(protocols);
        var tally = new NightTally(layout, tree);
        foreach (var protocol in protocols)
        {
            if (!tree.IsStation(protocol.Unit) || tally.Has(protocol.Unit))
            {
                throw new ArgumentException(
                    $"'{protocol.Unit}' is no station, or stands there twice.",
                    nameof(protocols)
                );
            }

            tally.Put(protocol.Unit, protocol);
        }

        return Of(dossier, contest, tally.Sums);
    }

    /// <summary>What the law makes of running sums.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="contest">The contest that the protocols are of.</param>
    /// <param name="sums">The sums.</param>
    public static NightCount Of(ElectionDossier dossier, string contest, NightSums sums)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(sums);
        var whole = sums.Whole;
        var most = sums.MostMissing;
        return new NightCount(whole, sums.Listed, most)
        {
            Seats =
                whole.Stations > 0 && dossier.Edition.Text.Contests[contest].Constituency == "nation"
                    ? CountedSeats.Of(
                        sums.Layout,
                        whole,
                        whole.Stations < sums.Listed ? most.Value : null,
                        dossier.Law,
                        dossier.Edition,
                        contest,
                        dossier.File.Contests.GetValueOrDefault(contest),
                        dossier.Lots(contest)
                    )
                    : null,
        };
    }
}
