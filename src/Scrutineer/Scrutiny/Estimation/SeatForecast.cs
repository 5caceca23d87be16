namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What a sample says of one list's seats.</summary>
/// <param name="List">The list.</param>
/// <param name="Seats">Its seats by the estimated votes.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Passes">The share of replicates in which it takes part in the distribution: the probability that it passes.</param>
public sealed record ListForecast(string List, int Seats, int Low, int High, double Passes);

/// <summary>Seats from a sample, through the law's thresholds and its allocation.</summary>
/// <param name="Law">The law's id.</param>
/// <param name="Edition">The edition's name.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Seats">The seats of the contest.</param>
/// <param name="Replicates">How many times the sample was drawn again from itself.</param>
/// <param name="Seed">The seed of these draws; the same seed gives the same figures.</param>
/// <param name="Confidence">The confidence of the intervals.</param>
/// <param name="Lists">The lists in ballot order; empty where the law cannot be evaluated on estimates.</param>
/// <param name="Undecided">Replicates that ended without a distribution of all seats: a tie, or nobody passed.</param>
public sealed record SeatForecast(
    string Law,
    string Edition,
    string Contest,
    int Seats,
    int Replicates,
    ulong Seed,
    double Confidence,
    IReadOnlyList<ListForecast> Lists,
    int Undecided
)
{
    /// <summary>Why no seats can be told; nothing where they can.</summary>
    public string? Untold { get; init; }
}
