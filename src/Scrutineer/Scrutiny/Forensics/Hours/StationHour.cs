using System.Collections.Immutable;

namespace Scrutineer.Scrutiny.Forensics.Hours;

/// <summary>How many voters had come to each station by an hour of the day.</summary>
/// <param name="Time">The hour, on the clock of the election.</param>
/// <param name="Came">Voters by station; <see cref="StationTable.Unknown"/> where it is not known.</param>
public sealed record StationHour(TimeOnly Time, ImmutableArray<long> Came);
