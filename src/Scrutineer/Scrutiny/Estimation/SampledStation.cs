using Scrutineer.Counting;
using Scrutineer.Findings;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What was received of one station, by however many observers; or of one cluster of stations.</summary>
/// <param name="Unit">The station, or the cluster.</param>
/// <param name="Stratum">The place of its stratum in the frame.</param>
/// <param name="Values">
/// The figures by column of the form; nothing where a figure is not known. Where observers differ, their mean: both are kept in
/// the input and named in a finding, and neither is preferred.
/// </param>
/// <param name="Stations">How many stations it holds; 1 but for a cluster.</param>
/// <param name="Observers">How many copies of its protocol were received.</param>
/// <param name="ReportedAt">When the last of its copies was reported; nothing where that is not known.</param>
/// <param name="At">The line of the first copy.</param>
public sealed record SampledStation(
    UnitPath Unit,
    int Stratum,
    IReadOnlyList<double?> Values,
    int Stations,
    int Observers,
    DateTime? ReportedAt,
    Location At
);
