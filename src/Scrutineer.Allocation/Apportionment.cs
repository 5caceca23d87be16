using System.Collections.Immutable;

namespace Scrutineer.Allocation;

/// <summary>
/// The result of a method: seats per list, the tie where there is one, and the certificate. Lists are their positions
/// on the ballot, from 0. The record holds everything that <see cref="Verifier"/> needs, and can be built by hand
/// from somebody else's publication to be checked.
/// </summary>
public sealed record Apportionment
{
    /// <summary>The method that was applied.</summary>
    public required AllocationMethod Method { get; init; }

    /// <summary>Votes per list.</summary>
    public required ImmutableArray<long> Votes { get; init; }

    /// <summary>Seats to be filled.</summary>
    public required int HouseSize { get; init; }

    /// <summary>Seats per list that the votes (and the lot, where one was drawn) award beyond doubt.</summary>
    public required ImmutableArray<int> Seats { get; init; }

    /// <summary>The seats still undecided; null when every seat is awarded.</summary>
    public Tie? Tie { get; init; }

    /// <summary>The recorded lot that resolved a tie; null where none did.</summary>
    public Lot? Lot { get; init; }

    /// <summary>The bounds under which the method worked; null where there were none.</summary>
    public SeatBounds? Bounds { get; init; }

    /// <summary>What confirms the result.</summary>
    public required Certificate Certificate { get; init; }

    /// <summary>
    /// Seats awarded, the tied ones not counted. Above <see cref="HouseSize"/> only under
    /// <see cref="OverAward.Ignore"/>.
    /// </summary>
    public int SeatsAwarded => Seats.Sum();

    /// <summary>Applies a recorded lot to the tie.</summary>
    /// <returns>
    /// The full result, or a problem of kind <see cref="ProblemKind.LotRejected"/> where there is no tie, the lot was
    /// drawn among other lists, or the winners are not as many different lists of the tie as there are tied seats.
    /// </returns>
    public AllocationResult Resolve(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        if (Tie is null)
        {
            return Rejected("A lot was recorded, but the votes leave no tie.");
        }

        if (!lot.Among.Order().SequenceEqual(Tie.Among))
        {
            return Rejected(
                $"The lot was drawn among lists {Positions(lot.Among)}, but the tie is among {Positions(Tie.Among)}."
            );
        }

        if (
            lot.Winners.Length != Tie.Seats
            || lot.Winners.Distinct().Count() != Tie.Seats
            || lot.Winners.Except(Tie.Among).Any()
        )
        {
            return Rejected(
                $"The lot names the winners {Positions(lot.Winners)}, but it has to name {Tie.Seats} different lists "
                    + $"of {Positions(Tie.Among)}."
            );
        }

        var seats = Seats.ToBuilder();
        foreach (var winner in lot.Winners)
        {
            seats[winner]++;
        }

        return new AllocationResult(this with { Seats = seats.ToImmutable(), Tie = null, Lot = lot });
    }

    /// <summary>Equal in every figure, under a method of the same name.</summary>
    public bool Equals(Apportionment? other) =>
        other is not null
        && Method.Name == other.Method.Name
        && Votes.SequenceEqual(other.Votes)
        && HouseSize == other.HouseSize
        && Seats.SequenceEqual(other.Seats)
        && Equals(Tie, other.Tie)
        && Equals(Lot, other.Lot)
        && Equals(Bounds, other.Bounds)
        && Certificate.Equals(other.Certificate);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method.Name, HouseSize, Votes.Length, Certificate);

    private static AllocationResult Rejected(string message) => new(ProblemKind.LotRejected, message);

    private static string Positions(ImmutableArray<int> lists) => "[" + string.Join(", ", lists) + "]";
}
