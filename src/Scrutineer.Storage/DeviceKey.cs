using System.Security.Cryptography;

namespace Scrutineer.Storage;

/// <summary>The public key of an observer's device.</summary>
/// <param name="Account">The pseudonym of the observer.</param>
/// <param name="Spki">The key, as a SubjectPublicKeyInfo in DER.</param>
/// <param name="Algorithm">How it signs, such as <c>ecdsa-p256</c>.</param>
public sealed record DeviceKey(string Account, byte[] Spki, string Algorithm)
{
    /// <summary>The SHA-256 of the key, in base 16: what the device is called in the database.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Spki));
}
