using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Scrutineer.Evidence;

/// <summary>
/// A key that signs or verifies notes: a name, an algorithm and a key on the curve P-256. Its text form is
/// <c>name+id+key</c>, the identifier in base 16 and the key with its algorithm in base 64 (C2SP, signed-note, verifier keys).
/// </summary>
public sealed class NoteKey : IDisposable
{
    private static readonly byte[] CosignatureType = [0xff, .. "scrutineer/ecdsa-p256-cosignature/v1"u8];
    private readonly ECDsa key;
    private readonly byte[] publicKey;
    private readonly byte[] id;

    private NoteKey(string name, NoteAlgorithm algorithm, ECDsa key)
    {
        Name = name;
        Algorithm = algorithm;
        this.key = key;
        publicKey = key.ExportSubjectPublicKeyInfo();
        id = IdOf(name, algorithm, publicKey);
    }

    /// <summary>The name, such as an address without its scheme.</summary>
    public string Name { get; }

    /// <summary>How it signs.</summary>
    public NoteAlgorithm Algorithm { get; }

    /// <summary>The text by which others verify; it holds no secret.</summary>
    public string Verifier =>
        $"{Name}+{Convert.ToHexStringLower(id)}+{Convert.ToBase64String([.. Type(Algorithm), .. publicKey])}";

    /// <summary>Whether a text can name a key: not empty, without spaces and without a plus.</summary>
    public static bool IsName(string name) =>
        !string.IsNullOrEmpty(name) && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    /// <summary>A new key.</summary>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public static NoteKey Create(string name, NoteAlgorithm algorithm) =>
        new(Named(name), algorithm, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>A key from its secret form.</summary>
    /// <param name="name">The name.</param>
    /// <param name="algorithm">How it signs.</param>
    /// <param name="pkcs8">The private key in the form of PKCS #8.</param>
    /// <exception cref="ArgumentException">The name is none, or the key is not of P-256.</exception>
    public static NoteKey FromSecret(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> pkcs8)
    {
        var imported = ECDsa.Create();
        try
        {
            imported.ImportPkcs8PrivateKey(pkcs8, out _);
            return new NoteKey(Named(name), algorithm, OnP256(imported));
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            imported.Dispose();
            throw new ArgumentException("The private key is none of P-256, or its name is none.", nameof(pkcs8), wrong);
        }
    }

    /// <summary>The key of a verifier's text; nothing where it is none, or its identifier is not that of its key.</summary>
    public static NoteKey? Read(string verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);

        // The key in base 64 can hold pluses; the name cannot.
        var parts = verifier.Trim().Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]))
        {
            return null;
        }

        try
        {
            var bytes = Convert.FromBase64String(parts[2]);
            foreach (var algorithm in Enum.GetValues<NoteAlgorithm>())
            {
                var type = Type(algorithm);
                if (!bytes.AsSpan().StartsWith(type))
                {
                    continue;
                }

                var imported = ECDsa.Create();
                imported.ImportSubjectPublicKeyInfo(bytes.AsSpan(type.Length), out _);
                var read = new NoteKey(parts[0], algorithm, OnP256(imported));
                return string.Equals(Convert.ToHexStringLower(read.id), parts[1], StringComparison.Ordinal)
                    ? read
                    : null;
            }
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }

        return null;
    }

    /// <summary>The secret form, PKCS #8, to be kept where nobody else reads.</summary>
    public byte[] ExportSecret() => key.ExportPkcs8PrivateKey();

    /// <summary>Signs the text of a note.</summary>
    /// <param name="text">The text, with its last newline.</param>
    /// <param name="now">The time that a witness states; other algorithms do not state one.</param>
    public NoteSignature Sign(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Algorithm == NoteAlgorithm.EcdsaP256)
        {
            return new NoteSignature(Name, id, Signed(Encoding.UTF8.GetBytes(text)));
        }

        var time = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteInt64BigEndian(time, now.ToUnixTimeSeconds());
        return new NoteSignature(Name, id, [.. time, .. Signed(Cosigned(text, now.ToUnixTimeSeconds()))]);
    }

    /// <summary>Whether a signature names this key.</summary>
    public bool IsNamedBy(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return string.Equals(signature.Name, Name, StringComparison.Ordinal)
            && signature.KeyId.AsSpan().SequenceEqual(id);
    }

    /// <summary>Whether a signature of this key over a text is right.</summary>
    public bool Verifies(string text, NoteSignature signature)
    {
        if (!IsNamedBy(signature))
        {
            return false;
        }

        if (Algorithm == NoteAlgorithm.EcdsaP256)
        {
            return Verified(Encoding.UTF8.GetBytes(text), signature.Bytes);
        }

        return signature.Bytes.Length > sizeof(ulong)
            && Verified(
                Cosigned(text, BinaryPrimitives.ReadInt64BigEndian(signature.Bytes)),
                signature.Bytes.AsSpan(sizeof(ulong))
            );
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    private static string Named(string name) =>
        IsName(name) ? name : throw new ArgumentException($"'{name}' cannot name a key.", nameof(name));

    private static ECDsa OnP256(ECDsa key) =>
        key.KeySize == 256 && key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            ? key
            : throw new CryptographicException("The key is not of the curve P-256.");

    private static byte[] Type(NoteAlgorithm algorithm) =>
        algorithm == NoteAlgorithm.EcdsaP256 ? [(byte)algorithm] : CosignatureType;

    /// <summary>The first four bytes of SHA-256: of the key alone for type 2, of name, newline, type and key otherwise.</summary>
    private static byte[] IdOf(string name, NoteAlgorithm algorithm, byte[] publicKey) =>
        SHA256.HashData(
            algorithm == NoteAlgorithm.EcdsaP256
                ? publicKey
                : [.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. Type(algorithm), .. publicKey]
        )[..4];

    private static byte[] Cosigned(string text, long time) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}"));

    private byte[] Signed(byte[] message) =>
        key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private bool Verified(byte[] message, ReadOnlySpan<byte> signature) =>
        key.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
