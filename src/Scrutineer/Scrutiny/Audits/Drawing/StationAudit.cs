using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Comparison;

namespace Scrutineer.Scrutiny.Audits.Drawing;

/// <summary>
/// The audit of a result by whole stations: one draw for all assertions. A station's weight is the most that it can overstate
/// any of them, in margins; stations are drawn in proportion to it, with replacement.
/// </summary>
/// <remarks>Source: Stark (2009), section 3: the maximum across assertions of the relative overstatement (MACRO), with the error bounds of Aslam, Popa and Rivest (2008).</remarks>
public sealed class StationAudit
{
    private readonly Rational common;

    private StationAudit(SeatAssertions seats, StationManifest manifest)
    {
        Seats = seats;
        Manifest = manifest;
        var least = seats
            .Assertions.Select(a => (BigInteger)a.Sum(seats.Counts))
            .Aggregate(BigInteger.One, (l, s) => l / BigInteger.GreatestCommonDivisor(l, s) * s);
        List<BigInteger> weights =
        [
            .. manifest.Units.Select(u =>
                seats
                    .Assertions.Select(a =>
                        (BigInteger)a.MostOverstated(u.Counts) * (least / (BigInteger)a.Sum(seats.Counts))
                    )
                    .Aggregate(BigInteger.Zero, BigInteger.Max)
            ),
        ];
        var divisor = weights.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        common = new Rational(least, divisor);
        Weights = [.. weights.Select(w => w / divisor)];
        MostOverstated = (Rational)Weights.Aggregate(BigInteger.Zero, (a, b) => a + b) / common;
    }

    /// <summary>The assertions, from the stations' own sum.</summary>
    public SeatAssertions Seats { get; }

    /// <summary>The stations.</summary>
    public StationManifest Manifest { get; }

    /// <summary>The weight of each station in whole numbers, in the order of the table.</summary>
    public IReadOnlyList<BigInteger> Weights { get; }

    /// <summary>The most that all stations together can overstate an assertion, in margins: U.</summary>
    public Rational MostOverstated { get; }

    /// <summary>An audit of a result by its stations.</summary>
    /// <param name="seats">The assertions on the stations' own sum; at least one.</param>
    /// <param name="manifest">The stations.</param>
    /// <exception cref="ArgumentException">There is no assertion, or they are of other ballots than the stations'.</exception>
    public static StationAudit Of(SeatAssertions seats, StationManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(seats);
        ArgumentNullException.ThrowIfNull(manifest);
        return seats.Assertions.Count > 0 && seats.Counts.Classes.SequenceEqual(manifest.Total.Classes)
            ? new StationAudit(seats, manifest)
            : throw new ArgumentException("The assertions are not of these stations.", nameof(seats));
    }

    /// <summary>The draws that confirm every assertion if no station drawn overstates any, and one to spare.</summary>
    public int PlannedDraws(double riskLimit) => BatchComparison.PlannedDraws(MostOverstated.ToDouble(), riskLimit);

    /// <summary>The stations drawn by a seed, by their place in the manifest, in the order of the draws.</summary>
    public IReadOnlyList<int> Draw(string seed, int draws) => PublicDraw.WithReplacement(seed, Weights, draws);

    /// <summary>The mean number of different stations in so many draws.</summary>
    public double DifferentStations(int draws)
    {
        var total = (MostOverstated * common).ToDouble();
        return Weights.Sum(w => 1 - Math.Pow(1 - (((Rational)w).ToDouble() / total), draws));
    }

    /// <summary>How much of what a station can overstate it did overstate of an assertion; negative where it understated it.</summary>
    internal double Taint(int unit, Assertion assertion, BallotCounts recount)
    {
        Rational error = (BigInteger)(assertion.Sum(Manifest.Units[unit].Counts) - assertion.Sum(recount));
        return Weights[unit].IsZero
            ? (error.Sign > 0 ? 1 : 0)
            : (error * common / (BigInteger)assertion.Sum(Seats.Counts) / Weights[unit]).ToDouble();
    }
}
