using System.Collections.Immutable;

namespace Scrutineer.Allocation;

/// <summary>What <see cref="Verifier"/> found.</summary>
/// <param name="Objections">One sentence for each thing that is not so, with its numbers; empty when all is confirmed.</param>
public sealed record Verification(ImmutableArray<string> Objections)
{
    /// <summary>Whether the seats, the tie and the certificate are exactly what the votes give.</summary>
    public bool IsConfirmed => Objections.IsEmpty;

    /// <summary>Equal in every objection.</summary>
    public bool Equals(Verification? other) => other is not null && Objections.SequenceEqual(other.Objections);

    /// <inheritdoc/>
    public override int GetHashCode() => Objections.Length;
}
