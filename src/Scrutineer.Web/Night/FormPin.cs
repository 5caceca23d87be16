namespace Scrutineer.Web.Night;

/// <summary>Which form was answered, to the byte.</summary>
/// <param name="Id">The form.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The SHA-256 of its file, in base 16.</param>
public sealed record FormPin(string Id, string Version, string Sha256);
