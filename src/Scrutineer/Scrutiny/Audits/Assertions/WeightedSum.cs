using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Law;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Builds the weights of an assertion: so much for each vote of a list, so much for each ballot of a base.</summary>
/// <param name="counts">The ballots as reported.</param>
/// <param name="admitted">Which lists take part in the distribution.</param>
internal sealed class WeightedSum(BallotCounts counts, ImmutableArray<bool> admitted)
{
    private readonly Rational[] weights = new Rational[counts.Classes.Length];

    /// <summary>The weights so far.</summary>
    public IReadOnlyList<Rational> Weights => weights;

    /// <summary>A weight for each vote of a list.</summary>
    public WeightedSum Votes(int list, Rational weight)
    {
        weights[list] += weight;
        return this;
    }

    /// <summary>A fixed number of votes, spread over all ballots, whose number no recount changes.</summary>
    public WeightedSum Constant(Rational number)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] += number / counts.Total;
        }

        return this;
    }

    /// <summary>
    /// A weight for each member of a base. A base that is no set of ballots, such as the register, is a fixed number that no
    /// recount changes; its weight is spread over all ballots.
    /// </summary>
    /// <param name="name">The base.</param>
    /// <param name="weight">The weight of one of its members.</param>
    /// <param name="size">The size of the base as reported.</param>
    public WeightedSum Base(BaseName name, Rational weight, long size)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] += counts.IsIn(name, i, admitted) switch
            {
                true => weight,
                false => Rational.Zero,
                null => weight * size / counts.Total,
            };
        }

        return this;
    }
}
