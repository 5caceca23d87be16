using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Scrutineer.Scrutiny.Audits.Drawing;

/// <summary>
/// The ticket of a ballot as other audit tools draw it, so that their lists of ballots can be checked: the hash of seed and
/// identity as a decimal fraction, its digits from behind.
/// </summary>
/// <remarks>Source: Rivest, "Consistent Sampling with Replacement" (arXiv 1808.10016), section 4, in the form of Arlo's drawing of ballots.</remarks>
public static class ConsistentTicket
{
    /// <summary>The first ticket of a ballot, from 0 to 1, with so many digits.</summary>
    /// <param name="seed">The public seed.</param>
    /// <param name="batch">The batch of the ballot.</param>
    /// <param name="position">Its position in the batch, from 1.</param>
    /// <param name="digits">The digits after the point.</param>
    public static string Of(string seed, string batch, int position, int digits = 18)
    {
        ArgumentNullException.ThrowIfNull(seed);
        var identity = string.Create(CultureInfo.InvariantCulture, $"('{batch}', {position})");
        var number = new BigInteger(
            SHA256.HashData(Encoding.UTF8.GetBytes(Hex(seed) + identity)),
            isUnsigned: true,
            isBigEndian: true
        );
        var text = number.ToString(CultureInfo.InvariantCulture).PadLeft(64, '0').ToCharArray();
        Array.Reverse(text);
        return "0." + new string(text)[..digits];
    }

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
