using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Scrutineer.Numerics;

/// <summary>
/// Lots that anybody can draw again. The ticket of a unit is the SHA-256 of the text <c>seed,unit,number</c> in UTF-8; the
/// units with the lowest tickets are drawn. A seed made public after the units (a roll of dice before witnesses) can be
/// foreseen by nobody, and <c>printf 'seed,unit,1' | sha256sum</c> repeats it.
/// </summary>
/// <remarks>
/// Source: Rivest, "Consistent Sampling with Replacement" (2018), for tickets by unit, so that adding units does not change the
/// order of the others.
/// </remarks>
public static class PublicDraw
{
    /// <summary>The ticket of a unit: 64 digits in base 16, to be compared as text.</summary>
    /// <param name="seed">The public seed, as it was announced.</param>
    /// <param name="unit">The unit's identifier.</param>
    /// <param name="number">Which of the unit's tickets, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static string Ticket(string seed, string unit, int number = 1)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed},{unit},{number}"))
            )
        );
    }

    /// <summary>
    /// Draws units without replacement, every one as likely as any other: those with the lowest tickets, in the order of their
    /// tickets.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer units than are to be drawn, or fewer than none.</exception>
    public static IReadOnlyList<string> Of(string seed, IEnumerable<string> units, int count)
    {
        ArgumentNullException.ThrowIfNull(units);
        var tickets = units.Select(unit => (Ticket: Ticket(seed, unit), Unit: unit)).ToList();
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, tickets.Count);
        tickets.Sort((a, b) => string.CompareOrdinal(a.Ticket, b.Ticket));
        return [.. tickets.Take(count).Select(drawn => drawn.Unit)];
    }
}
