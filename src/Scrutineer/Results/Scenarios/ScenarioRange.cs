namespace Scrutineer.Results.Scenarios;

/// <summary>The range of one change, in votes.</summary>
/// <param name="Change">The change.</param>
/// <param name="Least">The fewest.</param>
/// <param name="Most">The most.</param>
/// <param name="All">The number from which they are taken, the earlier changes made at their most.</param>
public sealed record ScenarioRange(ChangeEntry Change, long Least, long Most, long All)
{
    /// <summary>How many numbers it holds.</summary>
    public long Count => Most - Least + 1;
}

/// <summary>What lies over a grid of combinations of votes.</summary>
/// <param name="Points">How many combinations were put under the law, the corners among them.</param>
/// <param name="IsWhole">Whether those are all combinations of whole votes; otherwise seats between them may differ.</param>
/// <param name="Seats">The fewest and the most seats of each list that stands, by id, over the combinations without a tie.</param>
/// <param name="Untold">At how many combinations a tie or the law leaves seats open.</param>
public sealed record ScenarioGrid(
    long Points,
    bool IsWhole,
    IReadOnlyDictionary<string, (int Least, int Most)> Seats,
    long Untold
);
