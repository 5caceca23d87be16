namespace Scrutineer.Counting.Simulation;

/// <summary>A station of a made-up nation.</summary>
/// <param name="Region">Its region.</param>
/// <param name="Territory">Its territorial commission.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Figures">Its protocol: one number a column of the layout.</param>
public sealed record SyntheticStation(string Region, string Territory, string Name, long[] Figures)
{
    /// <summary>Its path from the top.</summary>
    public UnitPath Path => UnitPath.Of(Region, Territory, Name);

    /// <summary>The station with a protocol of its own that can be changed.</summary>
    public SyntheticStation Copy() => this with { Figures = [.. Figures] };
}
