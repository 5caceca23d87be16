namespace Scrutineer.Results;

/// <summary>How far a bloc is from a majority of the body.</summary>
/// <param name="Majority">The name of the majority.</param>
/// <param name="Needed">The least number of seats that is enough.</param>
/// <param name="Of">The seats of the body.</param>
/// <param name="Bloc">The bloc.</param>
/// <param name="Seats">Its seats.</param>
public sealed record MajorityDistance(string Majority, int Needed, int Of, string Bloc, int Seats)
{
    /// <summary>Seats above the least that is enough, or below it (negative).</summary>
    public int Distance => Seats - Needed;
}
