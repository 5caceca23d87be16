using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Law;

namespace Scrutineer.Results.Powers;

/// <summary>What the blocs of a house can do where one of its majorities decides.</summary>
/// <param name="Name">The name of the majority.</param>
/// <param name="Law">The majority as the law has it.</param>
/// <param name="Needed">The least number of seats that is enough.</param>
/// <param name="Of">The seats of the house.</param>
/// <param name="Blocs">The blocs, largest first; empty where there are more than can be counted.</param>
/// <param name="MinimalCount">How many coalitions are enough and cannot spare a member.</param>
/// <param name="Minimal">Such coalitions, each from the largest bloc down; not more than <see cref="MostListed"/>.</param>
public sealed record MajorityPower(
    string Name,
    Majority Law,
    int Needed,
    int Of,
    IReadOnlyList<BlocPower> Blocs,
    long MinimalCount,
    IReadOnlyList<IReadOnlyList<Bloc>> Minimal
)
{
    /// <summary>The most coalitions that are listed.</summary>
    public const int MostListed = 40;

    internal static MajorityPower In(string name, Majority law, int house, IReadOnlyList<Bloc> blocs)
    {
        var needed = (int)law.Seats.LeastOf(house);
        if (blocs.Count > WeightedVote.MostBlocs || needed < 1)
        {
            return new MajorityPower(name, law, needed, house, [], 0, []);
        }

        var vote = new WeightedVote(needed, [.. blocs.Select(b => b.Seats)]);
        var swings = blocs.Select((_, i) => vote.SwingsBySize(i)).ToList();
        var all = swings.Aggregate(BigInteger.Zero, (sum, s) => sum + s.Sum());
        var powers = blocs.Select(
            (b, i) =>
                new BlocPower(
                    b,
                    vote.DecidesAlone(i),
                    vote.HasVeto(i),
                    swings[i].Sum(),
                    all.IsZero ? null : new Rational(swings[i].Sum(), all),
                    new Rational(swings[i].Sum(), 1L << (blocs.Count - 1)),
                    WeightedVote.ShapleyShubik(swings[i])
                )
        );
        return new MajorityPower(
            name,
            law,
            needed,
            house,
            [.. powers],
            vote.MinimalCount(),
            [.. vote.Minimal(MostListed).Select(c => (IReadOnlyList<Bloc>)[.. c.Select(i => blocs[i])])]
        );
    }
}
