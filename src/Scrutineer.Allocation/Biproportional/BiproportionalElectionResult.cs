using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>The steps of a biproportional election.</summary>
public sealed record BiproportionalElectionResult
{
    /// <summary>Whether each list met the quorum.</summary>
    public required ImmutableArray<bool> Admitted { get; init; }

    /// <summary>Voter numbers by district and list; nought for lists that are not admitted.</summary>
    public required Table<Rational> VoterNumbers { get; init; }

    /// <summary>
    /// The seats of the lists. Its votes are their voter numbers, multiplied by a common denominator where they are
    /// not whole.
    /// </summary>
    public required AllocationResult Upper { get; init; }

    /// <summary>Districts in which the strongest lists are tied and too many, so that winner-takes-one was not applied.</summary>
    public required ImmutableArray<int> WaivedRows { get; init; }

    /// <summary>The seats of the lists in the districts.</summary>
    public required BiproportionalResult Lower { get; init; }

    /// <summary>Equal in every step.</summary>
    public bool Equals(BiproportionalElectionResult? other) =>
        other is not null
        && Admitted.SequenceEqual(other.Admitted)
        && VoterNumbers.Equals(other.VoterNumbers)
        && Upper.Equals(other.Upper)
        && WaivedRows.SequenceEqual(other.WaivedRows)
        && Lower.Equals(other.Lower);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Upper, Lower);
}
