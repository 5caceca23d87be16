using Scrutineer.Law.Evaluation;

namespace Scrutineer.Publishing.Exchange;

/// <summary>A contest in one constituency in an exchanged report.</summary>
/// <param name="Contest">The contest's name in the law.</param>
/// <param name="District">The id of the unit in which its seats are filled.</param>
/// <param name="Tallies">Its figures by unit, with the contenders in ballot order.</param>
public sealed record ExchangeContest(string Contest, string District, IReadOnlyList<Tally> Tallies);
