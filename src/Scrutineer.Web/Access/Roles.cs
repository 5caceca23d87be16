using Scrutineer.Counting.Entry;

namespace Scrutineer.Web.Access;

/// <summary>What an account may do. The public has no account.</summary>
internal static class Roles
{
    /// <summary>Makes and disables accounts; enters and decides nothing.</summary>
    public const string Administrator = "administrator";

    /// <summary>Sees every protocol that is open, and decides what entry alone cannot.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>Enters protocols, first and again.</summary>
    public const string Clerk = "clerk";

    /// <summary>Enters protocols that somebody else entered before, never as the first.</summary>
    public const string Verifier = "verifier";

    /// <summary>Sees the coordinator's queue, for a screen on a wall.</summary>
    public const string Screen = "screen";

    /// <summary>Hands in reports from a device; has no password and signs in nowhere.</summary>
    public const string Observer = "observer";

    /// <summary>Every role, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [Clerk, Verifier, Coordinator, Screen, Observer, Administrator];

    /// <summary>Whether a role may take the protocol of a station as it stands.</summary>
    public static bool MayClaim(string role, EntryState state) =>
        role == Clerk
            ? state is EntryState.NotStarted or EntryState.AwaitingSecond or EntryState.Differing
            : role == Verifier && state is EntryState.AwaitingSecond or EntryState.Differing;
}
