namespace Scrutineer.Allocation.Kernel;

/// <summary>
/// The order in which seats are due: which of two lists has the stronger claim to one more seat, given its votes and
/// the seats it holds. A claim falls strictly as a list's seats grow. Implementations are structs, so that the kernel
/// is compiled for each by itself and no comparison is a virtual call.
/// </summary>
internal interface ISeatOrder
{
    /// <summary>Positive if the left claim is the stronger, negative if the right is, 0 if they are exactly equal.</summary>
    int Compare(ulong leftVotes, int leftHeld, ulong rightVotes, int rightHeld);
}
