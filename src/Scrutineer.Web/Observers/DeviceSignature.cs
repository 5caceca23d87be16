using System.Security.Cryptography;
using Scrutineer.Storage;

namespace Scrutineer.Web.Observers;

/// <summary>Signatures of observers' devices: ECDSA on P-256 with SHA-256, r and s in 64 bytes (IEEE P1363), as browsers make them.</summary>
internal static class DeviceSignature
{
    /// <summary>The name of the algorithm.</summary>
    public const string Algorithm = "ecdsa-p256";

    private const string CurveOfP256 = "1.2.840.10045.3.1.7";
    private const int Length = 64;
    private const int LongestKey = 200;

    /// <summary>The bytes of a public key of P-256 in base 64; nothing where it is none.</summary>
    public static byte[]? Key(string text)
    {
        if (Bytes(text) is not { Length: <= LongestKey } spki)
        {
            return null;
        }

        using var key = Import(spki);
        return key is null ? null : spki;
    }

    /// <summary>Whether a device signed something.</summary>
    /// <param name="key">The device's key.</param>
    /// <param name="message">What was signed.</param>
    /// <param name="signature">The signature in base 64.</param>
    public static bool Verifies(DeviceKey key, ReadOnlySpan<byte> message, string signature)
    {
        if (key.Algorithm != Algorithm || Bytes(signature) is not { Length: Length } bytes)
        {
            return false;
        }

        using var known = Import(key.Spki);
        return known is not null
            && known.VerifyData(
                message,
                bytes,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static ECDsa? Import(byte[] spki)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(spki, out var read);
            if (read == spki.Length && key.ExportParameters(false).Curve.Oid.Value == CurveOfP256)
            {
                return key;
            }
        }
        catch (CryptographicException)
        {
            // It is no key, or one of a curve that this machine does not know.
        }

        key.Dispose();
        return null;
    }
}
