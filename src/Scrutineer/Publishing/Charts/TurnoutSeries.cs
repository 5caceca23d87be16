using System.Runtime.InteropServices;
using Scrutineer.Allocation;

namespace Scrutineer.Publishing.Charts;

/// <summary>What was reported at one time of the day.</summary>
/// <param name="Time">When, in one clock for the whole chart.</param>
/// <param name="Share">The share reported; <c>null</c> where nothing was.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TurnoutPoint(TimeOnly Time, Rational? Share);

/// <summary>One region's turnout over the day.</summary>
/// <param name="Label">The region.</param>
/// <param name="Points">Its points in order of time.</param>
public sealed record TurnoutSeries(string Label, IReadOnlyList<TurnoutPoint> Points);
