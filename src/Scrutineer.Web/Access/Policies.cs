namespace Scrutineer.Web.Access;

/// <summary>The names of the authorisation policies: each route has one of them, or is marked public.</summary>
internal static class Policies
{
    /// <summary>Whoever is signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Whoever keeps accounts.</summary>
    public const string Accounts = "accounts";

    /// <summary>Whoever enters protocols.</summary>
    public const string Entry = "entry";

    /// <summary>Whoever sees what is open.</summary>
    public const string Queue = "queue";

    /// <summary>Whoever decides.</summary>
    public const string Decide = "decide";

    /// <summary>Programs of those who see what is open.</summary>
    public const string ApiQueue = "api-queue";

    /// <summary>Programs of anybody who works at the night.</summary>
    public const string ApiRead = "api-read";

    /// <summary>Programs of those who enter or decide.</summary>
    public const string ApiMove = "api-move";

    /// <summary>The policies under which a token is looked at, and no session.</summary>
    public static IReadOnlyList<string> OfPrograms { get; } = [ApiQueue, ApiRead, ApiMove];

    /// <summary>The roles of each policy; empty for any.</summary>
    public static IReadOnlyList<(string Policy, string[] Roles)> All { get; } =
    [
        (SignedIn, []),
        (Accounts, [Roles.Administrator]),
        (Entry, [Roles.Clerk, Roles.Verifier]),
        (Queue, [Roles.Coordinator, Roles.Screen]),
        (Decide, [Roles.Coordinator]),
        (ApiQueue, [Roles.Coordinator, Roles.Screen]),
        (ApiRead, [Roles.Clerk, Roles.Verifier, Roles.Coordinator, Roles.Screen]),
        (ApiMove, [Roles.Clerk, Roles.Verifier, Roles.Coordinator]),
    ];
}
