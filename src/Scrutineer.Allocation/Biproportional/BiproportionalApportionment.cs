using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// The seats of lists (columns) in districts (rows) whose sums are given both ways. The record holds everything that
/// <see cref="Verifier"/> needs, and can be built by hand from somebody else's publication to be checked.
/// </summary>
public sealed record BiproportionalApportionment
{
    /// <summary>The divisor method by which cells are rounded.</summary>
    public required DivisorMethod Method { get; init; }

    /// <summary>Votes by cell; a cell with none has no seat.</summary>
    public required Table<long> Votes { get; init; }

    /// <summary>Seats by row.</summary>
    public required ImmutableArray<int> RowSeats { get; init; }

    /// <summary>Seats by column.</summary>
    public required ImmutableArray<int> ColumnSeats { get; init; }

    /// <summary>The fewest seats of each cell; null for none.</summary>
    public Table<int>? Minimum { get; init; }

    /// <summary>Seats by cell that the votes (and the lot, where one was drawn) award beyond doubt.</summary>
    public required Table<int> Seats { get; init; }

    /// <summary>The seats still undecided; null when every seat is placed.</summary>
    public BiproportionalTie? Tie { get; init; }

    /// <summary>The recorded lot that resolved a tie; null where none did.</summary>
    public BiproportionalLot? Lot { get; init; }

    /// <summary>The divisors that confirm the result.</summary>
    public required BiproportionalCertificate Certificate { get; init; }

    /// <summary>Applies a recorded lot to the tie.</summary>
    /// <returns>
    /// The full result, or a problem of kind <see cref="BiproportionalProblemKind.LotRejected"/> where there is no tie,
    /// the lot was drawn among other cells, or the winners do not fill the rows and the columns.
    /// </returns>
    public BiproportionalResult Resolve(BiproportionalLot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        if (Tie is null)
        {
            return Rejected("A lot was recorded, but the votes leave no tie.");
        }

        if (!lot.Among.OrderBy(c => c.Row).ThenBy(c => c.Column).SequenceEqual(Tie.Cells))
        {
            return Rejected($"The lot was drawn among other cells than the {Tie.Cells.Length} of the tie.");
        }

        var fits =
            lot.Winners.Distinct().Count() == lot.Winners.Length
            && !lot.Winners.Except(Tie.Cells).Any()
            && Tie.RowSeats.Select((s, r) => lot.Winners.Count(w => w.Row == r) == s).All(ok => ok)
            && Tie.ColumnSeats.Select((s, c) => lot.Winners.Count(w => w.Column == c) == s).All(ok => ok);
        return fits
            ? new BiproportionalResult(
                this with
                {
                    Seats = Seats.Map((r, c, s) => lot.Winners.Contains(new Cell(r, c)) ? s + 1 : s),
                    Tie = null,
                    Lot = lot,
                }
            )
            : Rejected("The cells drawn are not different cells of the tie that fill its rows and its columns.");
    }

    /// <summary>Equal in every figure, under a method of the same name.</summary>
    public bool Equals(BiproportionalApportionment? other) =>
        other is not null
        && Method.Name == other.Method.Name
        && Votes.Equals(other.Votes)
        && RowSeats.SequenceEqual(other.RowSeats)
        && ColumnSeats.SequenceEqual(other.ColumnSeats)
        && Equals(Minimum, other.Minimum)
        && Seats.Equals(other.Seats)
        && Equals(Tie, other.Tie)
        && Equals(Lot, other.Lot)
        && Certificate.Equals(other.Certificate);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method.Name, Votes, Seats);

    private static BiproportionalResult Rejected(string message) => new(BiproportionalProblemKind.LotRejected, message);
}
