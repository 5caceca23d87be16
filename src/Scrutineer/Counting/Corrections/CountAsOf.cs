using Scrutineer.Allocation;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Corrections;

/// <summary>The count as it stood at a moment: what counts, what is annulled, what is missing.</summary>
public sealed class CountAsOf
{
    internal CountAsOf(CountLedger ledger, Moment moment, IReadOnlyList<UnitCount> units)
    {
        Ledger = ledger;
        Moment = moment;
        Units = units;
        var totals = new ColumnTotal[ledger.Layout.Columns.Count];
        foreach (var protocol in Counted.Select(u => u.Protocol!))
        {
            for (var c = 0; c < totals.Length; c++)
            {
                totals[c] = totals[c].With(protocol.Values[c], protocol.States[c]);
            }
        }

        Totals = totals;
    }

    /// <summary>The ledger.</summary>
    public CountLedger Ledger { get; }

    /// <summary>The moment.</summary>
    public Moment Moment { get; }

    /// <summary>Every station, in order.</summary>
    public IReadOnlyList<UnitCount> Units { get; }

    /// <summary>The totals by column of what counts.</summary>
    public IReadOnlyList<ColumnTotal> Totals { get; }

    /// <summary>The stations whose figures count.</summary>
    public IEnumerable<UnitCount> Counted => Units.Where(u => u.Status == UnitStatus.Counted);

    /// <summary>The stations whose figures are annulled.</summary>
    public IEnumerable<UnitCount> Annulled => Units.Where(u => u.Status == UnitStatus.Annulled);

    /// <summary>The stations that have not reported.</summary>
    public IEnumerable<UnitCount> Missing => Units.Where(u => u.Status == UnitStatus.NotReported);

    /// <summary>The share of the stations that have reported, annulled ones included; nothing without stations.</summary>
    public Rational? ReportedOfStations =>
        Units.Count == 0 ? null : new Rational(Units.Count - Missing.Count(), Units.Count);

    /// <summary>
    /// The share of the registered voters whose stations have reported; nothing where the register of a station is not
    /// known.
    /// </summary>
    public Rational? ReportedOfRegistered
    {
        get
        {
            var all = Registered(Units);
            return all.IsComplete && all.Sum > 0 ? Rational.One - new Rational(Registered(Missing).Sum, all.Sum) : null;
        }
    }

    /// <summary>
    /// The most ballots that the missing stations can still bring: their registered voters. Nothing where the register of
    /// one is not known, or voters can vote where they are not registered; then nothing bounds them.
    /// </summary>
    public long? MostMissing =>
        Registered(Missing) is { IsComplete: true, Fits: true } voters ? (long)voters.Sum : null;

    /// <summary>Events that could not take effect.</summary>
    public IReadOnlyList<Finding> Findings => [.. Units.SelectMany(u => u.Findings)];

    private ColumnTotal Registered(IEnumerable<UnitCount> units) =>
        units.Aggregate(default(ColumnTotal), (total, unit) => total.With(RegisteredIn(unit)));

    // The register of units knows a station before it reports; its own protocol knows it better.
    private Count RegisteredIn(UnitCount unit)
    {
        var columns = Ledger.Layout.ColumnsOf(Dossier.FigureName.Registered);
        return columns is [var only] && unit.Protocol is { } protocol && protocol[only].IsKnown
            ? protocol[only]
            : Ledger.Tree.Find(unit.Unit)!.Registered;
    }
}
