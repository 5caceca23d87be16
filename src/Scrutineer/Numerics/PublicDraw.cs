using System.Globalization;
using System.Numerics;
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

    /// <summary>
    /// Draws units with replacement, each in proportion to its weight. The number of a draw is the SHA-256 of the text
    /// <c>seed,draw</c> with draws counted from 1, as a part of 2²⁵⁶; laid along the weights in the order of the units, it
    /// falls on the unit that is drawn.
    /// </summary>
    /// <param name="seed">The public seed, as it was announced.</param>
    /// <param name="weights">The weight of each unit, in an order that was fixed before the seed.</param>
    /// <param name="count">How many are drawn in all.</param>
    /// <returns>The place of each drawn unit in the list of weights, in the order of the draws.</returns>
    /// <remarks>Further draws leave the earlier ones as they are.</remarks>
    /// <exception cref="ArgumentException">A weight is negative, or all of them are nought.</exception>
    public static IReadOnlyList<int> WithReplacement(string seed, IReadOnlyList<BigInteger> weights, int count)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var ends = new BigInteger[weights.Count];
        var total = BigInteger.Zero;
        for (var i = 0; i < ends.Length; i++)
        {
            if (weights[i].Sign < 0)
            {
                throw new ArgumentException("A weight is negative.", nameof(weights));
            }

            ends[i] = total += weights[i];
        }

        if (total.IsZero)
        {
            throw new ArgumentException("No unit has a weight.", nameof(weights));
        }

        var drawn = new int[count];
        for (var draw = 0; draw < count; draw++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{seed},{draw + 1}");
            var number = new BigInteger(
                SHA256.HashData(Encoding.UTF8.GetBytes(text)),
                isUnsigned: true,
                isBigEndian: true
            );
            drawn[draw] = FirstAbove(ends, (number * total) >> 256);
        }

        return drawn;
    }

    private static int FirstAbove(BigInteger[] ends, BigInteger point)
    {
        var (low, high) = (0, ends.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ends[middle] > point ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
