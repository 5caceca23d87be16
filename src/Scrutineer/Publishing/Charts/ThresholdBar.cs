using Scrutineer.Allocation;

namespace Scrutineer.Publishing.Charts;

/// <summary>One list's share in the chart's base.</summary>
/// <param name="Label">The list.</param>
/// <param name="Share">Its share, 1 for all; not negative.</param>
/// <param name="Mark">How it is drawn.</param>
/// <param name="Others">Its share in other bases, marked on the same scale.</param>
public sealed record ThresholdBar(string Label, Rational Share, ListMark Mark, IReadOnlyList<OtherShare> Others);

/// <summary>A list's share in another base than the chart's.</summary>
/// <param name="Base">What it is a share of, such as <c>of ballots issued</c>.</param>
/// <param name="Share">The share, 1 for all; not negative.</param>
public readonly record struct OtherShare(string Base, Rational Share);

/// <summary>The share a list needs.</summary>
/// <param name="Share">The share, 1 for all; not negative.</param>
/// <param name="Label">Its words with the article, such as <c>7 %, Art. 97-1 §1</c>.</param>
public sealed record ThresholdLine(Rational Share, string Label);
