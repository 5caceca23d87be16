namespace Scrutineer.Counting.Entry;

/// <summary>Why a move was refused.</summary>
public enum EntryRefusal
{
    /// <summary>The move does not exist in this state.</summary>
    NotInThisState,

    /// <summary>Only a coordinator may make the move.</summary>
    NotACoordinator,

    /// <summary>Somebody else holds the paper.</summary>
    HeldBySomebodyElse,

    /// <summary>The person entered this paper already; another pair of eyes is needed.</summary>
    EnteredItAlready,

    /// <summary>A coordinator's decision needs a reason.</summary>
    ReasonMissing,

    /// <summary>A field was handed in that the form cannot hold, or one that it requires is blank.</summary>
    FieldAtFault,

    /// <summary>Other fields were handed in than those asked for.</summary>
    NotTheFieldsAskedFor,
}
