namespace Scrutineer.Storage;

/// <summary>Somebody who may sign in, by a name that need not be a person's.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Password">The hash of its password; nothing before one was set.</param>
/// <param name="Disabled">Whether it may not sign in any more.</param>
public sealed record Account(string Name, string Role, string? Password, bool Disabled);
