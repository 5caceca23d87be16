namespace Scrutineer.Counting.Corrections;

/// <summary>What ballots that are still missing can make of a list's seats.</summary>
/// <param name="List">The list.</param>
/// <param name="Now">Its seats by what has been counted.</param>
/// <param name="LeastReached">The fewest seats in a case that was tried: such a case exists.</param>
/// <param name="MostReached">The most seats in a case that was tried: such a case exists.</param>
/// <param name="Least">The fewest seats that any case can leave it; nothing where no bound is known.</param>
/// <param name="Most">The most seats that any case can give it; nothing where no bound is known.</param>
public sealed record SeatRange(string List, int Now, int LeastReached, int MostReached, int? Least, int? Most)
{
    /// <summary>Whether the bounds are exact: the cases that were tried reach both.</summary>
    public bool IsExact => Least == LeastReached && Most == MostReached;
}
