namespace Scrutineer.Allocation.Transferable;

/// <summary>
/// Where the decimals of a transfer value are cut off. The value itself is the same, weighted and inclusive: every
/// ballot of the candidate moves, at value × surplus ÷ votes.
/// </summary>
public enum TransferValue
{
    /// <summary>Once, after value × surplus ÷ votes (Scotland).</summary>
    CutOnce,

    /// <summary>After surplus ÷ votes, and again after the product with the value (RCTab).</summary>
    CutTwice,
}
