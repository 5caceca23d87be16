using System.Collections.Immutable;

namespace Scrutineer.Scrutiny.Forensics.AnomalousVotes;

/// <summary>The votes of the list, and all other ballots, by whole per cent of turnout: bin b holds stations with b ≤ 100·G/V &lt; b + 1.</summary>
/// <param name="List">Votes of the list by bin, from 0 to 100.</param>
/// <param name="Others">Ballots that are not for the list (R − L) by bin.</param>
/// <param name="Given">Voters who came, by bin.</param>
/// <param name="Registered">Registered voters, by bin.</param>
public sealed record TurnoutBins(
    ImmutableArray<long> List,
    ImmutableArray<long> Others,
    ImmutableArray<long> Given,
    ImmutableArray<long> Registered
)
{
    /// <summary>Bins from 0 to 100 per cent.</summary>
    public const int Bins = 101;

    /// <summary>Adds stations up.</summary>
    public static TurnoutBins Of(StationTable table, IEnumerable<int> stations)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stations);
        var (list, others, given, registered) = (new long[Bins], new long[Bins], new long[Bins], new long[Bins]);
        foreach (var s in stations)
        {
            var bin = (int)(100 * table.Given[s] / table.Registered[s]);
            list[bin] += table.Leader[s];
            others[bin] += table.Received[s] - table.Leader[s];
            given[bin] += table.Given[s];
            registered[bin] += table.Registered[s];
        }

        return new TurnoutBins([.. list], [.. others], [.. given], [.. registered]);
    }

    /// <summary>The bin in which most ballots are not for the list; the lowest of several.</summary>
    public int OthersPeak => Others.IndexOf(Others.Max());

    /// <summary>
    /// What the list has beyond k votes for each other ballot, from a bin upwards: Σ (L_b − k·O_b), where k is L/O of the bins around
    /// the assumed clean turnout.
    /// </summary>
    /// <param name="clean">The bin that is taken to be clean.</param>
    /// <param name="around">How many bins on each side of it are taken with it.</param>
    /// <returns>k and the anomalous votes; not numbers where the clean bins hold no other ballot.</returns>
    /// <remarks>Source: S. Shpilkin, "Statistical study of the results of Russian elections 2007–2009", Troitsky variant 40 (2009).</remarks>
    public (double Ratio, double Votes) Anomalous(int clean, int around = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(clean);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(clean, Bins);
        ArgumentOutOfRangeException.ThrowIfNegative(around);
        var (low, high) = (Math.Max(0, clean - around), Math.Min(Bins - 1, clean + around));
        return Beyond(low, high, clean);
    }

    /// <summary>The same with k of a range of bins.</summary>
    /// <param name="low">The first bin of which k is taken.</param>
    /// <param name="high">The last.</param>
    /// <param name="from">The bin from which the excess is added up.</param>
    public (double Ratio, double Votes) Beyond(int low, int high, int from)
    {
        long own = 0;
        long others = 0;
        for (var b = low; b <= high; b++)
        {
            own += List[b];
            others += Others[b];
        }

        if (others == 0)
        {
            return (double.NaN, double.NaN);
        }

        var k = own / (double)others;
        double votes = 0;
        for (var b = from; b < Bins; b++)
        {
            votes += List[b] - (k * Others[b]);
        }

        return (k, votes);
    }
}
