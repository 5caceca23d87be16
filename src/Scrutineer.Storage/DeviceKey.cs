namespace Scrutineer.Storage;

/// <summary>The public key of an observer's device.</summary>
/// <param name="Account">The pseudonym of the observer.</param>
/// <param name="Spki">The key, as a SubjectPublicKeyInfo in DER.</param>
/// <param name="Algorithm">How it signs, such as <c>ecdsa-p256</c>.</param>
public sealed record DeviceKey(string Account, byte[] Spki, string Algorithm);
