namespace Scrutineer.Scrutiny.Audits.Polling;

/// <summary>A reported winner and a reported loser, and what a sample of ballots shows of them.</summary>
/// <param name="Winner">The reported votes of the winner.</param>
/// <param name="Loser">The reported votes of the loser.</param>
/// <param name="Ballots">All ballots.</param>
/// <param name="WinnerSampled">Ballots of the sample for the winner.</param>
/// <param name="LoserSampled">Ballots of the sample for the loser, and those that were drawn and not found.</param>
public readonly record struct PollingPair(
    long Winner,
    long Loser,
    long Ballots,
    int WinnerSampled = 0,
    int LoserSampled = 0
)
{
    /// <summary>The winner's share of the votes of the two.</summary>
    public double Share => (double)Winner / (Winner + Loser);

    /// <summary>The share of the ballots that are for one of the two.</summary>
    public double Relevant => (double)(Winner + Loser) / Ballots;
}
