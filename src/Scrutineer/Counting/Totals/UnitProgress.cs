using Scrutineer.Allocation;
using Scrutineer.Counting.Units;

namespace Scrutineer.Counting.Totals;

/// <summary>How far the count of one unit has come, and what stands so far.</summary>
/// <param name="Unit">The unit; the whole has an empty path.</param>
/// <param name="Stations">How many stations lie within it; a station is one.</param>
/// <param name="Reported">Of how many of them the protocol stands.</param>
/// <param name="Voters">The voters in the registers of all of them, as the register of units has them.</param>
/// <param name="VotersReported">The voters in the registers of those whose protocol stands, from the same register.</param>
/// <param name="Columns">The totals of the protocols that stand, by column of the form.</param>
public sealed record UnitProgress(
    Unit Unit,
    int Stations,
    int Reported,
    ColumnTotal Voters,
    ColumnTotal VotersReported,
    IReadOnlyList<ColumnTotal> Columns
)
{
    /// <summary>The share of its stations whose protocol stands.</summary>
    public Rational OfStations => new(Reported, Math.Max(1, Stations));

    /// <summary>
    /// The share of its registered voters whose station's protocol stands; nothing where the register of units does not give
    /// the voters of every station, or gives none.
    /// </summary>
    public Rational? OfVoters =>
        Voters is { IsComplete: true, Fits: true, Sum: var all } && all > 0
            ? new Rational((System.Numerics.BigInteger)VotersReported.Sum, (System.Numerics.BigInteger)all)
            : null;
}
