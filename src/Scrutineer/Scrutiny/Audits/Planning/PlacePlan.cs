using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Audits.Planning;

/// <summary>The samples that confirm every assertion about the ballots of one place.</summary>
/// <param name="Place">The place; the whole is one too.</param>
/// <param name="Counts">Its ballots as reported.</param>
/// <param name="Assertions">The assertions about them.</param>
/// <param name="Sizes">The sample of each method, the least work first.</param>
public sealed record PlacePlan(
    string Place,
    BallotCounts Counts,
    IReadOnlyList<PlannedAssertion> Assertions,
    IReadOnlyList<SampleSize> Sizes
)
{
    /// <summary>The assertion with the smallest margin for its upper bound.</summary>
    public PlannedAssertion Hardest => Assertions.MaxBy(a => a.MostOverstated)!;

    /// <summary>The sample of a method; nothing where it cannot be used.</summary>
    public SampleSize? By(AuditMethod method) => Sizes.FirstOrDefault(s => s.Method == method);

    /// <summary>Whether a sample of single ballots is no less work than counting all of the place.</summary>
    public bool IsFullCount => By(AuditMethod.BallotPolling) is { IsFullCount: true };

    /// <summary>The samples of a place, each as large as its hardest assertion needs.</summary>
    internal static PlacePlan Of(
        string place,
        BallotCounts counts,
        IReadOnlyList<PlannedAssertion> assertions,
        AuditTerms terms
    ) =>
        new(
            place,
            counts,
            assertions,
            [
                .. Enum.GetValues<AuditMethod>()
                    .Select(method => assertions.Select(a => a.By(method)).OfType<SampleSize>().ToList())
                    .Where(sizes => sizes.Count > 0)
                    .Select(sizes => new SampleSize(
                        sizes[0].Method,
                        sizes.Max(s => s.Expected),
                        sizes.Max(s => s.P90),
                        sizes[0].Most
                    ))
                    .OrderBy(s => terms.Work(s, counts.Total))
                    .ThenBy(s => s.Method),
            ]
        );
}
