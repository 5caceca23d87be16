namespace Scrutineer.Storage;

/// <summary>A token of a program, as far as anybody can still know it.</summary>
/// <param name="Sha256">The SHA-256 of its secret, in base 16.</param>
/// <param name="Account">The account in whose name the program works.</param>
/// <param name="Expires">When it ends by itself.</param>
public sealed record ProgramToken(string Sha256, string Account, DateTimeOffset Expires);
