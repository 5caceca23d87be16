namespace Scrutineer.Law.Evaluation;

/// <summary>Ballots on which the same candidates are ranked in the same order.</summary>
/// <param name="Ranking">The positions of the candidates on the ballot paper, from 0, the first preference first.</param>
/// <param name="Count">How many such ballots there are.</param>
public sealed record RankedBallot(IReadOnlyList<int> Ranking, long Count);
