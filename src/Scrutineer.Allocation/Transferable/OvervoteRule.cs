namespace Scrutineer.Allocation.Transferable;

/// <summary>What a rank marked for more than one candidate means.</summary>
public enum OvervoteRule
{
    /// <summary>The ballot is exhausted there.</summary>
    Exhaust,

    /// <summary>The rank is passed over.</summary>
    Skip,

    /// <summary>
    /// The rank counts for the one of its candidates who continues; with several the ballot is exhausted, with none the
    /// rank is passed over. An overvote whose candidates are unknown exhausts it.
    /// </summary>
    ExhaustIfSeveralContinue,
}
