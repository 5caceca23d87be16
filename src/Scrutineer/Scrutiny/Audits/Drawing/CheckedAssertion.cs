using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Audits.Drawing;

/// <summary>What the recounts say of an assertion.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="P">The p-value: the greatest chance of such recounts if it were false.</param>
/// <param name="Confirmed">Whether that is within the risk limit.</param>
/// <param name="FurtherDraws">How many more draws without overstatement confirm it; 0 where it is confirmed, nothing where none can.</param>
public sealed record CheckedAssertion(Assertion Assertion, double P, bool Confirmed, int? FurtherDraws);
