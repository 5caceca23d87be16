namespace Scrutineer.Scrutiny.Estimation;

/// <summary>One stratum of a sampling frame.</summary>
/// <param name="Name">Its name; empty where the frame is one stratum.</param>
/// <param name="Stations">How many stations it has in all, <c>N_h</c>; nothing where that is not known.</param>
public sealed record FrameStratum(string Name, int? Stations)
{
    /// <summary>The registered voters of all its stations, where the frame gives them.</summary>
    public long? Registered { get; init; }

    /// <summary>How many of its stations were drawn, where the frame gives it; those received are at most these.</summary>
    public int? Drawn { get; init; }
}
