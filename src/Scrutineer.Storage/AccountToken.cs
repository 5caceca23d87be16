namespace Scrutineer.Storage;

/// <summary>A token that was shown and is good: for whom, and until when.</summary>
/// <param name="Account">The account.</param>
/// <param name="Expires">When it ends by itself.</param>
public sealed record AccountToken(Account Account, DateTimeOffset Expires);
