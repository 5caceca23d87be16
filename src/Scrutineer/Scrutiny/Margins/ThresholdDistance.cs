using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Margins;

/// <summary>By how many votes a list passes or misses a threshold under one base.</summary>
/// <param name="Rule">The rule that sets the threshold.</param>
/// <param name="Cite">Its article.</param>
/// <param name="Bound">The threshold.</param>
/// <param name="Base">The base.</param>
/// <param name="Applied">Whether the law applies this base.</param>
/// <param name="BaseVotes">The size of the base.</param>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Needed">The least number of votes that passes, the base staying as it is.</param>
public sealed record ThresholdDistance(
    string Rule,
    string Cite,
    Bound Bound,
    BaseName Base,
    bool Applied,
    long BaseVotes,
    string List,
    long Votes,
    long Needed
)
{
    /// <summary>Votes above the least that passes, or below it (negative).</summary>
    public long Distance => Votes - Needed;

    /// <summary>Whether the list passes under this base.</summary>
    public bool Passes => Distance >= 0;

    /// <summary>The distances of every list to every threshold of a contest, under each base whose size is known.</summary>
    public static IReadOnlyList<ThresholdDistance> Of(Contest contest, Standing standing)
    {
        var distances = new List<ThresholdDistance>();
        foreach (var entry in contest.Rules)
        {
            if (entry.Rule is not Admit { Share: { } bound, Of: { } of })
            {
                continue;
            }

            foreach (var name in Bases)
            {
                if (standing.SizeOf(name).Value is not { } size || size == 0)
                {
                    continue;
                }

                for (var i = 0; i < standing.Tally.Contenders.Count; i++)
                {
                    if (standing.Votes(i).Value is { } votes)
                    {
                        distances.Add(
                            new ThresholdDistance(
                                entry.Id,
                                entry.Rule.Cite,
                                bound,
                                name,
                                standing.Resolve(of) == name,
                                size,
                                standing.Id(i),
                                votes,
                                bound.LeastOf(size)
                            )
                        );
                    }
                }
            }
        }

        return distances;
    }

    private static readonly BaseName[] Bases =
    [
        BaseName.ValidVotes,
        BaseName.VotesForLists,
        BaseName.BallotsInBox,
        BaseName.BallotsIssued,
        BaseName.Registered,
    ];
}
