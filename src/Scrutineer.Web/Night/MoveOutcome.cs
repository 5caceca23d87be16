using Scrutineer.Counting.Entry;

namespace Scrutineer.Web.Night;

/// <summary>What became of a move.</summary>
internal enum MoveStatus
{
    /// <summary>It was made and is on the disk, now or when the same was sent before.</summary>
    Accepted,

    /// <summary>The state machine refuses it.</summary>
    Refused,

    /// <summary>Somebody else moved first: look again and decide anew.</summary>
    Overtaken,

    /// <summary>Another thing was sent under the same identifier.</summary>
    Differs,
}

/// <summary>What became of a move, and how the protocol stands.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Station">How the protocol stands now.</param>
/// <param name="Refusal">Why it was refused, where it was.</param>
internal sealed record MoveOutcome(MoveStatus Status, StationEntry Station, EntryRefusal? Refusal = null);
