using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// The rule that the strongest list of every district has a seat there (Grisons, Schaffhausen), as the fewest seats
/// of each cell.
/// </summary>
/// <param name="Minimum">One for a district's strongest list, nought elsewhere.</param>
/// <param name="WaivedRows">
/// Districts in which more lists are equally strong than there are seats; the rule is not applied there.
/// </param>
public sealed record WinnerTakesOne(Table<int> Minimum, ImmutableArray<int> WaivedRows)
{
    /// <summary>Finds the strongest lists. Equally strong lists have a seat each where there are enough.</summary>
    /// <param name="votes">Votes by district and list, of the lists that take part.</param>
    /// <param name="rowSeats">Seats by district.</param>
    /// <exception cref="ArgumentException">There is not one number of seats for each row.</exception>
    public static WinnerTakesOne Of(Table<long> votes, ImmutableArray<int> rowSeats)
    {
        ArgumentNullException.ThrowIfNull(votes);
        if (rowSeats.Length != votes.Rows)
        {
            throw new ArgumentException("There is one number of seats for each row.", nameof(rowSeats));
        }

        var most = Enumerable.Range(0, votes.Rows).Select(r => votes.Row(r).Max()).ToArray();
        int[] waived =
        [
            .. Enumerable
                .Range(0, votes.Rows)
                .Where(r => most[r] > 0 && votes.Row(r).Count(v => v == most[r]) > rowSeats[r]),
        ];
        return new WinnerTakesOne(
            votes.Map((r, _, v) => v > 0 && v == most[r] && !waived.Contains(r) ? 1 : 0),
            [.. waived]
        );
    }

    /// <summary>Equal in every cell and row.</summary>
    public bool Equals(WinnerTakesOne? other) =>
        other is not null && Minimum.Equals(other.Minimum) && WaivedRows.SequenceEqual(other.WaivedRows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Minimum, WaivedRows.Length);
}
