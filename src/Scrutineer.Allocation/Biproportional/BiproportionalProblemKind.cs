namespace Scrutineer.Allocation.Biproportional;

/// <summary>Why a table that is well formed has no biproportional apportionment.</summary>
public enum BiproportionalProblemKind
{
    /// <summary>The seats of the rows and those of the columns have different sums.</summary>
    TotalsDiffer,

    /// <summary>No seats within the cells that have votes, and their bounds, fill the rows and the columns.</summary>
    NoSolution,

    /// <summary>The seats of the columns are tied or cannot be apportioned; the upper apportionment says why.</summary>
    UpperUndecided,

    /// <summary>A recorded lot does not fit the tie, or there is none.</summary>
    LotRejected,
}
