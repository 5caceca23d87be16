namespace Scrutineer.Evidence;

/// <summary>How a key signs: the field by which a better algorithm can follow without breaking old notes.</summary>
public enum NoteAlgorithm
{
    /// <summary>ECDSA on P-256 with SHA-256 over the text of the note: signature type 2 of C2SP's signed-note.</summary>
    EcdsaP256 = 0x02,

    /// <summary>
    /// A witness's signature with its time, ECDSA on P-256 over the message of C2SP's cosignature/v1; a type of our own, 255 with
    /// <c>scrutineer/ecdsa-p256-cosignature/v1</c>, because C2SP assigns one for Ed25519 and ML-DSA only.
    /// </summary>
    EcdsaP256Cosignature = 0xff,
}
