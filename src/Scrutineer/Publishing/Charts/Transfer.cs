namespace Scrutineer.Publishing.Charts;

/// <summary>A number of votes whose passing from one list to another moves a seat.</summary>
/// <param name="Votes">The votes, from nought; nought is a tie.</param>
/// <param name="From">The list that loses them.</param>
/// <param name="To">The list that gains them.</param>
public readonly record struct Transfer(long Votes, string From, string To);

/// <summary>How the bars of a <see cref="MarginStrip"/> grow.</summary>
public enum MarginScale
{
    /// <summary>With the votes, from zero.</summary>
    Linear,

    /// <summary>With the logarithm of the votes, from one; the powers of ten are ruled and labelled.</summary>
    Logarithmic,
}
