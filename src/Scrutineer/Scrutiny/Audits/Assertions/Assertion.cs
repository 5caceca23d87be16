using System.Collections.Immutable;
using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>
/// A statement about the ballots that is true exactly when a weighted sum of them is above nought. All assertions of a
/// result together imply its seats.
/// </summary>
/// <remarks>Source: Blom, Budurushi, Rivest, Stark, Stuckey, Teague and Vukcevic, "Assertion-based approaches to auditing complex elections" (E-Vote-ID 2021), section 3: linear assertions.</remarks>
/// <param name="Name">The statement in a few words.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Rule">The rule of the law from which it follows.</param>
/// <param name="Cite">Its article.</param>
/// <param name="Weights">The whole-numbered weight of a ballot of each class, in the order of <see cref="BallotCounts.Classes"/>.</param>
public sealed record Assertion(string Name, AssertionKind Kind, string Rule, string Cite, ImmutableArray<long> Weights)
{
    /// <summary>The assorter with the same meaning; nothing where no ballot counts against the assertion.</summary>
    public Assorter? Assorter { get; } = Assorter.Of(Weights);

    /// <summary>The lists about which it speaks, by index.</summary>
    public required ImmutableArray<int> About { get; init; }

    /// <summary>The level of the place whose ballots decide it.</summary>
    public string Level { get; init; } = Tally.Nation;

    /// <summary>The place whose ballots decide it, and from which a sample for it is drawn.</summary>
    public string Place { get; init; } = Tally.Nation;

    /// <summary>An assertion from exact weights, which are brought to whole numbers; that changes no truth.</summary>
    /// <exception cref="OverflowException">The weights have no common denominator of 64 bits.</exception>
    public static Assertion Of(
        string name,
        AssertionKind kind,
        string rule,
        string cite,
        IReadOnlyList<Rational> weights,
        params ImmutableArray<int> about
    )
    {
        var common = weights.Aggregate(
            BigInteger.One,
            (least, w) => least / BigInteger.GreatestCommonDivisor(least, w.Denominator) * w.Denominator
        );
        return new Assertion(name, kind, rule, cite, [.. weights.Select(w => (long)(w * common).Numerator)])
        {
            About = about,
        };
    }

    /// <summary>The weighted sum of the ballots of a place.</summary>
    public Int128 Sum(BallotCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Int128 sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (Int128)Weights[i] * counts.Classes[i];
        }

        return sum;
    }

    /// <summary>Whether it is true of these ballots.</summary>
    public bool Holds(BallotCounts counts) => Sum(counts) > 0;

    /// <summary>
    /// The most by which the sum over a place can be less than reported, if every one of its ballots was really of the
    /// class that counts most against the assertion.
    /// </summary>
    public Int128 MostOverstated(BallotCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Sum(counts) - ((Int128)Math.Min(0, Weights.Min()) * counts.Total);
    }
}
