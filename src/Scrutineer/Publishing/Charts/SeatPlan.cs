using System.Runtime.InteropServices;

namespace Scrutineer.Publishing.Charts;

/// <summary>One seat: where it is around the centre, and how far along the arc, 0 at the left end to 1 at the right.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Seat(double X, double Y, double Along);

/// <summary>Seats on concentric half-circles about (0, 0), y growing downwards, sorted from left to right by angle.</summary>
/// <param name="Pitch">The least distance between the centres of two seats.</param>
/// <param name="Inner">The radius of the innermost row.</param>
/// <param name="Seats">The seats in the order in which blocs take them.</param>
internal sealed record SeatPlan(double Pitch, double Inner, IReadOnlyList<Seat> Seats)
{
    // The innermost row leaves room for the total; in hundredths of the outer radius, so that shares of seats are exact.
    private const int InnerPart = 42;
    private const double WidestPitch = 30;

    /// <summary>The plan whose dots are largest: of all numbers of rows, the one with the greatest pitch.</summary>
    public static SeatPlan For(int seats, double radius)
    {
        var best = Rows(seats, 1);
        for (var rows = 2; rows <= seats; rows++)
        {
            // Rows only come closer together from here on.
            if (radius * (100 - InnerPart) / (100 * (rows - 1)) <= PitchOf(best, radius))
            {
                break;
            }

            var candidate = Rows(seats, rows);
            if (candidate.All(row => row.Seats > 0) && PitchOf(candidate, radius) > PitchOf(best, radius))
            {
                best = candidate;
            }
        }

        var placed = best.SelectMany(
                (row, number) => Enumerable.Range(0, row.Seats).Select(seat => (row, number, seat))
            )
            .ToArray();
        Array.Sort(
            placed,
            (one, other) =>
                Fraction(one.seat, one.row.Seats, other.seat, other.row.Seats) is var order and not 0
                    ? order
                    : Outwards(one.seat, one.row.Seats) * one.number.CompareTo(other.number)
        );
        return new(
            Math.Min(PitchOf(best, radius), WidestPitch),
            Radius(best[0], radius),
            [.. placed.Select(place => Place(place.row, place.seat, radius))]
        );
    }

    /// <summary>
    /// Rows from the inside, each with its part of the outer radius (over <c>Of</c>) and its seats in proportion to it,
    /// rounded by largest remainder; equal remainders go to the outer row.
    /// </summary>
    private static (int Part, int Of, int Seats)[] Rows(int seats, int rows)
    {
        if (rows == 1)
        {
            return [(1, 1, seats)];
        }

        var of = 100 * (rows - 1);
        var parts = Enumerable
            .Range(0, rows)
            .Select(row => (InnerPart * (rows - 1)) + ((100 - InnerPart) * row))
            .ToArray();
        var sum = parts.Sum(part => (long)part);
        var taken = parts.Select(part => (int)(seats * (long)part / sum)).ToArray();
        var rest = seats - taken.Sum();
        foreach (
            var row in Enumerable
                .Range(0, rows)
                .OrderByDescending(row => seats * (long)parts[row] % sum)
                .ThenByDescending(row => row)
                .Take(rest)
        )
        {
            taken[row]++;
        }

        return [.. parts.Select((part, row) => (part, of, taken[row]))];
    }

    private static double Radius((int Part, int Of, int Seats) row, double radius) => radius * row.Part / row.Of;

    private static double PitchOf((int Part, int Of, int Seats)[] rows, double radius)
    {
        var between = rows.Length == 1 ? double.PositiveInfinity : Radius(rows[1], radius) - Radius(rows[0], radius);
        return rows.Min(row =>
            row.Seats == 1 ? between : Math.Min(between, 2 * Radius(row, radius) * Chord(row.Seats))
        );

        static double Chord(int seats) => Math.Sin(Math.PI / (2.0 * (seats - 1)));
    }

    // Positions are compared as fractions: which of two seats comes first must not hang on the last bit of a cosine.
    private static int Fraction(int seat, int seats, int otherSeat, int otherSeats)
    {
        var (up, down) = seats == 1 ? (1, 2) : (seat, seats - 1);
        var (otherUp, otherDown) = otherSeats == 1 ? (1, 2) : (otherSeat, otherSeats - 1);
        return (up * otherDown).CompareTo(otherUp * down);
    }

    // Seats of one angle go from the outer row inwards on the left and outwards on the right, so that a bloc of one seat
    // at either end sits where its label points.
    private static int Outwards(int seat, int seats) => 2 * seat > seats - 1 ? 1 : -1;

    private static Seat Place((int Part, int Of, int Seats) row, int seat, double radius)
    {
        var along = row.Seats == 1 ? 0.5 : (double)seat / (row.Seats - 1);
        var angle = Math.PI * (1 - along);
        return new(Radius(row, radius) * Math.Cos(angle), -Radius(row, radius) * Math.Sin(angle), along);
    }
}
