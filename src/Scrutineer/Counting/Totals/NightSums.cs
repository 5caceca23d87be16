using Scrutineer.Counting.Forms;

namespace Scrutineer.Counting.Totals;

/// <summary>The sums of a count that is still coming in, at one moment.</summary>
/// <param name="Layout">The form and ballot.</param>
/// <param name="Whole">The totals by column of the protocols that stand.</param>
/// <param name="Listed">How many stations are to report.</param>
/// <param name="MostMissing">The most ballots that the other stations can bring; not reported where that is not known.</param>
public sealed record NightSums(FormLayout Layout, UnitTotals Whole, int Listed, Count MostMissing);
